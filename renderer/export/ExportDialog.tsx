import { Button, Modal, Progress } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useApp, useAppState, useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { type JobProgress, useJobProgress } from '#renderer/app/use-job-progress.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { Message } from '#shared/messages/message.ts';
import { downloadBytes } from './download-bytes.ts';
import { exportWorkbook, type ExportOutcome } from './export-workbook.ts';

type DialogProps = { readonly isOpen: boolean; readonly onClose: () => void };
type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly call: string }
  | { readonly kind: 'failed'; readonly message: Message };

/** Writes the plan as a workbook: to a file chosen on the desktop, as a download in a browser. */
export function ExportDialog({ isOpen, onClose }: DialogProps) {
  const say = useSay();
  return (
    <Modal opened={isOpen} onClose={onClose} title={say('window.export-workbook')}>
      <ExportSteps onClose={onClose} />
    </Modal>
  );
}

function ExportSteps({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { notices, transport } = useApp();
  const [stage, setStage] = useState<Stage>({ kind: 'idle' });
  const running = stage.kind === 'running' ? stage.call : null;
  const progress = useJobProgress(running);
  const run = useExport((outcome) => {
    if (outcome.kind === 'failed') return setStage(outcome);
    if (outcome.kind === 'none') return setStage({ kind: 'idle' });
    if (outcome.bytes !== null) downloadBytes(outcome.name, outcome.bytes);
    notices.tell('info', { id: 'window.exported', values: { name: outcome.name } });
    onClose();
  });
  const start = () => {
    const call = crypto.randomUUID();
    setStage({ kind: 'running', call });
    run(call);
  };
  const cancel = () => {
    if (running === null) onClose();
    else void transport.call('job/cancel', { call: running });
  };
  return (
    <>
      <p className="pn-dialog-text">{say('window.export-text')}</p>
      <div className="pn-dialog-progress" role="status">
        {running !== null && <ProgressBar progress={progress} />}
        {stage.kind === 'failed' && <span className="pn-error">{say(stage.message)}</span>}
      </div>
      <div className="pn-dialog-foot">
        <Button variant="default" onClick={cancel}>
          {say('window.cancel')}
        </Button>
        <Button onClick={start} disabled={running !== null} data-autofocus>
          {say('window.export-workbook')}
        </Button>
      </div>
    </>
  );
}

/** Starts an export whose outcome is dropped when the dialog has gone in the meantime. */
function useExport(onOutcome: (outcome: ExportOutcome) => void): (call: string) => void {
  const { transport } = useApp();
  const { session } = useOpenPlan();
  const host = useAppState(({ info }) => info?.host ?? 'browser');
  const title = usePlanState(({ replica }) => visiblePlan(replica).title);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return (call) => {
    void exportWorkbook({ transport, session, host, title, call }).then((outcome) => {
      if (isShown.current) onOutcome(outcome);
    });
  };
}

function ProgressBar({ progress }: { readonly progress: JobProgress | null }) {
  const say = useSay();
  const share = progress?.total ? (progress.done / progress.total) * 100 : 100;
  const isOpenEnded = !progress?.total;
  return (
    <>
      <Progress
        value={share}
        animated={isOpenEnded}
        striped={isOpenEnded}
        aria-label={say('window.progress')}
      />
      <span className="pn-small pn-muted">{say(progress?.stage ?? 'window.starting')}</span>
    </>
  );
}
