import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { FileMenu } from './FileMenu.tsx';
import { roomOf } from '#renderer/history/change-place.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { ViewState } from '#renderer/store/view-store.ts';
import type { Message, PlainMessageId } from '#shared/messages/message.ts';
import { useOpenPlan, usePlanState, useViewState } from './app-context.ts';
import { ColourSchemeMenu } from './ColourSchemeMenu.tsx';
import { RedoIcon, UndoIcon } from './icons.tsx';
import { PlanTitle } from './PlanTitle.tsx';
import classes from './shell.module.css';
import { useSay } from './texts.ts';
import { UnitsMenu } from './UnitsMenu.tsx';

/** The head of the window: which plan this is, in which units, and the ways back and out. */
export function Header() {
  const say = useSay();
  const { view } = useOpenPlan();
  const isChecksOpen = useViewState(areChecksShown);
  return (
    <header className={classes['header']}>
      <FileMenu />
      <PlanTitle />
      <FileName />
      <ReadOnlyFact />
      <UnitsMenu />
      <span className={classes['spacer']} />
      <UndoRedo />
      <Button
        variant={isChecksOpen ? 'light' : 'default'}
        size="compact-sm"
        aria-expanded={isChecksOpen}
        onClick={() =>
          view.setState(isChecksOpen ? { isChecksOpen: false } : { isChecksOpen: true, cellInHistory: null })
        }
      >
        {say('window.checks')}
      </Button>
      <ColourSchemeMenu />
    </header>
  );
}

/** The history of a cell of the room on screen stands where the checks are else. */
function areChecksShown({ isChecksOpen, cellInHistory, room }: ViewState): boolean {
  return isChecksOpen && (cellInHistory === null || roomOf(cellInHistory.ref) !== room);
}

/** The name of the plan's file, where it says more than the title beside it. */
function FileName() {
  const say = useSay();
  const name = usePlanState((state) => state.opened.name);
  const title = usePlanState(({ replica }) => visiblePlan(replica).title);
  if (name === title) return null;
  return <span className={classes['fact']}>{name ?? say('window.draft')}</span>;
}

/** That nothing can be changed here; the status bar says why. */
function ReadOnlyFact() {
  const say = useSay();
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  return isReadOnly ? <span className={classes['fact']}>{say('files.read-only')}</span> : null;
}

function UndoRedo() {
  const { session } = useOpenPlan();
  const acked = usePlanState(({ replica }) => replica.acked);
  const isWaiting = usePlanState(({ replica }) => replica.pending.length > 0);
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  return (
    <>
      <StepButton
        idle="window.undo"
        label={acked.canUndo}
        isOff={isReadOnly || (acked.canUndo === null && !isWaiting)}
        onStep={session.undo}
        icon={<UndoIcon />}
      />
      <StepButton
        idle="window.redo"
        label={acked.canRedo}
        isOff={isReadOnly || isWaiting || acked.canRedo === null}
        onStep={session.redo}
        icon={<RedoIcon />}
      />
    </>
  );
}

type StepButtonProps = {
  readonly idle: PlainMessageId;
  readonly label: Message | null;
  readonly isOff: boolean;
  readonly onStep: () => void;
  readonly icon: React.ReactNode;
};

function StepButton({ idle, label, isOff, onStep, icon }: StepButtonProps) {
  const say = useSay();
  const text =
    label === null
      ? say(idle)
      : say({ id: 'window.step-of', values: { step: say(idle), label: say(label) } });
  return (
    <Tooltip label={text}>
      <ActionIcon aria-label={text} disabled={isOff} onClick={onStep} size="md">
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
