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

const rings = [0, 105, 190] as const;

/**
 * Where the nodes stand around the firm: those that are tied to it on the inner ring, those behind them on the outer one,
 * each beside the node that it hangs from. Whole numbers around 0; the same for the same nodes.
 */
export function placeNodes(nodes: readonly PortraitNode[], ties: readonly PortraitTie[]): Placed[] {
  const drawn = nodes.toSorted((a, b) => a.distance - b.distance).slice(0, mostDrawn);
  const angles = new Map<string, number>();
  const ring = (n: number) => drawn.filter(({ distance }) => Math.min(distance, 2) === n);
  const inner = ring(1);
  for (const [i, { key }] of inner.entries()) angles.set(key, (2 * Math.PI * i) / inner.length - Math.PI / 2);
  const outer = ring(2).toSorted((a, b) => hook(a, ties, angles) - hook(b, ties, angles));
  for (const [i, { key }] of outer.entries())
    angles.set(key, (2 * Math.PI * (i + 0.5)) / outer.length - Math.PI / 2);
  return drawn.map((node) => {
    const radius = rings[Math.min(node.distance, 2) as 0 | 1 | 2];
    const angle = angles.get(node.key) ?? 0;
    return {
      ...node,
      x: Math.round(radius * 1.5 * Math.cos(angle)),
      y: Math.round(radius * Math.sin(angle)),
    };
  });
}

/** The angle of the inner node that an outer one hangs from. */
function hook(
  { key }: PortraitNode,
  ties: readonly PortraitTie[],
  angles: ReadonlyMap<string, number>,
): number {
  for (const { from, to } of ties) {
    const other = from === key ? to : to === key ? from : null;
    const angle = other === null ? undefined : angles.get(other);
    if (angle !== undefined) return angle;
  }
  return 9;
}
