import { Button } from '@mantine/core';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { useSay } from './texts.ts';

type FullPageMessageProps = {
  readonly title: PlainMessageId;
  readonly text: PlainMessageId;
  readonly action?: { readonly label: PlainMessageId; readonly run: () => void };
};

/** A page that has only one thing to say: what happened, that nothing is lost, what to do. */
export function FullPageMessage({ title, text, action }: FullPageMessageProps) {
  const say = useSay();
  return (
    <main className="pn-full-page">
      <h1 className="pn-large">{say(title)}</h1>
      <p>{say(text)}</p>
      {action !== undefined && <Button onClick={action.run}>{say(action.label)}</Button>}
    </main>
  );
}
