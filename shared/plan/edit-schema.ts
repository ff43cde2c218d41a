import { z } from 'zod';
import type { Message } from '../messages/message.ts';
import { isWithinRange, type Minor } from '../money/amount.ts';
import type { Edit, SeriesRef } from './edit.ts';
import { writeJsonPath } from './json/json-path.ts';
import { schemaErrors } from './json/schema-errors.ts';
import { LINE_MEASURES } from './line.ts';
import { count, id, optional, period, text, yearId } from './schema/atoms.ts';
import { optionalLineShape, requiredLineShape } from './schema/line-shape.ts';
import { optionalPlanShape, requiredPlanShape } from './schema/plan-shape.ts';
import { acceptance, comment, signOff } from './schema/record-shape.ts';
import { certainty, optionalSourceShape, requiredSourceShape } from './schema/source-shape.ts';
import { SOURCE_MEASURES } from './source.ts';

const minor = z.bigint().refine((value): value is Minor => isWithinRange(value), {
  params: { problem: 'out-of-range' },
});
const minors = z.array(minor.nullable());
/** Origin numbers are whole, from 0 on. */
const origins = z.array(count);
const series = z
  .strictObject({ minor: minors, origin: origins })
  .refine(({ minor: values, origin }) => values.length === origin.length, {
    params: { problem: 'uneven-series' },
  });

const lineDetails = { ...requiredLineShape, ...optionalLineShape };
const sourceDetails = { ...requiredSourceShape, ...optionalSourceShape };
const planDetails = { ...requiredPlanShape, ...optionalPlanShape(minor) };

const line = z.strictObject({ id, ...lineDetails, need: series, actual: series, risk: series, bias: series });
const source = z.strictObject({
  id,
  ...sourceDetails,
  award: series,
  drawn: series,
  certainty: z.array(certainty.nullable()),
});
const allocation = z.strictObject({
  id,
  line: id,
  source: id,
  matchFor: id.nullable(),
  amounts: series,
});

/** Names one series of amounts. */
export const seriesRef: z.ZodType<SeriesRef> = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('line'), measure: z.enum(LINE_MEASURES), line: id }),
  z.strictObject({ of: z.literal('source'), measure: z.enum(SOURCE_MEASURES), source: id }),
  z.strictObject({ of: z.literal('allocation'), line: id, source: id, matchFor: id.nullable() }),
]);
const block = z.strictObject({
  ref: seriesRef,
  from: period,
  minor: minors,
  ...optional({ origin: origins }),
});
const provenanceCell = z.strictObject({ sheet: text, cell: text, raw: text, rule: text });

function placed<Row extends z.ZodType>(row: Row) {
  return z.array(z.strictObject({ at: count, row }));
}
const ids = z.array(id);

/** An edit as it crosses between processes: amounts are bigints, and no field is unknown or missing. */
export const editSchema: z.ZodType<Edit> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set-amounts'), blocks: z.array(block) }),
  z.strictObject({
    kind: z.literal('set-certainty'),
    source: id,
    from: period,
    values: z.array(certainty.nullable()),
  }),
  z.strictObject({ kind: z.literal('add-lines'), rows: placed(line) }),
  z.strictObject({ kind: z.literal('update-line'), id, changes: z.strictObject(optional(lineDetails)) }),
  z.strictObject({ kind: z.literal('remove-lines'), ids }),
  z.strictObject({ kind: z.literal('add-sources'), rows: placed(source) }),
  z.strictObject({ kind: z.literal('update-source'), id, changes: z.strictObject(optional(sourceDetails)) }),
  z.strictObject({ kind: z.literal('remove-sources'), ids }),
  z.strictObject({ kind: z.literal('add-allocations'), rows: placed(allocation) }),
  z.strictObject({ kind: z.literal('remove-allocations'), ids }),
  z.strictObject({
    kind: z.literal('set-years'),
    years: z.array(yearId),
    before: z.boolean(),
    later: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('set-plan'), changes: z.strictObject(optional(planDetails)) }),
  z.strictObject({
    kind: z.literal('import'),
    file: z.strictObject({ name: text, sha256: text }),
    edits: z.array(z.lazy(() => editSchema)),
    cells: z.array(provenanceCell),
  }),
  z.strictObject({
    kind: z.literal('batch'),
    label: text,
    ...optional({ reason: text }),
    edits: z.array(z.lazy(() => editSchema)),
  }),
  z.strictObject({ kind: z.literal('comment'), comment }),
  z.strictObject({ kind: z.literal('accept'), acceptance }),
  z.strictObject({ kind: z.literal('sign'), signOff }),
]);

export type EditParsed =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly path: string; readonly refusal: Message };

/** Reads an edit that came from outside this process; answers the first thing that is wrong with it, and where. */
export function parseEdit(value: unknown): EditParsed {
  const read = editSchema.safeParse(value);
  if (read.success) return { ok: true, edit: read.data };
  const [first] = schemaErrors(read.error.issues, value);
  return {
    ok: false,
    path: first?.path ?? writeJsonPath([]),
    refusal: first?.message ?? { id: 'plan-json.not-understood' },
  };
}
