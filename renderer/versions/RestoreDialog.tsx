import { Button, Modal } from '@mantine/core';
import { useApp, useOpenPlan } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { useLateFlag } from '#renderer/app/use-late-flag.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import { RestoreTotals } from './RestoreTotals.tsx';
import { useComparison } from './use-comparison.ts';

type DialogProps = { readonly version: VersionInfo | null; readonly onClose: () => void };

/** Asks once before the plan is brought back to a version, and says what that will change. */
export function RestoreDialog({ version, onClose }: DialogProps) {
  const say = useSay();
  const title = version === null ? '' : say({ id: 'window.restore-title', values: { name: version.name } });
  return (
    <Modal opened={version !== null} onClose={onClose} title={title} size="lg">
      {version !== null && <RestoreQuestion version={version} onClose={onClose} />}
    </Modal>
  );
}

type QuestionProps = { readonly version: VersionInfo; readonly onClose: () => void };

function RestoreQuestion({ version, onClose }: QuestionProps) {
  const say = useSay();
  const restore = useRestore();
  const { number, name } = version;
  const { result, problem } = useComparison({ from: { kind: 'current' }, to: { kind: 'version', number } });
  const isLate = useLateFlag(result === null && problem === null);
  const isSame = result?.count === 0;
  return (
    <>
      <p className="pn-dialog-text">
        {say({ id: isSame ? 'window.restore-nothing' : 'window.restore-text', values: { name } })}
      </p>
      {isLate && <p className="pn-muted">{say('window.compare-busy')}</p>}
      {problem !== null && (
        <p className="pn-error" role="alert">
          {say(problem)}
        </p>
      )}
      {result !== null && !isSame && (
        <>
          <p>{say({ id: 'window.restore-count', values: { count: result.count } })}</p>
          <RestoreTotals result={result} />
        </>
      )}
      <div className="pn-dialog-foot">
        <Button variant="default" data-autofocus onClick={onClose}>
          {say(isSame ? 'window.close' : 'window.cancel')}
        </Button>
        {!isSame && (
          <Button
            disabled={result === null}
            onClick={() => {
              onClose();
              void restore(version);
            }}
          >
            {say('window.restore-button')}
          </Button>
        )}
      </div>
    </>
  );
}

/** Brings the plan back to a version behind the steps on their way, and says so once it is done. */
function useRestore(): (version: VersionInfo) => Promise<void> {
  const { notices } = useApp();
  const { session } = useOpenPlan();
  return async ({ number, name }) => {
    await session.settle();
    const { acked } = session.store.getState().replica;
    session.restore(number);
    await session.settle();
    if (session.store.getState().replica.acked.seq === acked.seq) return;
    notices.tell('info', { id: 'window.restored', values: { name } });
  };
}
