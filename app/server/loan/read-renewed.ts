import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { arrearsAt } from '~/domain/loan/arrears-chain.ts';
import { type Tier, tiers } from '~/domain/loan/five-tier.ts';
import type { RenewedLoan } from '~/domain/loan/renewal-application.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import type { BorrowerSize } from '~/domain/loan/servicing-rules.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { findLatestClass } from '~/server/loan/store-class.ts';
import { findRenewalFacts } from '~/server/loan/store-renewal.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';

/** A loan as its renewal is judged today, and where it came from; without an application behind it nobody can ask. */
export type Renewable = RenewedLoan & {
  readonly needId: NeedId | null;
  /** The application to renew it that is going on. */
  readonly askedBy: string | null;
};

/** The loan's standing, class and days past due, with the size that the register knows of its borrower. */
export async function readRenewed(tx: Tx, loan: Loan): Promise<Renewable> {
  const { contract, events } = await readStanding(tx, loan);
  const today = clock.today();
  const now = replayLoan(contract, events, today);
  const facts = await findRenewalFacts(tx, loan, today);
  const last = await findLatestClass(tx, loan.id);
  return {
    state: now.state,
    maturityOn: now.maturityOn,
    dpd: arrearsAt(now.arrears, today)?.dpd ?? 0,
    tier: last === null ? 'normal' : tierOf(last.tier),
    purpose: loan.purpose,
    outstanding: now.outstanding,
    size: sizeOf(facts.kind, facts.size),
    isAsked: facts.askedBy !== null,
    isOffered: facts.isOffered,
    needId: facts.needId as NeedId | null,
    askedBy: facts.askedBy,
  };
}

function tierOf(stored: string): Tier {
  const tier = tiers.find((known) => known === stored);
  if (!tier) throw new Error(`no tier is called ${stored}`);
  return tier;
}

function sizeOf(kind: string, size: SizeClass | 'undetermined' | null): BorrowerSize | null {
  if (kind === 'sole-trader') return 'sole-trader';
  return size === null || size === 'undetermined' ? null : size;
}
