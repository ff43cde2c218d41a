/** By how much arrays grow when they are full. */
export const GROWTH = 1.5;

/**
 * These give an array of another length with the same numbers, zeros behind them. The memory of the old one is given back
 * at once, not when the garbage is next collected: a sheet's arrays are its largest part.
 */
export function resizedUint32(numbers: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(numbers.buffer.transfer(Math.ceil(length) * Uint32Array.BYTES_PER_ELEMENT));
}

export function resizedUint16(numbers: Uint16Array<ArrayBuffer>, length: number): Uint16Array<ArrayBuffer> {
  return new Uint16Array(numbers.buffer.transfer(Math.ceil(length) * Uint16Array.BYTES_PER_ELEMENT));
}

export function resizedUint8(numbers: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(numbers.buffer.transfer(Math.ceil(length)));
}
