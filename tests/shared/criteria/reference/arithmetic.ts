/** A ratio as a pair of whole numbers, compared by cross-multiplication; the second is above 0. */
export type Ratio = readonly [bigint, bigint];

export function isAtLeast([n, d]: Ratio, limit: Ratio): boolean {
  return n * limit[1] >= limit[0] * d;
}

export function decimal(text: string): Ratio {
  const [whole = '0', part = ''] = text.split('.');
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
}

/** At most 6 places, half away from zero, without trailing zeros. */
export function text([n, d]: Ratio): string {
  const scaled = (n < 0n ? -n : n) * 1_000_000n;
  let rounded = scaled / d;
  if ((scaled % d) * 2n >= d) rounded += 1n;
  const digits = rounded.toString().padStart(7, '0');
  const places = digits.slice(-6).replace(/0+$/, '');
  const sign = n < 0n && rounded > 0n ? '-' : '';
  return sign + digits.slice(0, -6) + (places === '' ? '' : `.${places}`);
}

export function add(values: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const value of values) sum += value;
  return sum;
}

export function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export function notBelowZero(value: bigint): bigint {
  return value < 0n ? 0n : value;
}
