import { Button } from '@mantine/core';
import { useSay } from '#renderer/app/texts.ts';
import type { OpenedPlan } from '#shared/api/api.ts';
import classes from './import.module.css';

export type ImportViewProps = {
  readonly file: File;
  /** The import is in a plan of its own, which is to be shown. */
  readonly onDone: (opened: OpenedPlan) => void;
  readonly onCancel: () => void;
};

/** The way of a spreadsheet into a plan. */
export function ImportView({ file, onCancel }: ImportViewProps) {
  const say = useSay();
  return (
    <main className={classes['page']}>
      <h1 className="pn-large">{say({ id: 'window.import-file', values: { name: file.name } })}</h1>
      <Button variant="default" onClick={onCancel}>
        {say('window.cancel')}
      </Button>
    </main>
  );
}
