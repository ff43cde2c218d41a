import { Button, Menu } from '@mantine/core';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { useOpenPlan, usePlanState, useViewState } from './app-context.ts';
import { ChevronIcon } from './icons.tsx';
import classes from './shell.module.css';
import { type Say, useFormats, useSay } from './texts.ts';
import { DISPLAY_SCALES, displayScaleOf, unitLabel } from './units.ts';

/** What the figures on screen are: currency, unit, prices. The unit changes how figures are shown, never the plan. */
export function UnitsMenu() {
  const say = useSay();
  const { locale } = useFormats();
  const { view } = useOpenPlan();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const scale = useViewState((state) => state.scale);
  const unit = unitLabel(plan.currency, scale, locale, say);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="compact-sm" rightSection={<ChevronIcon size={12} />}>
          <span className={classes['long']}>
            {say({
              id: 'window.units',
              values: { currency: plan.currency, unit, prices: pricesText(plan, say) },
            })}
          </span>
          <span className={classes['short']}>{unit}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('window.show-figures-in')}</Menu.Label>
        <Menu.RadioGroup
          value={String(scale)}
          onChange={(value) => view.setState({ scale: displayScaleOf(value) })}
        >
          {DISPLAY_SCALES.map((choice) => (
            <Menu.RadioItem key={choice} value={String(choice)}>
              {unitLabel(plan.currency, choice, locale, say)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label className="pn-menu-note">{say('window.units-note')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}

function pricesText({ priceBasis }: Plan, say: Say): string {
  if (priceBasis.kind === 'nominal') return say('window.cash-prices');
  return say({ id: 'window.real-prices', values: { year: priceBasis.baseYear } });
}
