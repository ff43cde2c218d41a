import type { Finding, ImportReport, TableReport } from '#shared/api/import-report.ts';
import type { Formats } from '#shared/messages/formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { textTable } from './text-table.ts';

/** What `import --json` prints: the report with its messages written out. */
export type ImportJson = Omit<ImportReport, 'findings'> & {
  readonly findings: readonly (Omit<Finding, 'message'> & { readonly message: string })[];
};

/** Makes the object that `import --json` prints. */
export function importJson(report: ImportReport, formats: Formats): ImportJson {
  const { file, sha256, sheets, tables, findings, plan } = report;
  return {
    file,
    sha256,
    sheets,
    tables,
    findings: findings.map((finding) => ({ ...finding, message: writeMessage(finding.message, formats) })),
    plan,
  };
}

/** The report for people: sheets, tables with their totals by year, findings, and what it makes. */
export function importText(report: ImportReport, formats: Formats): string {
  const sheets = report.sheets.map(({ name, rows, columns }) =>
    writeMessage({ id: 'cli.sheet', values: { name, rows, columns } }, formats),
  );
  const findings = report.findings.map((finding) => `  ${findingText(finding, formats)}`);
  const result = report.plan
    ? writeMessage({ id: 'cli.imported', values: report.plan }, formats)
    : writeMessage({ id: 'cli.not-imported' }, formats);
  const count = writeMessage({ id: 'cli.findings', values: { count: findings.length } }, formats);
  return [
    [report.file, ...sheets].join('\n'),
    ...report.tables.map((table) => tableText(table, formats)),
    ...(findings.length === 0 ? [] : [[count, ...findings].join('\n')]),
    result,
  ].join('\n\n');
}

function tableText(table: TableReport, formats: Formats): string {
  const { sheet, range, measure, currency, scale, rows, yearColumns } = table;
  const heading = writeMessage(
    { id: 'cli.table', values: { sheet, range, measure, currency, scale, rows: rows.data } },
    formats,
  );
  const columns = (['year', 'header', 'total'] as const).map((column) =>
    writeMessage({ id: `cli.column-${column}` }, formats),
  );
  const years = yearColumns.map(({ label, header, total }) => [
    label,
    header.replace(/\s+/g, ' '),
    formats.number(total),
  ]);
  return `${heading}\n${textTable([columns, ...years], ['left', 'left', 'right'])}`;
}

function findingText({ sheet, cell, message }: Finding, formats: Formats): string {
  const where = sheet === null ? '' : cell === null ? sheet : `${sheet}!${cell}`;
  return writeMessage(
    { id: 'cli.finding', values: { where, message: writeMessage(message, formats) } },
    formats,
  );
}
