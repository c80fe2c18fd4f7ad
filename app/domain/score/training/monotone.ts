/** The direction of the bad rate along a column, where one is asked for. */
export type Monotone = ReadonlyMap<string, 'rising' | 'falling'>;

export const nothingMonotone: Monotone = new Map();

/**
 * Reads a wish such as `debt+,years-`: the bad rate rises with `debt` and falls with `years`. Empty asks for nothing; null
 * where a part lacks its sign or names a column twice.
 */
export function parseMonotone(text: string): Monotone | null {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const wish = new Map<string, 'rising' | 'falling'>();
  for (const part of parts) {
    const [name, sign] = [part.slice(0, -1).trim(), part.at(-1)];
    if (name === '' || wish.has(name) || (sign !== '+' && sign !== '-')) return null;
    wish.set(name, sign === '+' ? 'rising' : 'falling');
  }
  return wish;
}

/** The wish as it was asked for, to be kept with what came of it. */
export const writeMonotone = (wish: Monotone): string =>
  [...wish].map(([name, trend]) => `${name}${trend === 'rising' ? '+' : '-'}`).join(',');
