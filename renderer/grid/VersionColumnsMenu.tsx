import { Button, Menu } from '@mantine/core';
import { useOpenPlan, usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { ChevronIcon } from '#renderer/app/icons.tsx';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { SHOWN_VERSION_KINDS, type ShownVersionKind, toggled } from '#renderer/store/view-store.ts';
import { useVersions } from '#renderer/versions/use-versions.ts';
import { newestOfKind } from './newest-version.ts';

/** Which versions have columns beside those of the plan. */
export function VersionColumnsMenu() {
  const say = useSay();
  const { view } = useOpenPlan();
  const shown = useViewState((state) => state.versionColumns);
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          variant={shown.size > 0 ? 'light' : 'default'}
          size="compact-sm"
          rightSection={<ChevronIcon size={12} />}
        >
          {say('window.version-columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('window.version-columns-show')}</Menu.Label>
        {SHOWN_VERSION_KINDS.map((kind) => (
          <VersionItem key={kind} kind={kind} />
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => view.setState({ room: 'history', historyTab: 'versions' })}>
          {say('window.version-columns-manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function VersionItem({ kind }: { readonly kind: ShownVersionKind }) {
  const say = useSay();
  const { view } = useOpenPlan();
  const { versions, plans } = useVersions();
  const isShown = useViewState((state) => state.versionColumns.has(kind));
  const currency = usePlanState(({ replica }) => visiblePlan(replica).currency);
  const info = newestOfKind(versions ?? [], kind);
  const name = say(`window.version-kind-${kind}`);
  if (info === undefined)
    return (
      <Menu.Item disabled>{say({ id: 'window.version-columns-none', values: { kind: name } })}</Menu.Item>
    );
  const plan = plans.get(info.number);
  if (plan !== undefined && plan.currency !== currency)
    return (
      <Menu.Item disabled>{say({ id: 'window.version-columns-currency', values: { kind: name } })}</Menu.Item>
    );
  const toggle = () => view.setState({ versionColumns: toggled(view.getState().versionColumns, kind) });
  return (
    <Menu.CheckboxItem checked={isShown} onChange={toggle}>
      {say({ id: 'window.version-columns-named', values: { kind: name, name: info.name } })}
    </Menu.CheckboxItem>
  );
}
