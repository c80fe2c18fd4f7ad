import type { Claims, Party } from './three-way.ts';

/** Which of the sources compared made the determination: the item's provider, the third source, or neither. */
export const authorities = ['provider', 'third', 'none'] as const;
export type Authority = (typeof authorities)[number];

/** What policy lets the authority's word do: be proposed to whoever decides, or stand by itself. */
export type PrecedenceMode = 'propose' | 'stand';

/** Policy data `reconciliation`, its part about precedence: `stand` names the items whose authority decides by itself. */
export type PrecedenceRule = { readonly otherwise: PrecedenceMode; readonly stand: readonly string[] };

export const modeOf = ({ otherwise, stand }: PrecedenceRule, item: string): PrecedenceMode =>
  stand.includes(item) ? 'stand' : otherwise;

/** Why a party is proposed: the authority says so, does not have the record, or a case decided about it here. */
export type PrecedenceReason = 'authority-says' | 'authority-lacks' | 'decided-here';

export type Proposal = {
  readonly party: Party;
  readonly why: PrecedenceReason;
  /** Whether nobody needs to decide. */
  readonly stands: boolean;
};

/**
 * Who goes before whom in a conflict (谁认定谁负责; S4(六)): the copy of the authority that made the determination. What a
 * case decided about the record here, or ended here, is not undone by a copy: it stays until somebody decides. Only what
 * the authority says stands by itself, never that it lacks a record. Null where no authority speaks of the firm.
 */
export function proposalOf<T>(
  claims: Claims<T>,
  authority: Authority,
  { decidedHere, mode }: { readonly decidedHere: boolean; readonly mode: PrecedenceMode },
): Proposal | null {
  if (decidedHere) return { party: 'own', why: 'decided-here', stands: false };
  const said = authority === 'none' ? undefined : claims[authority];
  if (authority === 'none' || said === undefined) return null;
  if (said === null) return { party: authority, why: 'authority-lacks', stands: false };
  return { party: authority, why: 'authority-says', stands: mode === 'stand' };
}
