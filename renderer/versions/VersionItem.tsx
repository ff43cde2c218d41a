import { Button } from '@mantine/core';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { useMoment } from '#renderer/app/use-moment.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import { KIND_LABELS } from './version-words.ts';
import classes from './versions.module.css';

type ItemProps = {
  readonly version: VersionInfo;
  readonly isReadOnly: boolean;
  readonly onEdit: () => void;
  readonly onRestore: () => void;
};

/** One version: what it is called and for, who saved it and when, and what can be done with it. */
export function VersionItem({ version, isReadOnly, onEdit, onRestore }: ItemProps) {
  const say = useSay();
  const moment = useMoment();
  const { view } = useOpenPlan();
  const seq = usePlanState(({ replica }) => replica.acked.seq);
  const { number, name, kind, note, by, at } = version;
  const compare = () =>
    view.setState({ compared: { from: { kind: 'version', number }, to: { kind: 'current' } } });
  const saved = say({ id: 'window.version-saved-by', values: { by, moment: moment(at) } });
  const since = say({ id: 'window.version-since', values: { count: Math.max(0, seq - version.seq) } });
  const named = { name };
  return (
    <li className={classes['item']}>
      <div className={classes['about']}>
        <h3 className={classes['name']}>
          <span>{name}</span> <span className={classes['kind']}>{say(KIND_LABELS[kind])}</span>
        </h3>
        <p className={classes['meta']}>
          <span>{saved}</span> <span className={classes['since']}>{since}</span>
        </p>
        {note !== '' && <p className={classes['versionNote']}>{note}</p>}
      </div>
      <div className={classes['actions']}>
        <ItemButton
          label={say('window.compare')}
          name={say({ id: 'window.compare-of', values: named })}
          onClick={compare}
        />
        {!isReadOnly && (
          <>
            <ItemButton
              label={say('window.restore')}
              name={say({ id: 'window.restore-of', values: named })}
              onClick={onRestore}
            />
            <ItemButton
              label={say('window.version-edit')}
              name={say({ id: 'window.version-edit-of', values: named })}
              onClick={onEdit}
            />
          </>
        )}
      </div>
    </li>
  );
}

type ButtonProps = { readonly label: string; readonly name: string; readonly onClick: () => void };

function ItemButton({ label, name, onClick }: ButtonProps) {
  return (
    <Button size="compact-sm" variant="default" aria-label={name} onClick={onClick}>
      {label}
    </Button>
  );
}
