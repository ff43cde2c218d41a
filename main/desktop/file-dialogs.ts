import { dialog, type BrowserWindow } from 'electron';
import { writeMessage } from '#shared/messages/write-message.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import type { Formats } from '#shared/messages/formats.ts';
import type { WantedTarget } from '#main/planner/ports.ts';

/** The system's own dialogs. The paths that they answer stay outside the window, which is given a token for each. */
export type SystemDialogs = {
  readonly choosePlan: (window: BrowserWindow) => Promise<string | null>;
  readonly chooseTarget: (window: BrowserWindow, wanted: WantedTarget) => Promise<string | null>;
};

const KINDS = {
  plan: {
    title: 'host.dialog.save-plan-title',
    files: 'host.dialog.plan-files',
    extension: 'perennial',
  },
  workbook: {
    title: 'host.dialog.save-workbook-title',
    files: 'host.dialog.workbook-files',
    extension: 'xlsx',
  },
} as const;

/** Makes the dialogs; their texts are written in the formats of the user. */
export function makeSystemDialogs(formats: Formats): SystemDialogs {
  const say = (id: PlainMessageId): string => writeMessage({ id }, formats);
  return {
    choosePlan: async (window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: say('host.dialog.open-title'),
        properties: ['openFile'],
        filters: [{ name: say('host.dialog.plan-files'), extensions: ['perennial'] }],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseTarget: async (window, { kind, name }) => {
      const { title, files, extension } = KINDS[kind];
      // The system's own dialog asks before a file is replaced.
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: say(title),
        defaultPath: name,
        filters: [{ name: say(files), extensions: [extension] }],
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
