import { Autocomplete, Button, Group, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { LINE_KINDS } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { findRow } from '#shared/plan/table.ts';
import { addLine, type LineFields, updateLine } from './line-edits.ts';

/** A line that is to be made, or one whose details are to be changed. */
export type LineTarget =
  | { readonly kind: 'new'; readonly behind: string | null; readonly programme: string }
  | { readonly kind: 'existing'; readonly line: string };

type LineDialogProps = { readonly target: LineTarget | null; readonly onClose: () => void };

/** Asks for what a line is, beside its figures. */
export function LineDialog({ target, onClose }: LineDialogProps) {
  const say = useSay();
  const { session, view } = useOpenPlan();
  const added = useRef<string | null>(null);
  const title = target?.kind === 'existing' ? 'window.line-details' : 'window.add-line';
  // The dialog gives the focus back to where it was before the new line can have it.
  const showAdded = () => {
    const period = visiblePlan(session.store.getState().replica).axis.periods[0] ?? null;
    if (added.current !== null) view.setState({ sought: { line: added.current, source: null, period } });
    added.current = null;
  };
  const onDone = (line: string | null) => {
    added.current = line;
    onClose();
  };
  return (
    <Modal opened={target !== null} onClose={onClose} onExitTransitionEnd={showAdded} title={say(title)}>
      {target !== null && <LineForm target={target} onDone={onDone} />}
    </Modal>
  );
}

type LineFormProps = {
  readonly target: LineTarget;
  /** Told of the line that was added, if one was. */
  readonly onDone: (added: string | null) => void;
};

function LineForm({ target, onDone }: LineFormProps) {
  const say = useSay();
  const { session } = useOpenPlan();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const [fields, setFields] = useState(() => fieldsOf(plan, target));
  const [isAsked, setIsAsked] = useState(false);
  const set = (changes: Partial<LineFields>) => setFields({ ...fields, ...changes });
  const isUntitled = fields.title.trim() === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (isUntitled) return;
    const id = target.kind === 'existing' ? target.line : crypto.randomUUID();
    session.edit(editOf(plan, target, { id, fields: trimmed(fields) }));
    onDone(target.kind === 'new' ? id : null);
  };
  const programmes = [...new Set(plan.lines.rows.map(({ programme }) => programme))].filter(
    (name) => name !== '',
  );
  return (
    <form onSubmit={submit} noValidate>
      <TextInput
        label={say('window.line-title')}
        value={fields.title}
        data-autofocus
        error={isAsked && isUntitled ? say('window.line-title-needed') : null}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Group grow mt="sm" align="flex-start">
        <Autocomplete
          label={say('window.line-programme')}
          data={programmes}
          value={fields.programme}
          onChange={(programme) => set({ programme })}
        />
        <TextInput
          label={say('window.line-code')}
          value={fields.code}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
      </Group>
      <SegmentedControl
        mt="md"
        aria-label={say('window.line-kind')}
        data={LINE_KINDS.map((value) => ({ value, label: say(`window.kind-${value}`) }))}
        value={fields.kind}
        onChange={(kind) => set({ kind })}
      />
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={() => onDone(null)}>
          {say('window.cancel')}
        </Button>
        <Button type="submit">{say(target.kind === 'new' ? 'window.add-line' : 'window.save-line')}</Button>
      </div>
    </form>
  );
}

function fieldsOf(plan: Plan, target: LineTarget): LineFields {
  const line = findRow(plan.lines, target.kind === 'existing' ? target.line : (target.behind ?? ''));
  const kind = line?.kind ?? 'capital';
  if (target.kind === 'new') return { title: '', code: '', programme: target.programme, kind };
  return { title: line?.title ?? '', code: line?.code ?? '', programme: line?.programme ?? '', kind };
}

function trimmed({ title, code, programme, kind }: LineFields): LineFields {
  return { title: title.trim(), code: code.trim(), programme: programme.trim(), kind };
}

function editOf(
  plan: Plan,
  target: LineTarget,
  { id, fields }: { readonly id: string; readonly fields: LineFields },
) {
  return target.kind === 'existing'
    ? updateLine(plan, id, fields)
    : addLine(plan, id, { fields, behind: target.behind });
}
