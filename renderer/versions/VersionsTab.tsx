import { useViewState } from '#renderer/app/app-context.ts';
import { CompareView } from './CompareView.tsx';
import { VersionList } from './VersionList.tsx';

/** The versions of the plan, or two states of it side by side. */
export function VersionsTab() {
  const compared = useViewState((view) => view.compared);
  return compared === null ? <VersionList /> : <CompareView compared={compared} />;
}
