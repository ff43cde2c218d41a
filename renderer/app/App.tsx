import './base.css';
import { useMemo } from 'react';
import { DropTarget } from '#renderer/import/DropTarget.tsx';
import { ImportView } from '#renderer/import/ImportView.tsx';
import { OpeningDialog } from '#renderer/start/OpeningDialog.tsx';
import { StartPage } from '#renderer/start/StartPage.tsx';
import { defaultCalendarFor } from '#shared/calendar/fiscal-year.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { PlanContext, useApp, useAppState } from './app-context.ts';
import { FullPageMessage } from './FullPageMessage.tsx';
import { BusyNote } from './BusyNote.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { NoticeList } from './NoticeList.tsx';
import { PlanWindow } from './PlanWindow.tsx';
import { FormatsContext } from './texts.ts';
import { useUnloadGuard } from './use-unload-guard.ts';

/** Texts before any plan is open name no amounts; the currency here is never written. */
const NO_PLAN_CURRENCY = 'GBP';

/** The whole window: the start page, an import, or a plan. */
export function App() {
  const locale = useAppState(({ info }) => info?.locale ?? 'en-GB');
  const formats = useMemo(
    () => makeFormats({ currency: NO_PLAN_CURRENCY, locale, calendar: defaultCalendarFor(locale) }),
    [locale],
  );
  useUnloadGuard();
  return (
    <FormatsContext value={formats}>
      <DropTarget>
        <Content />
      </DropTarget>
      <LeaveDialog />
      <OpeningDialog />
      <BusyNote />
      <NoticeList />
    </FormatsContext>
  );
}

function Content() {
  const app = useApp();
  const { phase, plan, importing } = useAppState((state) => state);
  if (phase === 'starting') return null;
  if (phase === 'shut-out')
    return <FullPageMessage title="window.shut-out-title" text="window.shut-out-text" />;
  if (phase === 'unreachable')
    return (
      <FullPageMessage
        title="window.unreachable-title"
        text="window.unreachable-text"
        action={{ label: 'window.try-again', run: () => void app.start() }}
      />
    );
  if (importing !== null)
    return <ImportView file={importing} onDone={app.showPlan} onCancel={app.leaveImport} />;
  if (plan === null) return <StartPage />;
  return (
    <PlanContext value={plan} key={plan.session.store.getState().opened.handle}>
      <PlanWindow />
    </PlanContext>
  );
}
