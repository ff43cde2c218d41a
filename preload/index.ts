import { contextBridge, ipcRenderer } from 'electron';

/** The window learns which host it is in and is handed its planner's port; nothing else crosses. */
contextBridge.exposeInMainWorld('perennial', { host: 'desktop' });

ipcRenderer.on('perennial/port', (event) => {
  window.postMessage({ type: 'perennial-port' }, window.location.origin, event.ports);
});

window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('perennial/ready'));
