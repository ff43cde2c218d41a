import { EventEmitter } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { hearOfPlans } from '#main/desktop/asked-plans.ts';
import { findPlanArgument } from '#main/desktop/plan-argument.ts';
import { createPlanWindows } from '#main/desktop/plan-windows.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

/** Windows that only remember what was asked of them. */
function startWindows() {
  const shown: { readonly files: string[]; readonly asked: string[] }[] = [];
  const makeWindow = (file: string | null) => {
    const asked: string[] = [];
    const window = {
      files: file === null ? [] : [file],
      asked,
      isMinimized: () => true,
      restore: () => void asked.push('restore'),
      focus: () => void asked.push('focus'),
    };
    shown.push(window);
    return window;
  };
  const all: ReturnType<typeof makeWindow>[] = [];
  const windows = createPlanWindows({
    all: () => all,
    open: (file) => {
      const window = makeWindow(file);
      all.push(window);
      return window;
    },
    filesOf: ({ files }) => files,
  });
  return { windows, shown };
}

describe('a plan that the system asks for', () => {
  it('gets a window of its own, and the window that has it when it is asked for again', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'real'));
    const path = join(folder, 'real', 'Straße 計画.perennial');
    writeFileSync(path, '');
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    const { windows, shown } = startWindows();
    windows.show(null);
    windows.show(path);
    expect(shown).toMatchObject([{ files: [] }, { files: [path] }]);
    windows.show(join(folder, 'link', 'Straße 計画.perennial'));
    expect(shown).toHaveLength(2);
    expect(shown[1]?.asked).toEqual(['restore', 'focus']);
    windows.show(null);
    expect(shown).toHaveLength(2);
    expect(shown[0]?.asked).toEqual(['restore', 'focus']);
  });

  it.each([
    ['none', ['C:\\Perennial.exe', '--allow-file-access'], null],
    ['a whole path', ['--flag', '/home/me/a b.perennial'], '/home/me/a b.perennial'],
    ['a name in the folder of the start', ['/app', 'Plan 計画.PERENNIAL'], '/start here/Plan 計画.PERENNIAL'],
    ['a switch that ends like one', ['--open=x.perennial'], null],
  ])('is found on the command line: %s', (_, args, path) => {
    expect(findPlanArgument(args, '/start here')).toBe(path);
  });
});

describe('the events of the app', () => {
  const path = '/plans/a.perennial';

  it('macOS: a file asked for before there can be windows is shown once there are, one after it at once', () => {
    const app = new EventEmitter();
    const show = vi.fn();
    const { begin } = hearOfPlans(app);
    const event = { preventDefault: vi.fn() };
    app.emit('open-file', event, path);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    begin({ show }, null);
    app.emit('open-file', event, '/plans/b.perennial');
    expect(show.mock.calls).toEqual([[path], ['/plans/b.perennial']]);
  });

  it('Windows and Linux: the plan of the command line, and of every later start', () => {
    const app = new EventEmitter();
    const show = vi.fn();
    hearOfPlans(app).begin({ show }, path);
    app.emit('second-instance', {}, ['perennial', '--flag', 'b ü.perennial'], '/plans');
    app.emit('second-instance', {}, ['perennial'], '/plans');
    expect(show.mock.calls).toEqual([[path], ['/plans/b ü.perennial'], [null]]);
  });

  it('nothing asked for: one window', () => {
    const show = vi.fn();
    hearOfPlans(new EventEmitter()).begin({ show }, null);
    expect(show.mock.calls).toEqual([[null]]);
  });
});
