import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/**
 * What becomes of a firm: `merge` — absorbed by another (吸收合并); `split` — divided into others and dissolved (解散分立);
 * `spin-off` — a part goes to another and the firm goes on (存续分立). New names and codes are no succession: they stay with
 * the firm in its identity history.
 */
export const successionKinds = ['merge', 'split', 'spin-off'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** One edge from a firm to a legal successor, from a day on. */
export type Succession = {
  readonly kind: SuccessionKind;
  readonly from: EnterpriseId;
  readonly to: EnterpriseId;
  /** The successor's part by the deed, in millionths; a merger hands over everything. */
  readonly share: Ppm | null;
  readonly effectiveOn: Day;
};

export type SuccessionRefusal =
  | { readonly code: 'enterprise.succession-self'; readonly field: 'successor' }
  | { readonly code: 'enterprise.succession-future'; readonly field: 'effectiveOn' }
  | { readonly code: 'enterprise.succession-circle'; readonly field: 'successor' }
  | { readonly code: 'enterprise.succession-dissolved'; readonly field: 'firm' }
  | { readonly code: 'enterprise.succession-twice'; readonly field: 'successor' }
  | { readonly code: 'enterprise.succession-share-missing'; readonly field: 'share' }
  | { readonly code: 'enterprise.succession-share-over'; readonly field: 'share'; readonly left: number };

const whole = 1_000_000;

/** Whether the firm is gone after such an edge. */
export const dissolves = (kind: SuccessionKind): boolean => kind !== 'spin-off';

/** Judges a new edge beside those that stand. Parts of one firm never exceed the whole, and nobody succeeds itself. */
export function checkSuccession(
  wish: Succession,
  standing: readonly Succession[],
  today: Day,
): Result<Succession, SuccessionRefusal> {
  const { kind, from, to, effectiveOn } = wish;
  if (from === to) return refuse({ code: 'enterprise.succession-self', field: 'successor' });
  if (effectiveOn > today) return refuse({ code: 'enterprise.succession-future', field: 'effectiveOn' });
  const own = standing.filter((edge) => edge.from === from);
  if (own.some((edge) => edge.to === to))
    return refuse({ code: 'enterprise.succession-twice', field: 'successor' });
  const isGone = own.some((edge) => dissolves(edge.kind) && (edge.kind === 'merge' || kind !== edge.kind));
  if (isGone) return refuse({ code: 'enterprise.succession-dissolved', field: 'firm' });
  if (successorsOf(standing, to).has(from))
    return refuse({ code: 'enterprise.succession-circle', field: 'successor' });
  return checkShare(wish, own);
}

function checkShare(wish: Succession, own: readonly Succession[]): Result<Succession, SuccessionRefusal> {
  if (wish.kind === 'merge') return accept({ ...wish, share: null });
  if (wish.share === null) return refuse({ code: 'enterprise.succession-share-missing', field: 'share' });
  const left = whole - own.reduce((sum, edge) => sum + Number(edge.share ?? 0), 0);
  if (Number(wish.share) > left)
    return refuse({ code: 'enterprise.succession-share-over', field: 'share', left });
  return accept(wish);
}

/**
 * Everybody who succeeds a firm, through any number of steps, with the part that reached them in millionths (rounded
 * down at each step). Liabilities reach each of them in full: those who divide a firm answer for it together (公司法).
 */
export function successorsOf(standing: readonly Succession[], firm: EnterpriseId): Map<EnterpriseId, number> {
  const parts = new Map<EnterpriseId, number>();
  const open: [EnterpriseId, number][] = [[firm, whole]];
  const follow = ([at, part]: [EnterpriseId, number]) => {
    for (const edge of standing.filter(({ from }) => from === at)) {
      const own = Math.floor((part * Number(edge.share ?? whole)) / whole);
      parts.set(edge.to, (parts.get(edge.to) ?? 0) + own);
      open.push([edge.to, own]);
    }
  };
  for (let next = open.pop(); next; next = open.pop()) follow(next);
  return parts;
}
