import { type DragEvent, type ReactNode, useState } from 'react';
import { useApp, useAppState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import classes from './import.module.css';

/** Takes a file dropped anywhere in the window and starts its import; a file is never opened in place of the window. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const app = useApp();
  // A second file would throw away what is being set in the first; it can be chosen once that import is left.
  const isReady = useAppState((state) => state.phase === 'ready' && state.importing === null);
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
    const file = event.dataTransfer.files[0];
    if (isReady && file !== undefined) app.startImport(file);
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
