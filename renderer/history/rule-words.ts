import type { Say } from '#renderer/app/texts.ts';

const RULE = /^(?<how>.*?)(?: \* (?<scale>\d+))?(?<rounded>, rounded)?$/;
const TEXT = /^text with decimal (?<decimal>.)$/;

/** The rule by which a cell of a spreadsheet was read, in words: `number * 1000` is “a number, times 1,000”. */
export function ruleWords(rule: string, say: Say): string {
  const { how = rule, scale = null, rounded } = RULE.exec(rule)?.groups ?? {};
  const values = { how: wayWords(how, say), scale, isRounded: rounded !== undefined };
  return say({ id: 'history.rule-parts', values });
}

function wayWords(how: string, say: Say): string {
  if (how === 'number') return say('history.rule-number');
  if (how === 'nil') return say('history.rule-nil');
  const decimal = TEXT.exec(how)?.groups?.['decimal'];
  if (decimal !== undefined) return say({ id: 'history.rule-text', values: { decimal } });
  return say({ id: 'history.rule-other', values: { rule: how } });
}
