import { describe, expect, it } from 'vitest';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { CliError } from '#main/cli/cli-error.ts';
import { readCommandLine } from '#main/cli/command-line.ts';

const formats = makeFormats({
  locale: 'en-GB',
  currency: 'GBP',
  calendar: { startMonth: 4, naming: 'both' },
});

function refusalOf(...args: string[]): string {
  try {
    readCommandLine(args);
  } catch (error) {
    if (error instanceof CliError) return writeMessage(error.sentence, formats);
    throw error;
  }
  return 'understood';
}

describe('the command line', () => {
  it('is read into a command with its file and options', () => {
    expect(
      readCommandLine(['import', '--json', 'a b.xlsx', '--out=p.perennial', '--locale', 'de-de']),
    ).toEqual({
      kind: 'command',
      command: 'import',
      file: 'a b.xlsx',
      out: 'p.perennial',
      json: true,
      locale: 'de-DE',
    });
    expect(readCommandLine(['check', '--', '-odd-name.csv'])).toMatchObject({
      file: '-odd-name.csv',
      json: false,
      locale: null,
    });
    expect(readCommandLine(['demo'])).toMatchObject({ command: 'demo', file: '', out: null });
    expect(readCommandLine(['check', '--help'])).toEqual({ kind: 'help' });
    expect(readCommandLine(['--version'])).toEqual({ kind: 'version' });
  });

  it.each([
    [[], /check, import, export, convert or demo/],
    [['burn'], /“burn” is not a command/],
    [['toString'], /“toString” is not a command/],
    [['check'], /one FILE, not 0/],
    [['check', 'a', 'b'], /one FILE, not 2/],
    [['check', 'a', '--wrong'], /'--wrong'/],
    [['check', 'a', '--out', 'b.json'], /'--out'/],
    [['export', 'a', '--json'], /'--json'/],
    [['import', 'a', '--out'], /'--out/],
    [['import', 'a', '--recipe', 'r.json'], /Recipes are not supported yet/],
    [['import', 'a', '--locale', '!'], /is not a language and region/],
    [['demo', 'extra'], /takes no FILE/],
  ])('%j is refused in a sentence that ends with what to do', (args, words) => {
    const refusal = refusalOf(...args);
    expect(refusal).toMatch(words);
    expect(refusal).not.toContain('\n');
    expect(refusal).toMatch(/\.$/);
  });
});
