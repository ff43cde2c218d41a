import { Checkbox, UnstyledButton } from '@mantine/core';
import { useSay } from '#renderer/app/texts.ts';
import type { SheetSummary, TableReport } from '#shared/api/import-report.ts';
import { useImport } from './import-context.ts';
import { withTable } from './import-draft.ts';
import classes from './import.module.css';
import { confidenceOf } from './report-words.ts';

/** The file's sheets with the tables found on each, and which of them are taken. */
export function ContentsPanel() {
  const say = useSay();
  const { report } = useImport();
  return (
    <nav className={classes['contents']} aria-label={say('window.import-contents')}>
      <ul>
        {report.sheets.map((sheet) => (
          <li key={sheet.name}>
            <SheetEntry sheet={sheet} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SheetEntry({ sheet }: { readonly sheet: SheetSummary }) {
  const say = useSay();
  const { report, sheet: shown, showSheet } = useImport();
  const tables = [...report.tables.entries()].filter(([, table]) => table.sheet === sheet.name);
  const { name, rows, columns, hidden } = sheet;
  const size = say({ id: 'window.import-sheet-size', values: { rows, columns } });
  return (
    <>
      <UnstyledButton
        className={classes['sheetEntry'] ?? ''}
        aria-current={shown === name ? 'true' : undefined}
        onClick={() => showSheet(name)}
      >
        <span className={classes['entryName']}>{name}</span>
        <span className={classes['entryNote']}>
          {hidden ? `${size}, ${say('window.import-hidden-sheet')}` : size}
        </span>
      </UnstyledButton>
      {tables.length === 0 && <p className={classes['noTable']}>{say('window.import-no-tables')}</p>}
      {tables.map(([index, table]) => (
        <TableEntry key={index} index={index} table={table} />
      ))}
    </>
  );
}

function TableEntry({ index, table }: { readonly index: number; readonly table: TableReport }) {
  const say = useSay();
  const { draft, setDraft, table: shown, showTable } = useImport();
  const isTaken = draft.tables[index]?.isTaken === true;
  const { range, block, rows, yearColumns } = table;
  const size = { lines: rows.data, years: yearColumns.length };
  return (
    <div className={classes['tableEntry']} data-current={shown === index}>
      <Checkbox
        size="xs"
        checked={isTaken}
        aria-label={say({ id: 'window.import-take-table', values: { range } })}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          setDraft((before) => withTable(before, index, { isTaken: checked }));
          showTable(index);
        }}
      />
      <UnstyledButton
        className={classes['tableName'] ?? ''}
        aria-current={shown === index ? 'true' : undefined}
        onClick={() => showTable(index)}
      >
        <span className={classes['entryName']}>
          {block ?? say({ id: 'window.import-table-range', values: { range } })}
        </span>
        <span className={classes['entryNote']}>{say({ id: 'window.import-table-size', values: size })}</span>
        <span className={classes['entryNote']} data-confidence={confidenceOf(table)}>
          {say(`window.import-confidence-${confidenceOf(table)}`)}
        </span>
        {!isTaken && <span className={classes['entryNote']}>{say('window.import-not-taken')}</span>}
      </UnstyledButton>
    </div>
  );
}
