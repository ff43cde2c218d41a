import { SaxesParser } from 'saxes';
import { createXmlDecoder } from './xml-encoding.ts';
import { createElementNames } from './xml-names.ts';
import type { XmlAttributes } from './xml-names.ts';
import { refusal } from './refusal.ts';

/** What is done with the elements of a part. Names come without prefix; elements of foreign namespaces are left out with their content. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: XmlAttributes, parent: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Office files nest some twenty deep; each open element costs memory. */
const MAX_DEPTH = 250;

/**
 * Walks through one XML part, piece by piece. Handlers may throw a RefusalError; anything not well-formed, with a document
 * type or of an unknown vocabulary throws one here.
 */
export async function walkXml(
  pieces: AsyncIterable<Buffer>,
  part: string,
  handlers: XmlHandlers,
): Promise<void> {
  const parser = createParser(part, handlers);
  const decode = createXmlDecoder(part);
  for await (const bytes of pieces) parser.write(decode(bytes));
  parser.write(decode(null)).close();
}

function createParser(part: string, handlers: XmlHandlers): SaxesParser {
  // Namespaces are resolved here and not by the parser: it would make four objects for each cell.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names = createElementNames(part);
  const parents: string[] = [''];
  let depth = 0;
  let leftOutFrom = 0;

  parser.on('error', (error) => {
    throw refusal('damaged-part', { part }, error);
  });
  parser.on('doctype', () => {
    throw refusal('unsafe-xml', { part });
  });
  parser.on('attribute', ({ name, value }) => {
    if (name.charCodeAt(0) === 120 && name.startsWith('xmlns')) names.declare(name, value);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw refusal('damaged-part', { part });
    names.enter(depth);
    if (leftOutFrom > 0) return;
    const element = names.resolve(tag.name, tag.attributes);
    if (element === 'left-out') leftOutFrom = depth;
    if (element === 'left-out' || element === 'transparent') return;
    handlers.open(element.name, tag.attributes, parents[parents.length - 1] ?? '');
    parents.push(element.name);
  });
  parser.on('closetag', (tag) => {
    const isLeftOut = leftOutFrom > 0;
    if (leftOutFrom === depth) leftOutFrom = 0;
    if (!isLeftOut) {
      const element = names.leave(tag.name);
      if (element !== null) {
        parents.pop();
        handlers.close?.(element);
      }
    }
    names.exit(depth);
    depth -= 1;
  });
  const { text } = handlers;
  if (text !== undefined) {
    const take = (piece: string) => {
      if (leftOutFrom === 0) text(piece);
    };
    parser.on('text', take);
    parser.on('cdata', take);
  }
  return parser;
}
