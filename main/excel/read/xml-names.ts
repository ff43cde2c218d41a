import { refusal } from './refusal.ts';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** The vocabularies that are read, in their transitional and strict forms; files without any namespace count as theirs. */
const READ_NAMESPACES: ReadonlySet<string> = new Set([
  '',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);

type Vocabulary = 'read' | 'compatibility' | 'foreign';
type Element = { readonly name: string; readonly vocabulary: Vocabulary };
type Resolved = 'left-out' | 'transparent' | { readonly name: string };

/** Follows the namespace declarations of a part and says what each element is. */
export type ElementNames = {
  /** An `xmlns` attribute of the element that is about to be entered. */
  readonly declare: (attribute: string, uri: string) => void;
  readonly enter: (depth: number) => void;
  readonly exit: (depth: number) => void;
  /** What to do with an element: take it, leave it out with its content, or look through it at its content. */
  readonly resolve: (qualifiedName: string, attributes: XmlAttributes) => Resolved;
  /** The name of a closing element that was taken, null for one that was looked through. */
  readonly leave: (qualifiedName: string) => string | null;
};

/** Makes the names of one part; `part` is told in refusals. */
export function createElementNames(part: string): ElementNames {
  const scopes = createScopes();
  const elements = new Map<string, Element>();
  const alternatives = createAlternatives(scopes);
  let isRoot = true;

  const lookUp = (qualifiedName: string): Element => {
    const known = elements.get(qualifiedName);
    if (known !== undefined) return known;
    const element = scopes.element(qualifiedName);
    if (element === null) throw refusal('damaged-part', { part });
    elements.set(qualifiedName, element);
    return element;
  };

  return {
    declare: scopes.declare,
    enter: (depth) => {
      if (scopes.enter(depth)) elements.clear();
    },
    exit: (depth) => {
      if (scopes.exit(depth)) elements.clear();
    },
    resolve: (qualifiedName, attributes) => {
      const element = lookUp(qualifiedName);
      if (isRoot && element.vocabulary !== 'read') throw refusal('damaged-part', { part });
      isRoot = false;
      if (element.vocabulary === 'read') return element;
      return element.vocabulary === 'foreign' ? 'left-out' : alternatives.enter(element.name, attributes);
    },
    leave: (qualifiedName) => {
      const element = lookUp(qualifiedName);
      if (element.vocabulary === 'read') return element.name;
      alternatives.leave(element.name);
      return null;
    },
  };
}

/** Chooses among the branches of alternate content: the first that is understood, else the fallback. */
function createAlternatives(scopes: ReturnType<typeof createScopes>) {
  /** For each `AlternateContent` that is open, whether one of its branches was taken. */
  const isTaken: boolean[] = [];
  const isUnderstood = (requires: string | undefined): boolean =>
    (requires ?? '').split(/\s+/).every((prefix) => READ_NAMESPACES.has(scopes.uri(prefix) ?? 'unknown'));
  return {
    enter: (name: string, attributes: XmlAttributes): 'left-out' | 'transparent' => {
      if (name === 'AlternateContent') {
        isTaken.push(false);
        return 'transparent';
      }
      const isWanted = name === 'Fallback' || (name === 'Choice' && isUnderstood(attributes['Requires']));
      if (!isWanted || (isTaken.at(-1) ?? true)) return 'left-out';
      isTaken[isTaken.length - 1] = true;
      return 'transparent';
    },
    leave: (name: string): void => {
      if (name === 'AlternateContent') isTaken.pop();
    },
  };
}

function vocabularyOf(uri: string): Vocabulary {
  if (READ_NAMESPACES.has(uri)) return 'read';
  return uri === COMPATIBILITY ? 'compatibility' : 'foreign';
}

type Scope = { readonly depth: number; readonly prefixes: ReadonlyMap<string, string> };

/** The namespace declarations in force, innermost last. Most elements declare none and cost nothing. */
function createScopes() {
  const scopes: Scope[] = [];
  let pending = new Map<string, string>();
  /** Null for a prefix that nothing declares. */
  const uriOf = (prefix: string): string | null => {
    const scope = scopes.findLast(({ prefixes }) => prefixes.has(prefix));
    return scope?.prefixes.get(prefix) ?? (prefix === '' ? '' : null);
  };
  return {
    declare: (attribute: string, uri: string): void => {
      pending.set(attribute === 'xmlns' ? '' : attribute.slice('xmlns:'.length), uri.trim());
    },
    /** True when the element opened a scope. */
    enter: (depth: number): boolean => {
      if (pending.size === 0) return false;
      scopes.push({ depth, prefixes: pending });
      pending = new Map();
      return true;
    },
    exit: (depth: number): boolean => {
      if (scopes.at(-1)?.depth !== depth) return false;
      scopes.pop();
      return true;
    },
    uri: uriOf,
    /** Null for a name whose prefix nothing declares. */
    element: (qualifiedName: string): Element | null => {
      const colon = qualifiedName.indexOf(':');
      const uri = uriOf(colon < 0 ? '' : qualifiedName.slice(0, colon));
      return uri === null ? null : { name: qualifiedName.slice(colon + 1), vocabulary: vocabularyOf(uri) };
    },
  };
}
