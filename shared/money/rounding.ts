/**
 * Divides and rounds half away from zero, as Excel rounds: 5/2 is 3, -5/2 is -3.
 * @throws RangeError unless the divisor is above 0.
 */
export function divideHalfAway(dividend: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError(`The divisor must be above 0, not ${divisor}`);
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
