import { useLateFlag } from '#renderer/app/use-late-flag.ts';
import { useMoment } from '#renderer/app/use-moment.ts';
import type { Provenance } from '#shared/api/api.ts';
import type { HistoryEntry } from '#shared/api/history-api.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import type { CellValue } from './cell-value.ts';
import type { ChangeReader } from './change-reader.ts';
import classes from './history.module.css';
import { ruleWords } from './rule-words.ts';
import { isPlainStep } from './StepEntry.tsx';
import { useCellOrigin } from './use-cell-origin.ts';

type WhereFromProps = { readonly value: CellValue; readonly reader: ChangeReader };

/** Where a figure came from: the cell of a file, or the person and the moment that brought it. */
export function WhereFrom({ value, reader: { say } }: WhereFromProps) {
  const origin = useCellOrigin(value.origin);
  const isLate = useLateFlag(origin.kind === 'reading');
  switch (origin.kind) {
    case 'reading':
      return <p className={classes['cellNote']}>{isLate && say('history.origin-reading')}</p>;
    case 'wrong':
      return <p className={classes['cellNote']}>{say('history.origin-wrong')}</p>;
    case 'found': {
      const { file, step } = origin.value;
      const nothing = value.minor === null ? 'history.origin-blank' : 'history.origin-none';
      if (file === null && step === null) return <p className={classes['cellNote']}>{say(nothing)}</p>;
      return (
        <>
          {file !== null && <FileFacts file={file} say={say} />}
          {step !== null && (
            <BroughtBy step={step} isFromFile={file !== null} isBlank={value.minor === null} say={say} />
          )}
        </>
      );
    }
  }
}

function FileFacts({ file, say }: Pick<ChangeReader, 'say'> & { readonly file: Provenance }) {
  const facts: readonly (readonly [PlainMessageId, string])[] = [
    ['history.origin-file', file.file],
    ['history.origin-sheet', file.sheet],
    ['history.origin-cell', file.cell],
    ['history.origin-raw', file.raw],
    ['history.origin-rule', ruleWords(file.rule, say)],
  ];
  return (
    <dl className={classes['facts']}>
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

type BroughtByProps = Pick<ChangeReader, 'say'> & {
  readonly step: HistoryEntry;
  readonly isFromFile: boolean;
  readonly isBlank: boolean;
};

function BroughtBy({ step, isFromFile, isBlank, say }: BroughtByProps) {
  const moment = useMoment();
  const way = isFromFile ? 'imported' : isBlank ? 'cleared' : 'entered';
  return (
    <p className={classes['cellText']}>
      {say({ id: `history.origin-${way}`, values: { who: step.who, moment: moment(step.at) } })}
      {!isFromFile && !isPlainStep(step) && (
        <span className={classes['cellStep']}>
          {say({ id: 'history.origin-step', values: { label: say(step.label) } })}
        </span>
      )}
    </p>
  );
}
