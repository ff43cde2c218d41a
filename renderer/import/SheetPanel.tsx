import { useSay } from '#renderer/app/texts.ts';
import { useImport } from './import-context.ts';
import classes from './sheet.module.css';
import { SheetGrid } from './SheetGrid.tsx';

/** The sheet that is looked at, as it is in the file. */
export function SheetPanel() {
  const say = useSay();
  const { report, sheet } = useImport();
  const summary = report.sheets.find(({ name }) => name === sheet);
  const isEmpty = summary === undefined || summary.rows === 0 || summary.columns === 0;
  return (
    <section
      className={classes['sheet']}
      aria-label={say({ id: 'window.import-sheet', values: { name: sheet ?? '' } })}
    >
      {isEmpty ? (
        <p className={classes['sheetEmpty']}>{say('window.import-sheet-empty')}</p>
      ) : (
        <SheetGrid key={summary.name} sheet={summary} />
      )}
    </section>
  );
}
