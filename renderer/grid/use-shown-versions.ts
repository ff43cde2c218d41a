import { useEffect, useMemo } from 'react';
import { useOpenPlan, usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { type GridMeasure, SHOWN_VERSION_KINDS } from '#renderer/store/view-store.ts';
import { useVersions } from '#renderer/versions/use-versions.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { newestOfKind } from './newest-version.ts';
import type { ShownVersion } from './shown-version.ts';
import { makeVersionFigures, type VersionFigures } from './version-figures.ts';

/** The versions whose columns were asked for and whose plans are here, the same objects until one of them changes. */
export function useShownVersions(): readonly ShownVersion[] {
  const { versions: list } = useOpenPlan();
  const { versions, plans } = useVersions();
  const wanted = useViewState((view) => view.versionColumns);
  const measure = useViewState((view) => view.measure);
  const currency = usePlanState(({ replica }) => visiblePlan(replica).currency);
  const infos = useMemo(
    () =>
      SHOWN_VERSION_KINDS.filter((kind) => wanted.has(kind)).flatMap((kind) => {
        const info = newestOfKind(versions ?? [], kind);
        return info === undefined ? [] : [{ kind, info }];
      }),
    [versions, wanted],
  );
  useEffect(() => {
    for (const { info } of infos) void list.load(info.number);
  }, [infos, list]);
  return useMemo(
    () =>
      infos.flatMap(({ kind, info }): ShownVersion[] => {
        const plan = plans.get(info.number);
        // Amounts in two currencies do not stand beside each other.
        if (plan?.currency !== currency) return [];
        return [{ kind, info, plan, figuresOf: figuresFor(plan, measure) }];
      }),
    [currency, infos, measure, plans],
  );
}

const known = new WeakMap<Plan, Map<GridMeasure, VersionFigures>>();

/** What was added up once for a version serves until its plan goes. */
function figuresFor(plan: Plan, measure: GridMeasure): VersionFigures {
  const byMeasure = known.get(plan) ?? new Map<GridMeasure, VersionFigures>();
  known.set(plan, byMeasure);
  const figures = byMeasure.get(measure) ?? makeVersionFigures(plan, measure);
  byMeasure.set(measure, figures);
  return figures;
}
