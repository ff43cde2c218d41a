import { contextBridge, ipcRenderer, webUtils } from 'electron';

/**
 * The window learns which host it is in, is handed its planner's port, and may ask for the token of a file that a
 * person dropped on it. It gives the file itself: a path that it made up is no file, and it never sees the real one.
 */
contextBridge.exposeInMainWorld('perennial', {
  host: 'desktop',
  fileToken: (file: File): Promise<unknown> => {
    const path = webUtils.getPathForFile(file);
    return path === '' ? Promise.resolve(null) : ipcRenderer.invoke('perennial/dropped', path);
  },
});

ipcRenderer.on('perennial/port', (event) => {
  window.postMessage({ type: 'perennial-port' }, window.location.origin, event.ports);
});

window.addEventListener('DOMContentLoaded', () => ipcRenderer.send('perennial/ready'));
