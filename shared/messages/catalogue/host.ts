/** Texts of the hosts: starting up, and asking for files. */
export const hostMessages = {
  'host.browser.ready': ({ address }: { address: string }) =>
    `Perennial is open to this machine only. Open this address in your browser:\n  ${address}`,
  'host.browser.next': ({ address }: { address: string }) =>
    `A window is connected. To open another one, use:\n  ${address}`,
  'host.browser.folder': ({ folder }: { folder: string }) =>
    `Plans are kept in ${folder}. Press Ctrl+C to stop.`,
  'host.browser.port-in-use': ({ port }: { port: number }) =>
    `Port ${port} is in use by another program. Choose another one with --port, or leave it out.`,
  'host.browser.not-built': ({ folder }: { folder: string }) =>
    `The window's files are missing in ${folder}. Build them first with: npm run build`,
  'host.browser.usage': 'Usage: npm start -- [--folder DIR] [--port NUMBER] [PLAN.perennial]',
  'host.browser.folder-unusable': ({ folder }: { folder: string }) =>
    `The folder ${folder} cannot be used. Choose one that you may write to with --folder.`,
  'host.browser.no-such-file': ({ file }: { file: string }) =>
    `There is no file ${file}. Check its name, or leave it out and choose a plan in the window.`,
  'host.file.name-empty': 'The file needs a name. Type one, without slashes.',
  'host.file.name-unusable': ({ name }: { name: string }) =>
    `“${name}” cannot be a file name here. Begin with a letter or digit, leave out slashes, colons and the signs * ? " < > |, and take another word where the system keeps this one for itself.`,
  'host.file.exists': ({ name }: { name: string }) =>
    `There is already a file called "${name}". Choose another name, or replace it.`,
  'host.dialog.open-title': 'Open a plan',
  'host.dialog.save-plan-title': 'Save the plan as',
  'host.dialog.save-workbook-title': 'Export the workbook as',
  'host.dialog.plan-files': 'Perennial plans',
  'host.dialog.workbook-files': 'Excel workbooks',
  'host.desktop.planner-ended':
    'The part of Perennial that keeps your plan stopped unexpectedly. Every change shown as saved is in the file. Close this window and open the plan again.',
  'host.desktop.unsaved-title': 'Some changes are not saved',
  'host.desktop.unsaved':
    'The foot of the window says why. Keep it open to try again or to save the plan under another name; close it, and these changes are lost.',
  'host.desktop.keep-open': 'Keep it open',
  'host.desktop.close-anyway': 'Close without saving',
  'host.desktop.planner-ended-title': 'The plan was closed',
} as const;
