import { describe, expect, test } from 'vitest';
import { takeDropped } from '#renderer/store/dropped-files.ts';

const named = (...names: readonly string[]) => takeDropped(names.map((name) => ({ name })));

describe('files dropped on the window', () => {
  test.each(['Harbour.perennial', 'Hafen ü 計画.PERENNIAL', 'a.b.perennial'])('%s is opened', (name) => {
    expect(named(name)).toEqual({ kind: 'plan', file: { name } });
  });

  test.each(['budget.xlsx', 'Budget.XLSM', 'old.xls', 'binary.xlsb', 'sheet.ods', 'a.csv', 'b.tsv', 'c.txt'])(
    '%s is imported: what cannot be read is explained by the reader',
    (name) => {
      expect(named(name)).toEqual({ kind: 'spreadsheet', file: { name } });
    },
  );

  test.each(['photo.png', 'a folder', 'plan.perennial.zip', 'perennial', 'report.pdf'])(
    '%s is left alone with a sentence',
    (name) => {
      expect(named(name)).toEqual({
        kind: 'refused',
        message: { id: 'files.drop-unknown', values: { name } },
      });
    },
  );

  test('of several files none is taken', () => {
    expect(named('a.perennial', 'b.xlsx')).toEqual({
      kind: 'refused',
      message: { id: 'files.drop-one', values: { files: 2 } },
    });
  });

  test('something else than a file is nothing', () => {
    expect(named()).toEqual({ kind: 'nothing' });
  });
});
