import type { StoreApi } from 'zustand/vanilla';
import type { Answer, OpenedPlan } from '#shared/api/api.ts';
import type { OpenMode, PlanOpening } from '#shared/api/files-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { mayLeave, type Leavable } from './may-leave.ts';
import type { Notices } from './notices.ts';

/** A question that stands before a plan file can be opened: somebody else has it open, or it is damaged. */
export type OpeningQuestion = {
  readonly about: Exclude<PlanOpening, { readonly kind: 'opened' }>;
  /** Whether another way to open it can be chosen; else there is nothing to do but to know. */
  readonly canChoose: boolean;
  /** How the file is to be opened; null leaves it closed. */
  readonly answer: (mode: OpenMode | null) => void;
};

type Opening = {
  /** What is being done before a plan can be shown. */
  readonly busy: Message | null;
  readonly question: OpeningQuestion | null;
};

type OpeningParts = {
  readonly store: StoreApi<Leavable & Opening>;
  readonly notices: Notices;
  readonly show: (opened: OpenedPlan) => Promise<void>;
};

/** A way to a plan file: what is said meanwhile, and the call that opens it. */
export type WayToFile = {
  readonly busy: Message;
  readonly open: (mode: OpenMode) => Promise<Answer<'plan/open'>>;
  /** Whether the file can be opened in another mode when it cannot be opened to be changed. */
  readonly canChoose: boolean;
};

/** Opens a plan file to change it, asks what must be asked, and shows it. The plan as it was opened; null when none was. */
export async function openPlanFile(
  { store, notices, show }: OpeningParts,
  { busy, open, canChoose }: WayToFile,
): Promise<OpenedPlan | null> {
  if (!(await mayLeave(store))) return null;
  store.getState().question?.answer(null);
  let mode: OpenMode | null = 'write';
  while (mode !== null) {
    store.setState({ busy });
    const answer = await open(mode);
    if (!answer.ok) notices.tell('error', answer.error.message);
    else if (answer.value.kind === 'opened') await show(answer.value.opened);
    store.setState({ busy: null });
    if (!answer.ok) return null;
    if (answer.value.kind === 'opened') return answer.value.opened;
    mode = await ask(store, { about: answer.value, canChoose });
  }
  return null;
}

/** Puts the question on screen. */
function ask(store: OpeningParts['store'], asked: Omit<OpeningQuestion, 'answer'>): Promise<OpenMode | null> {
  return new Promise((resolve) => {
    const answer = (mode: OpenMode | null) => {
      store.setState({ question: null });
      resolve(mode);
    };
    store.setState({ question: { ...asked, answer } });
  });
}
