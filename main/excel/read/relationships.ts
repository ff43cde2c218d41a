import { refusal } from './refusal.ts';
import { walkXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** One relationship from a part to another. */
export type Relationship = {
  readonly id: string;
  /** The last word of its type (`worksheet`, `styles`), the same in the transitional and the strict form. */
  readonly type: string;
  /** The name of the part it leads to, from the root of the file. */
  readonly target: string;
};

/**
 * The relationships of a part, those to outside the file left out; `''` stands for the file itself. A part without any
 * gives none. Throws a RefusalError when they cannot be read.
 */
export async function readRelationships(zip: ZipArchive, part: string): Promise<readonly Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(name)) return [];
  const found: Relationship[] = [];
  await walkXml(zip.read(name), name, {
    open: (element, attributes) => {
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const { Id: id, Type: type, Target: target } = attributes;
      if (id === undefined || type === undefined || target === undefined) return;
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolveTarget(folder, target) });
    },
  });
  return found;
}

/** The only relationship of a type, or undefined. */
export function findByType(relationships: readonly Relationship[], type: string): Relationship | undefined {
  return relationships.find((relationship) => relationship.type === type);
}

/** Where a target leads: from the root with a leading slash, else from the folder of the part. */
function resolveTarget(folder: string, target: string): string {
  const path = decodePercent(target.replaceAll('\\', '/').split('#')[0] ?? '');
  const steps = path.startsWith('/') ? path.split('/') : `${folder}${path}`.split('/');
  const resolved: string[] = [];
  for (const step of steps) {
    if (step === '..') resolved.pop();
    else if (step !== '.' && step !== '') resolved.push(step);
  }
  return resolved.join('/');
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** The part to which a type leads, which must be there. */
export function requireTarget(relationship: Relationship | undefined, zip: ZipArchive, type: string): string {
  if (relationship === undefined || !zip.has(relationship.target)) {
    throw refusal('part-missing', { part: relationship?.target ?? type });
  }
  return relationship.target;
}
