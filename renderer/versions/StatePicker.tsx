import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { SwapIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import { useMoment } from '#renderer/app/use-moment.ts';
import type { Compared, ComparedState } from '#renderer/store/view-store.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import { stateGroups, stateKey, stateName } from './compared-state.ts';
import { usePlanFileChoice } from './use-plan-file-choice.tsx';
import classes from './versions.module.css';

type PickerProps = { readonly compared: Compared; readonly versions: readonly VersionInfo[] };

/** Which two states are compared, and which of them comes first. */
export function StatePickers({ compared, versions }: PickerProps) {
  const say = useSay();
  const { view } = useOpenPlan();
  const { from, to } = compared;
  const set = (changes: Partial<Compared>) => view.setState({ compared: { from, to, ...changes } });
  const picker = { versions, known: [from, to] };
  const swap = say('window.compare-swap');
  return (
    <div className={classes['pickers']} role="group" aria-label={say('window.compare-states')}>
      <StatePicker
        {...picker}
        label={say('window.compare-from')}
        state={from}
        onChange={(state) => set({ from: state })}
      />
      <Tooltip label={swap}>
        <ActionIcon aria-label={swap} onClick={() => set({ from: to, to: from })}>
          <SwapIcon />
        </ActionIcon>
      </Tooltip>
      <StatePicker
        {...picker}
        label={say('window.compare-to')}
        state={to}
        onChange={(state) => set({ to: state })}
      />
    </div>
  );
}

/** The choice that asks for a file and is no state itself. */
const CHOOSE_FILE = 'choose-file';

const GROUP_LABELS = {
  now: 'window.compare-group-now',
  original: 'window.compare-group-original',
  approved: 'window.compare-group-approved',
  named: 'window.compare-group-named',
  files: 'window.compare-group-files',
} as const;

type StatePickerProps = {
  readonly label: string;
  readonly state: ComparedState;
  readonly versions: readonly VersionInfo[];
  /** States that are chosen now: their files can be chosen again on the other side. */
  readonly known: readonly ComparedState[];
  readonly onChange: (state: ComparedState) => void;
};

function StatePicker({ label, state, versions, known, onChange }: StatePickerProps) {
  const say = useSay();
  const optionLabel = useOptionLabel(versions);
  const { choose, dialog } = usePlanFileChoice(({ file, name }) => onChange({ kind: 'file', file, name }));
  const groups = stateGroups(versions, known);
  const states = new Map(groups.flatMap((group) => group.states.map((each) => [stateKey(each), each])));
  const data = groups.map((group) => ({
    group: say(GROUP_LABELS[group.group]),
    items: group.states.map((each) => ({ value: stateKey(each), label: optionLabel(each) })),
  }));
  const take = (value: string | null) => {
    if (value === CHOOSE_FILE) return choose();
    const chosen = value === null ? undefined : states.get(value);
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <>
      <Select
        size="xs"
        className={classes['picker'] ?? ''}
        label={label}
        data={[...data, { value: CHOOSE_FILE, label: say('window.compare-choose-file') }]}
        value={stateKey(state)}
        maxDropdownHeight={360}
        onChange={take}
      />
      {dialog}
    </>
  );
}

/** What a state is called among the others: two versions of one name are told apart by when they were saved. */
function useOptionLabel(versions: readonly VersionInfo[]): (state: ComparedState) => string {
  const say = useSay();
  const moment = useMoment();
  return (state) => {
    const name = stateName(state, versions);
    if (typeof name !== 'string') return say(name);
    const version = versions.find(({ number }) => state.kind === 'version' && number === state.number);
    const isAlone = versions.filter((each) => each.name === name).length <= 1;
    if (version === undefined || isAlone) return name;
    return say({ id: 'window.compare-version', values: { name, moment: moment(version.at) } });
  };
}
