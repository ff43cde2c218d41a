import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { PlusIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import { firstCompared } from './compared-state.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { useVersions } from './use-versions.ts';
import { VersionDialog } from './VersionDialog.tsx';
import { VersionItem } from './VersionItem.tsx';
import classes from './versions.module.css';

type Dialog = { readonly kind: 'new' } | { readonly kind: 'edit' | 'restore'; readonly version: VersionInfo };

/** The versions of the plan, newest first, and what can be done with them. `takesFocus`: the person comes back from comparing. */
export function VersionList({ takesFocus }: { readonly takesFocus: boolean }) {
  const say = useSay();
  const { versions, problem } = useVersions();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  return (
    <section className={classes['tab']} aria-label={say('window.versions')}>
      {problem !== null && (
        <p className={classes['problem']} role="alert">
          {say('window.versions-wrong')}. {say(problem)}
        </p>
      )}
      {versions?.length === 0 && (
        <NoVersions takesFocus={takesFocus} onNew={() => setDialog({ kind: 'new' })} />
      )}
      {versions !== null && versions.length > 0 && (
        <Versions takesFocus={takesFocus} versions={versions} onDialog={setDialog} />
      )}
      <VersionDialog target={dialog?.kind === 'new' ? 'new' : versionOf(dialog, 'edit')} onClose={close} />
      <RestoreDialog version={versionOf(dialog, 'restore')} onClose={close} />
    </section>
  );
}

function versionOf(dialog: Dialog | null, kind: 'edit' | 'restore'): VersionInfo | null {
  return dialog !== null && dialog.kind !== 'new' && dialog.kind === kind ? dialog.version : null;
}

type ListProps = {
  readonly takesFocus: boolean;
  readonly versions: readonly VersionInfo[];
  readonly onDialog: (dialog: Dialog) => void;
};

function Versions({ takesFocus, versions, onDialog }: ListProps) {
  const say = useSay();
  const readOnly = usePlanState((state) => state.opened.readOnly);
  return (
    <>
      <div className={classes['toolbar']} role="toolbar" aria-label={say('window.versions')}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<PlusIcon />}
          disabled={readOnly !== null}
          onClick={() => onDialog({ kind: 'new' })}
        >
          {say('window.save-version')}
        </Button>
        <CompareButton takesFocus={takesFocus} versions={versions} />
        <p className={classes['note']}>
          {readOnly === null ? say('window.versions-note') : <ReadOnlyNote />}
        </p>
      </div>
      <ul className={classes['list']}>
        {versions.map((version) => (
          <VersionItem
            key={version.number}
            version={version}
            isReadOnly={readOnly !== null}
            onEdit={() => onDialog({ kind: 'edit', version })}
            onRestore={() => onDialog({ kind: 'restore', version })}
          />
        ))}
      </ul>
    </>
  );
}

type NoVersionsProps = { readonly takesFocus: boolean; readonly onNew: () => void };

function NoVersions({ takesFocus, onNew }: NoVersionsProps) {
  const say = useSay();
  const readOnly = usePlanState((state) => state.opened.readOnly);
  return (
    <div className={classes['empty']}>
      <h2 className="pn-large">{say('window.versions-empty-title')}</h2>
      <p>{say('window.versions-empty-text')}</p>
      <div className={classes['actions']}>
        <Button disabled={readOnly !== null} onClick={onNew}>
          {say('window.save-version')}
        </Button>
        <CompareButton takesFocus={takesFocus} versions={[]} />
      </div>
      {readOnly !== null && (
        <p>
          <ReadOnlyNote />
        </p>
      )}
    </div>
  );
}

/** Why nothing can be saved in a plan that is only read. */
function ReadOnlyNote() {
  const say = useSay();
  const readOnly = usePlanState((state) => state.opened.readOnly);
  if (readOnly === null) return null;
  return say({ id: 'window.version-read-only', values: { reason: say(readOnly) } });
}

type CompareProps = { readonly takesFocus: boolean; readonly versions: readonly VersionInfo[] };

function CompareButton({ takesFocus, versions }: CompareProps) {
  const say = useSay();
  const { view } = useOpenPlan();
  const compare = () =>
    view.setState({ compared: { from: firstCompared(versions), to: { kind: 'current' } } });
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  return (
    <Button
      ref={button}
      size={versions.length === 0 ? 'xs' : 'compact-sm'}
      variant="default"
      onClick={compare}
    >
      {say('window.compare')}
    </Button>
  );
}
