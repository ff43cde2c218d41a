import type { XmlHandlers } from './xml.ts';

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Undoes `_x000D_`: the way these files write characters that XML cannot hold (and the underscore before such a one). */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Joins the runs of a rich text. Phonetic runs (`rPh`, the reading of Japanese words) are not part of it. */
export type RichText = {
  readonly start: () => void;
  readonly open: (name: string) => void;
  readonly close: (name: string) => void;
  readonly text: (piece: string) => void;
  readonly joined: () => string;
};

export function createRichText(): RichText {
  let joined = '';
  let isInText = false;
  let phonetic = 0;
  return {
    start: () => {
      joined = '';
      isInText = false;
      phonetic = 0;
    },
    open: (name) => {
      if (name === 'rPh') phonetic += 1;
      isInText = name === 't' && phonetic === 0;
    },
    close: (name) => {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') isInText = false;
    },
    text: (piece) => {
      if (isInText) joined += piece;
    },
    joined: () => decodeEscapes(joined),
  };
}

/** Handlers for the part of shared strings; each text is handed over in order. */
export function createSharedStringsReader(add: (text: string) => void): XmlHandlers {
  const rich = createRichText();
  return {
    open: (name, _attributes, parent) => {
      if (name === 'si' && parent === 'sst') rich.start();
      else rich.open(name);
    },
    close: (name) => {
      if (name === 'si') add(rich.joined());
      else rich.close(name);
    },
    text: rich.text,
  };
}
