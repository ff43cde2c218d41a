import { UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { AttentionIcon, FailIcon, PassIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import type { Finding, FindingSeverity } from '#shared/api/import-report.ts';
import { useImport } from './import-context.ts';
import classes from './meaning.module.css';
import { groupFindings, splitFindings } from './report-words.ts';

const ICONS = { error: FailIcon, warning: AttentionIcon, info: PassIcon } as const satisfies Record<
  FindingSeverity,
  unknown
>;

/** What a person should know of the file, gravest first; a finding with a cell leads to it in the sheet. */
export function FindingList() {
  const say = useSay();
  const id = useId();
  const { report, draft } = useImport();
  const taken = report.tables.filter((_, index) => draft.tables[index]?.isTaken === true);
  const { near, far } = splitFindings(report.findings, new Set(taken.map(({ sheet }) => sheet)));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say('window.import-findings')}</h2>
      {near.length === 0 && <p className={classes['tableNote']}>{say('window.import-no-findings')}</p>}
      <FindingGroups findings={near} />
      {far.length > 0 && (
        <details className={classes['more']}>
          <summary>{say({ id: 'window.import-findings-elsewhere', values: { count: far.length } })}</summary>
          <FindingGroups findings={far} />
        </details>
      )}
    </section>
  );
}

function FindingGroups({ findings }: { readonly findings: readonly Finding[] }) {
  const say = useSay();
  return groupFindings(findings).map(({ severity, findings: members }) => {
    const Icon = ICONS[severity];
    return (
      <div key={severity} className={classes['findings']} data-severity={severity}>
        <h3>
          <Icon size={14} /> {say(`window.import-findings-${severity}`)}
        </h3>
        <ul>
          {members.map((finding, index) => (
            <li key={index}>
              <FindingEntry finding={finding} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function FindingEntry({ finding: { sheet, cell, message } }: { readonly finding: Finding }) {
  const say = useSay();
  const { showCell, showSheet } = useImport();
  if (sheet === null) return <p className={classes['finding']}>{say(message)}</p>;
  return (
    <UnstyledButton
      className={classes['finding'] ?? ''}
      onClick={() => (cell === null ? showSheet(sheet) : showCell(sheet, cell))}
    >
      <span className={classes['findingPlace']}>
        {say({ id: 'window.import-at', values: { sheet, cell } })}
      </span>{' '}
      {say(message)}
    </UnstyledButton>
  );
}
