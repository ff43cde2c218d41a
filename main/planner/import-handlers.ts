import type { StepAnswer } from '#shared/api/api.ts';
import { parseEdit } from '#shared/plan/edit-schema.ts';
import type { Edit } from '#shared/plan/edit.ts';
import {
  editFromImport,
  planFromImport,
  previewImport,
  sheetCells,
  suggestChoices,
  unpackImport,
} from '#main/import/import-service.ts';
import { localDate } from '#main/host/local-time.ts';
import type { Handlers, PlannerContext } from './context.ts';
import { Refusal } from './refusal.ts';
import { runTask } from './run-task.ts';
import type { Session } from './session.ts';

type ImportChannel =
  'import/read-file' | 'import/get-cells' | 'import/preview' | 'import/apply' | 'import/close';

const READ_LIMIT_MS = 120_000;

/** The calls that take a spreadsheet in: reading it in a job, looking at it, and making it lines of a plan. */
export function importHandlers(context: PlannerContext): Handlers<ImportChannel> {
  const { ports, plans, imports } = context;
  return {
    'import/read-file': async ({ call, name, bytes, locale }) => {
      const read = await runTask(context, {
        call,
        stage: { id: 'planner.reading-file' },
        request: {
          task: 'import/read',
          // The window sends the computer's setting: what the file itself says comes first.
          input: { bytes, name, locale: { locale, isChosen: false } },
          timeLimitMs: READ_LIMIT_MS,
        },
      });
      if (!read.ok) throw new Refusal('not-readable', read.message);
      const state = unpackImport(read.packed);
      return { handle: imports.add(state), report: state.report, suggested: suggestChoices(state) };
    },
    'import/get-cells': ({ handle, sheet, firstRow, rows }) =>
      sheetCells(imports.get(handle), sheet, firstRow, rows),
    'import/preview': ({ handle, choices }) => previewImport(imports.get(handle), choices),
    'import/apply': ({ handle, choices, plan }) => {
      const state = imports.get(handle);
      if (plan !== null) {
        const session = plans.get(plan);
        const made = editFromImport(state, choices, session.state().plan);
        if (!made.ok) throw new Refusal('not-importable', made.problem);
        return { opened: null, step: applyImport(session, made.edit) };
      }
      const today = localDate(ports.clock.now());
      const made = planFromImport(state, choices, { id: ports.newId(), today });
      if (!made.ok) throw new Refusal('not-importable', made.problem);
      const session = plans.openDraft(made.plan, 'person');
      applyImport(session, made.edit);
      return { opened: session.opened(), step: null };
    },
    'import/close': ({ handle }) => {
      imports.close(handle);
      return null;
    },
  };
}

/** What a spreadsheet holds comes from outside, so what was made of it is parsed like the window's own edits. */
function applyImport(session: Session, made: Edit): StepAnswer {
  const read = parseEdit(made);
  if (!read.ok) throw new Error('The import made an edit that no plan can take');
  return { ...session.apply(session.state().seq, read.edit), edit: read.edit };
}
