import { useState } from 'react';
import { useOpenPlan, useViewState } from '#renderer/app/app-context.ts';
import { CompareView } from './CompareView.tsx';
import { VersionList } from './VersionList.tsx';

/** The versions of the plan, or two states of it side by side. */
export function VersionsTab() {
  const { view } = useOpenPlan();
  const compared = useViewState((state) => state.compared);
  const [isBack, setIsBack] = useState(false);
  if (compared === null) return <VersionList takesFocus={isBack} />;
  const goBack = () => {
    setIsBack(true);
    view.setState({ compared: null });
  };
  return <CompareView compared={compared} onBack={goBack} />;
}
