import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type Sign = (props: { readonly className?: string | undefined }) => ReactNode;

const drawn = new WeakMap<LucideIcon, Map<number, Sign>>();

/**
 * A sign of the library with lines of one width (`stroke`), the same one each time it is asked for. Decoration only: what
 * it means is said in words beside it.
 */
export function signOf(icon: LucideIcon, stroke = 1.75): Sign {
  const known = drawn.get(icon) ?? new Map<number, Sign>();
  drawn.set(icon, known);
  const sign = known.get(stroke) ?? draw(icon, stroke);
  known.set(stroke, sign);
  return sign;
}

const draw =
  (Shape: LucideIcon, strokeWidth: number): Sign =>
  ({ className }) => <Shape aria-hidden className={className} strokeWidth={strokeWidth} />;
