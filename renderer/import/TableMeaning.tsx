import { Checkbox, NativeSelect } from '@mantine/core';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import type { TableReport, YearColumn } from '#shared/api/import-report.ts';
import { useImport } from './import-context.ts';
import { IMPORT_MEASURES, type TableDraft, withTable, withYearToggled } from './import-draft.ts';
import classes from './meaning.module.css';

const SCALES = ['1', '1000', '1000000'] as const;

/** What the figures of the table that is looked at are, and which of its years are taken. */
export function TableMeaning() {
  const say = useSay();
  const { report, draft, table: index } = useImport();
  const table = index === null ? undefined : report.tables[index];
  const choice = index === null ? undefined : draft.tables[index];
  if (index === null || table === undefined || choice === undefined) return null;
  return (
    <fieldset className={classes['table']}>
      <legend>{table.block ?? say({ id: 'window.import-table-of', values: { range: table.range } })}</legend>
      {!choice.isTaken && <p className={classes['tableNote']}>{say('window.import-table-left-out')}</p>}
      <MeasureAndScale index={index} choice={choice} />
      <YearColumns index={index} table={table} choice={choice} />
    </fieldset>
  );
}

type PartProps = { readonly index: number; readonly choice: TableDraft };

function MeasureAndScale({ index, choice }: PartProps) {
  const say = useSay();
  const { setDraft } = useImport();
  const isUsual = SCALES.some((scale) => scale === choice.scale);
  const other = { value: choice.scale, label: say({ id: 'window.import-scale-other', values: choice }) };
  const usual = SCALES.map((value) => ({ value, label: say(`window.import-scale-${value}`) }));
  return (
    <>
      <NativeSelect
        label={say('window.import-measure')}
        value={choice.measure}
        data={IMPORT_MEASURES.map((value) => ({ value, label: say(`window.import-measure-${value}`) }))}
        onChange={(event) => {
          const measure = IMPORT_MEASURES.find((each) => each === event.currentTarget.value);
          if (measure !== undefined) setDraft((before) => withTable(before, index, { measure }));
        }}
      />
      <NativeSelect
        label={say('window.import-scale')}
        value={choice.scale}
        data={isUsual ? usual : [...usual, other]}
        onChange={(event) => {
          const scale = event.currentTarget.value;
          setDraft((before) => withTable(before, index, { scale }));
        }}
      />
    </>
  );
}

function YearColumns({ index, table, choice }: PartProps & { readonly table: TableReport }) {
  const say = useSay();
  return (
    <>
      <h3>{say('window.import-years')}</h3>
      <p className={classes['tableNote']}>{say('window.import-years-help')}</p>
      <ul className={classes['years']}>
        {table.yearColumns.map((year, at) => (
          <li key={at}>
            <YearChoice table={index} at={at} year={year} isTaken={choice.yearColumns.includes(at)} />
          </li>
        ))}
      </ul>
      <GapChoice />
    </>
  );
}

type YearChoiceProps = {
  readonly table: number;
  readonly at: number;
  readonly year: YearColumn;
  readonly isTaken: boolean;
};

function YearChoice({ table, at, year, isTaken }: YearChoiceProps) {
  const { amount } = useFormats();
  const { setDraft } = useImport();
  const { label, header, column, total } = year;
  return (
    <div className={classes['year']} data-taken={isTaken}>
      <Checkbox
        size="xs"
        checked={isTaken}
        label={label}
        description={header === label ? column : `${column}, ${header}`}
        onChange={() => setDraft((before) => withYearToggled(before, table, at))}
      />
      <span className={classes['yearTotal']}>{amount(total)}</span>
    </div>
  );
}

/** Asked only where years stand apart from each other. */
function GapChoice() {
  const say = useSay();
  const { report, draft, setDraft } = useImport();
  const isAsked = report.findings.some(({ message }) =>
    ['import.years-not-taken', 'import.years-with-gap', 'import.years-absent'].includes(message.id),
  );
  if (!isAsked && !draft.confirmGaps) return null;
  return (
    <Checkbox
      size="xs"
      mt="xs"
      checked={draft.confirmGaps}
      label={say('window.import-confirm-gaps')}
      onChange={(event) => {
        const confirmGaps = event.currentTarget.checked;
        setDraft((before) => ({ ...before, confirmGaps }));
      }}
    />
  );
}
