import type { RelationKind } from '~/domain/feature/relation-graph.ts';

/** What states that two firms trade: a published award of a contract, or the buyer that confirmed an order or a debt. */
export const tradeSources = ['award', 'confirmed'] as const;
export type TradeSource = (typeof tradeSources)[number];

/** Dealings of one seller with one buyer, by one source. */
export type TradeSum = {
  readonly source: TradeSource;
  readonly count: number;
  /** Whole fen, of the dealings that name an amount; null when none does. */
  readonly amountFen: string | null;
  readonly latest: string | null;
};

/** One tie as a portrait draws it, by the keys of its ends: a firm's id, or the party's code or mark; of trade, seller first. */
export type PortraitTie = {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind | 'trade';
  readonly sharePpm: number | null;
  /** Fact day it holds from; null when the register does not say. */
  readonly since: string | null;
  /** Null unless the tie is of trade. */
  readonly trade: TradeSum | null;
};

export type PortraitNode = {
  readonly key: string;
  readonly name: string;
  readonly type: 'self' | 'firm' | 'party';
  /** Steps from the firm. */
  readonly distance: number;
};

export type Placed = PortraitNode & { readonly x: number; readonly y: number };

/** Nodes that a drawing has room for; more are named in the table alone. */
export const mostDrawn = 24;

const rings = [0, 105, 190, 275] as const;
const outermost = 3;
const widestStep = 0.8;

/** Where a node stands and how much of the circle is its own, in radians. */
type Sector = { readonly angle: number; readonly width: number };

/**
 * Where the nodes stand around the firm: those that are tied to it on the inner ring, what hangs from those on the rings behind, each
 * within the sector of the node that it hangs from, so that ties do not run through others. Whole numbers around 0; the same for
 * the same nodes.
 */
export function placeNodes(nodes: readonly PortraitNode[], ties: readonly PortraitTie[]): Placed[] {
  const drawn = nodes.toSorted((a, b) => a.distance - b.distance).slice(0, mostDrawn);
  const ringOf = ({ distance }: PortraitNode) => Math.min(distance, outermost) as 0 | 1 | 2 | 3;
  const sectors = new Map<string, Sector>();
  const inner = drawn.filter((node) => ringOf(node) === 1);
  for (const [i, { key }] of inner.entries())
    sectors.set(key, {
      angle: (2 * Math.PI * i) / inner.length - Math.PI / 2,
      width: (2 * Math.PI) / inner.length,
    });
  for (const ring of [2, 3])
    spread(
      drawn.filter((node) => ringOf(node) === ring),
      ties,
      sectors,
    );
  return drawn.map((node) => {
    const radius = rings[ringOf(node)];
    const angle = sectors.get(node.key)?.angle ?? 0;
    return {
      ...node,
      x: Math.round(radius * 1.5 * Math.cos(angle)),
      y: Math.round(radius * Math.sin(angle)),
    };
  });
}

/** Gives the nodes of a ring their places beside the nodes that they hang from; what hangs from none shares the whole ring. */
function spread(
  ring: readonly PortraitNode[],
  ties: readonly PortraitTie[],
  sectors: Map<string, Sector>,
): void {
  const hooks = new Map<string, PortraitNode[]>();
  for (const node of ring) {
    const hook = hookOf(node, ties, sectors) ?? '';
    hooks.set(hook, [...(hooks.get(hook) ?? []), node]);
  }
  const whole: Sector = { angle: Math.PI / 2, width: 2 * Math.PI };
  const found = [...hooks].map(([hook, hung]) => [sectors.get(hook) ?? whole, hung] as const);
  for (const [{ angle, width }, hung] of found)
    for (const [i, { key }] of hung.entries()) {
      const step = Math.min(width === whole.width ? width : widestStep, width / hung.length);
      sectors.set(key, { angle: angle + (i - (hung.length - 1) / 2) * step, width: step });
    }
}

/** The node of a ring before that another hangs from. */
function hookOf(
  { key }: PortraitNode,
  ties: readonly PortraitTie[],
  sectors: ReadonlyMap<string, Sector>,
): string | null {
  for (const { from, to } of ties) {
    const other = from === key ? to : to === key ? from : null;
    if (other !== null && sectors.has(other)) return other;
  }
  return null;
}
