import { type DragEvent, type ReactNode, useState } from 'react';
import { useApp, useAppState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { takeDropped } from '#renderer/store/dropped-files.ts';
import classes from './import.module.css';

/** Takes a file dropped anywhere in the window: a plan is opened, a spreadsheet imported. A file is never shown in place of the window. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const app = useApp();
  // A second file would throw away what is being set in the first; it can be chosen once that import is left.
  const isReady = useAppState(
    ({ phase, importing, busy }) => phase === 'ready' && importing === null && busy === null,
  );
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    if (isReady) setIsOver(true);
    else event.dataTransfer.dropEffect = 'none';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!isReady) return;
    const dropped = takeDropped([...event.dataTransfer.files]);
    if (dropped.kind === 'plan') void app.openDropped(dropped.file);
    else if (dropped.kind === 'spreadsheet') app.startImport(dropped.file);
    else if (dropped.kind === 'refused') app.notices.tell('error', dropped.message);
  };
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) setIsOver(false);
  };
  return (
    <div className={classes['dropTarget']} onDragOver={over} onDragLeave={leave} onDrop={drop}>
      {children}
      {isOver && (
        <div className={classes['dropVeil']}>
          <p>{say('window.drop-here')}</p>
        </div>
      )}
    </div>
  );
}
