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
const LETTER_X = 120;

/** An XML part being walked through, for callers that read some of its bytes themselves. */
export type XmlWalker = {
  readonly write: (bytes: Buffer) => void;
  readonly end: () => void;
  /** How many tags were read so far, opening and closing. */
  readonly tags: () => number;
  /** Whether the innermost open element has this name, without a prefix, and is not left out. */
  readonly isDirectlyIn: (name: string) => boolean;
};

/**
 * Walks through one XML part, piece by piece. Handlers may throw a RefusalError; anything not well-formed, with a document
 * type or of an unknown vocabulary throws one here.
 */
export async function walkXml(
  pieces: AsyncIterable<Buffer>,
  part: string,
  handlers: XmlHandlers,
): Promise<void> {
  const walker = createXmlWalker(part, handlers);
  for await (const bytes of pieces) walker.write(bytes);
  walker.end();
}

/** Starts the walk through a part whose bytes are then written; see `walkXml`. */
export function createXmlWalker(part: string, handlers: XmlHandlers): XmlWalker {
  const elements = createOpenElements(part, handlers);
  const parser = createParser(part, elements, handlers.text);
  const decode = createXmlDecoder(part);
  return {
    write: (bytes) => {
      parser.write(decode(bytes));
    },
    end: () => {
      parser.write(decode(null)).close();
    },
    tags: elements.tags,
    isDirectlyIn: elements.isDirectlyIn,
  };
}

type OpenElements = ReturnType<typeof createOpenElements>;

/** Follows the elements that are open and tells the handlers of those that are read. */
function createOpenElements(part: string, handlers: XmlHandlers) {
  const names = createElementNames(part);
  const parents: string[] = [''];
  /** The names as they stand in the part, those of elements that are left out or looked through included. */
  const open: string[] = [];
  let leftOutFrom = 0;
  let tags = 0;
  return {
    declare: names.declare,
    tags: () => tags,
    isLeftOut: () => leftOutFrom > 0,
    isDirectlyIn: (name: string) => leftOutFrom === 0 && open[open.length - 1] === name,
    open: (name: string, attributes: XmlAttributes): void => {
      tags += 1;
      const depth = open.push(name);
      if (depth > MAX_DEPTH) throw refusal('damaged-part', { part });
      names.enter(depth);
      if (leftOutFrom > 0) return;
      const element = names.resolve(name, attributes);
      if (element === 'left-out') leftOutFrom = depth;
      if (element === 'left-out' || element === 'transparent') return;
      handlers.open(element.name, attributes, parents[parents.length - 1] ?? '');
      parents.push(element.name);
    },
    close: (name: string): void => {
      tags += 1;
      const depth = open.length;
      const element = leftOutFrom > 0 ? null : names.leave(name);
      if (leftOutFrom === depth) leftOutFrom = 0;
      if (element !== null) {
        parents.pop();
        handlers.close?.(element);
      }
      names.exit(depth);
      open.pop();
    },
  };
}

function createParser(part: string, elements: OpenElements, text: XmlHandlers['text']): SaxesParser {
  // Namespaces are resolved here and not by the parser: it would make four objects for each cell.
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (error) => {
    throw refusal('damaged-part', { part }, error);
  });
  parser.on('doctype', () => {
    throw refusal('unsafe-xml', { part });
  });
  parser.on('attribute', ({ name, value }) => {
    if (name.charCodeAt(0) === LETTER_X && name.startsWith('xmlns')) elements.declare(name, value);
  });
  parser.on('opentag', (tag) => elements.open(tag.name, tag.attributes));
  parser.on('closetag', (tag) => elements.close(tag.name));
  if (text === undefined) return parser;
  const take = (piece: string) => {
    if (!elements.isLeftOut()) text(piece);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  return parser;
}
