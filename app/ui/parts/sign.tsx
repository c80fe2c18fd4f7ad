import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

export type Sign = (props: { readonly className?: string | undefined }) => ReactNode;

type Shape = readonly [tag: string, attributes: Readonly<Record<string, unknown>>];

const drawn = new WeakMap<LucideIcon, Map<number, Sign>>();

/**
 * A sign of the library, drawn once and sent as one fragment: pages repeat signs in every row, and the library builds each
 * of them anew. Decoration only: what it means is said in words beside it. `stroke` is the width of its lines.
 */
export function signOf(icon: LucideIcon, stroke = 1.75): Sign {
  const known = drawn.get(icon) ?? new Map<number, Sign>();
  drawn.set(icon, known);
  const sign = known.get(stroke) ?? draw(icon, stroke);
  known.set(stroke, sign);
  return sign;
}

function draw(icon: LucideIcon, stroke: number): Sign {
  const shapes = { __html: shapesOf(icon) };
  return ({ className }) => (
    <svg
      aria-hidden
      className={className}
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      dangerouslySetInnerHTML={shapes}
    />
  );
}

/** The shapes within a sign of the library, as a browser writes them back. */
function shapesOf(icon: LucideIcon): string {
  const { render } = icon as unknown as { render(props: object, ref: null): ReactElement };
  const { node } = (render({}, null).props as { icon: { node: readonly Shape[] } }).icon;
  return node.map(([tag, { key: _, ...shape }]) => `<${tag}${attributesOf(shape)}></${tag}>`).join('');
}

const attributesOf = (shape: Readonly<Record<string, unknown>>) =>
  Object.entries(shape)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
