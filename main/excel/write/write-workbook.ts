import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { EXPORTED_PLAN_NAME } from '#main/excel/exported-plan-name.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { cellStyles } from './cell-styles.ts';
import { checksSheet, layOutChecks } from './checks-sheet.ts';
import { fundingSheet, layOutFunding } from './funding-sheet.ts';
import { layOutPlan, planSheet } from './plan-sheet.ts';
import { makeSheetFrame, type SheetFrame } from './sheet-frame.ts';
import type { SheetSpec } from './sheet-spec.ts';
import { sourcesSheet } from './sources-sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import type { WorkbookInput, WriteOptions } from './workbook-input.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * Writes the reviewed workbook to a file: first beside it under another name, then renamed, so that a file is either
 * whole or not there.
 * @throws DOMException AbortError when the signal says so; nothing is left behind.
 */
export async function writeWorkbookFile(
  input: WorkbookInput,
  path: string,
  options: WriteOptions = {},
): Promise<void> {
  const part = join(dirname(path), `.${process.pid}-${Date.now()}.perennial-part`);
  try {
    await writeTo(input, part, options);
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

async function writeTo(input: WorkbookInput, path: string, options: WriteOptions): Promise<void> {
  options.signal?.throwIfAborted();
  const frame = makeSheetFrame(input);
  const sheets = workbookSheets(frame, input);
  const stream = createWriteStream(path, { flags: 'wx' });
  const closed = finished(stream);
  // A failed stream is reported by the writer's own commit as well; this keeps it from being reported by nobody.
  closed.catch(() => undefined);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  workbook.creator = 'Perennial';
  workbook.created = new Date(input.exportedAt);
  workbook.title = input.plan.title;
  workbook.definedNames.add(`'${sheets[0]?.name ?? ''}'!$A$1`, EXPORTED_PLAN_NAME);
  const styles = cellStyles(frame.decimals);
  const footer = writeMessage(
    { id: 'export.footer', values: { title: input.plan.title, digest: input.digest.slice(0, 16) } },
    frame.formats,
  );
  try {
    for (const [index, sheet] of sheets.entries()) {
      options.onProgress?.(index / sheets.length);
      await writeSheet(workbook, sheet, { styles, footer, ...options });
    }
    await workbook.commit();
    await closed;
  } catch (error) {
    stream.destroy();
    throw error;
  }
}

/** The sheets in reading order; each is laid out before any is written, because they refer to one another. */
function workbookSheets(frame: SheetFrame, input: WorkbookInput): readonly SheetSpec[] {
  const funding = layOutFunding(frame);
  const plan = layOutPlan(frame);
  const checks = layOutChecks(frame, input.results);
  return [
    summarySheet(frame, input, plan, checks),
    planSheet(frame, plan, funding),
    fundingSheet(frame, funding),
    sourcesSheet(frame, funding),
    checksSheet(frame, input.results, checks),
  ];
}
