import { divideHalfUp } from '~/domain/kernel/money.ts';

/** Largest magnitude of a scaled value; what lies beyond is cut to it. */
export const largestScaled = Number.MAX_SAFE_INTEGER;

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Whether a text is a decimal number, such as `-1.50` or `3e9`. */
export const isDecimal = (text: string): boolean => /\d/.test(text) && pattern.test(text);

/** Digits after the point that a decimal text needs: 2 of `1.50` is 1. */
export function decimalsOf(text: string): number {
  const [, , , fraction = '', exponent = '0'] = pattern.exec(text) ?? [];
  return Math.max(0, fraction.replace(/0+$/, '').length - Number(exponent));
}

/**
 * A decimal text × factor (a power of ten), rounded half away from zero, exactly; cut to the safe integers.
 * The fast way is taken only where floating point cannot be near a half.
 */
export function scaledInteger(text: string, factor: number): number {
  const near = Number(text) * factor;
  // Floating point may be off by one near the largest: only what is far beyond is cut without looking.
  if (!(Math.abs(near) < 2 * largestScaled)) return near > 0 ? largestScaled : -largestScaled;
  const rounded = Math.round(near);
  if (Math.abs(near) < 2 ** 40 && Math.abs(near - rounded) < 0.49) return rounded || 0;
  const [, sign, whole = '', fraction = '', exponent = '0'] = pattern.exec(text) ?? [];
  const digits = BigInt(`${whole}${fraction}` || '0') * BigInt(factor);
  const shift = fraction.length - Number(exponent);
  const scaled = shift > 0 ? divideHalfUp(digits, 10n ** BigInt(shift)) : digits * 10n ** BigInt(-shift);
  const value = Number(scaled > BigInt(largestScaled) ? BigInt(largestScaled) : scaled);
  return sign === '-' ? -value || 0 : value;
}

/** a ÷ b in ppm of two scaled integers, rounded half away from zero; NaN where unknown or b is 0. */
export function ratioOfScaled(a: number, b: number, [factorA, factorB]: readonly [number, number]): number {
  if (Number.isNaN(a) || Number.isNaN(b) || b === 0) return Number.NaN;
  const up = BigInt(a) * BigInt(factorB) * 1_000_000n;
  const down = BigInt(b) * BigInt(factorA);
  const ratio = Number(down < 0n ? divideHalfUp(-up, -down) : divideHalfUp(up, down));
  return Math.max(-largestScaled, Math.min(largestScaled, ratio)) || 0;
}
