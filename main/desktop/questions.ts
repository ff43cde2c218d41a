/** Questions to another process: numbered, so that each answer finds the one who asked. */
type Questions<Answer> = {
  readonly ask: (send: (id: number) => void) => Promise<Answer>;
  /** An answer to a question that nobody asked is not heard. */
  readonly answer: (id: number, answer: Answer) => void;
  /** Nobody will answer any more: whoever waits is told this. */
  readonly answerAll: (answer: Answer) => void;
};

/** Begins a count of questions; each waits until it is answered, or nobody will. */
export function makeQuestions<Answer>(): Questions<Answer> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  return {
    ask: (send) =>
      new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, resolve);
        send(id);
      }),
    answer: (id, answer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
    answerAll: (answer) => {
      for (const resolve of waiting.values()) resolve(answer);
      waiting.clear();
    },
  };
}
