import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { type Fen, wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import {
  bankYearScope,
  borrowerScope,
  type LimitScope,
  type NewLimit,
  poolYearScope,
} from '~/domain/ledger/limit.ts';
import { yearCapOf } from '~/domain/policy/compensation.ts';
import type { CompensationRules } from '~/domain/policy/compensation-rules.ts';
import type { Actor } from '~/server/access/actor.ts';
import { claimantOf } from '~/server/compensation/guarantor-of-claim.ts';
import type { ClaimRow } from '~/server/compensation/store.ts';
import { findLimits } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { setLimit } from '~/server/ledger/set-limit.ts';

type Counted = Pick<ClaimRow, 'enterpriseId' | 'institutionId' | 'guarantorId' | 'claimYear' | 'mode'>;

/** The limits a claim counts against in a pool: borrower, claimant and year, the pool's year, and the guarantors' part of it. */
export function limitsOfClaim(pool: { code: string }, claim: Counted, rules: CompensationRules): NewLimit[] {
  const firm = claim.enterpriseId as EnterpriseId;
  const bank = claimantOf(claim) as InstitutionId;
  const nobody = { enterpriseId: null, institutionId: null };
  const borrowerCap = rules.borrowerCapWan === null ? null : wan(rules.borrowerCapWan);
  const all: NewLimit[] = [
    { ...nobody, scope: borrowerScope(pool.code, firm), ceiling: borrowerCap, enterpriseId: firm },
    { ...nobody, scope: bankYearScope(pool.code, bank, claim.claimYear), ceiling: null, institutionId: bank },
    { ...nobody, scope: poolYearScope(pool.code, claim.claimYear), ceiling: yearCapOf(rules, 'bank') },
  ];
  if (claim.mode !== 'guarantor') return all;
  const scope = poolYearScope(`${pool.code}-guarantor`, claim.claimYear);
  return [...all, { ...nobody, scope, ceiling: yearCapOf(rules, 'guarantor') }];
}

export const scopesOf = (limits: readonly NewLimit[]): LimitScope[] => limits.map((limit) => limit.scope);

/** Sets those limits that nobody set yet, and says what each with a ceiling still leaves in the ledger. */
export async function openLimits(
  tx: Tx,
  actor: Actor,
  wanted: readonly NewLimit[],
): Promise<Map<string, Fen>> {
  const known = await findLimits(tx, scopesOf(wanted));
  const left = new Map<string, Fen>();
  for (const limit of wanted) {
    const row = known.find((each) => each.scope === limit.scope);
    if (!row && !left.has(limit.scope)) insist(await setLimit(tx, actor, limit));
    const ceiling = row ? row.ceiling : limit.ceiling;
    if (ceiling !== null) left.set(limit.scope, (ceiling - (row?.used ?? 0n)) as Fen);
    else if (!row) known.push({ scope: limit.scope, ceiling: null, used: 0n as Fen });
  }
  return left;
}
