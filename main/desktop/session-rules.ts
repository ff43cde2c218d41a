import { app, session, type Session, type WebContents } from 'electron';
import { isOwnAddress } from './page-address.ts';

/** Switches that keep Chromium itself from the network; must run before the app is ready. */
export function applyOfflineSwitches(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
}

/** Whether the window may make this request: files of its own page and data it made itself, nothing else. */
export function isAllowedRequest(address: string): boolean {
  return isOwnAddress(address) || address.startsWith('blob:app://perennial') || address.startsWith('data:');
}

/** Denies the session every permission, device, download and network request, and turns spelling dictionaries off. */
export function applySessionRules(target: Session = session.defaultSession): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setSpellCheckerEnabled(false);
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isAllowedRequest(details.url) }));
  target.on('will-download', (event) => event.preventDefault());
}

/** Keeps a window on its own page: no navigation, no redirect, no new window, no embedded view. */
export function applyContentsRules(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }): void => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
