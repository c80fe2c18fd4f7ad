import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { arrearsOn } from '~/domain/loan/dpd.ts';
import { curedAlerts, intakeOf } from '~/domain/monitoring/dedup.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import type { Signal } from '~/domain/monitoring/signal.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { permitUse } from '~/server/consent/permit-use.ts';
import type { Tx } from '~/server/db/client.ts';
import { findDues, findRepayments } from '~/server/loan/store.ts';
import { clearCured } from '~/server/monitoring/clear-cured.ts';
import { raiseAlert } from '~/server/monitoring/raise-alert.ts';
import { dedupWindowDays, itemsOf, screenLoans } from '~/server/monitoring/screen-loans.ts';
import {
  findKnownAlerts,
  findLiveLoan,
  findTouchedLoans,
  findWatchedFacts,
  type WatchedLoan,
} from '~/server/monitoring/store-watch.ts';
import { findInForce } from '~/server/policy/store.ts';

export type Watched = {
  readonly loans: number;
  readonly raised: number;
  readonly merged: number;
  readonly cleared: number;
};

/** The signals in force today. */
export async function signalsToday(tx: Tx): Promise<Signal[]> {
  const rows = await findInForce(tx, 'signal', clock.today());
  return rows.map((row) => ({ code: row.code, version: row.version, body: row.body }) as unknown as Signal);
}

/** Loans to look at: of firms that a batch touched, or one. */
export async function loansOf(tx: Tx, which: { readonly batchId: string } | { readonly loanId: string }) {
  if ('loanId' in which) return findLiveLoan(tx, which.loanId);
  return findTouchedLoans(tx, which.batchId, itemsOf(await signalsToday(tx)));
}

/**
 * Looks at live loans under a live monitoring consent: raises, merges and clears alerts. Those of which nothing new can be said are
 * told by sets and left alone. Looking twice finds nothing new. In the caller's transaction, as the platform.
 */
export async function watchLoans(
  tx: Tx,
  actor: Actor,
  loans: readonly WatchedLoan[],
  batchId: string | null = null,
): Promise<Watched> {
  const signals = await signalsToday(tx);
  return lookClosely(tx, actor, await screenLoans(tx, loans, signals, clock.today()), signals, batchId);
}

/** Looks at each of some loans under its own consent; `loans` counts those that may be looked at. */
export async function lookClosely(
  tx: Tx,
  actor: Actor,
  loans: readonly WatchedLoan[],
  signals: readonly Signal[],
  batchId: string | null = null,
): Promise<Watched> {
  const done = { loans: 0, raised: 0, merged: 0, cleared: 0 };
  for (const loan of loans) {
    const seen = await watchLoan(tx, actor, loan, signals, batchId);
    if (!seen) continue;
    done.loans += 1;
    done.raised += seen.raised;
    done.merged += seen.merged;
    done.cleared += seen.cleared;
  }
  return done;
}

/** Whether the firm agreed that this lender watches this loan, as of now; its consents stay locked. */
const mayWatch = (tx: Tx, loan: WatchedLoan) =>
  permitUse(tx, {
    enterpriseId: loan.enterprise_id as EnterpriseId,
    institutionId: loan.institution_id as InstitutionId,
    purpose: 'post-loan',
    items: 'granted',
    fetchType: 'periodic',
    applicationId: loan.application_id, // a consent given with an offer serves that product alone
  });

async function watchLoan(
  tx: Tx,
  actor: Actor,
  loan: WatchedLoan,
  signals: readonly Signal[],
  batchId: string | null,
) {
  const permit = await mayWatch(tx, loan);
  if (!permit.ok) return null; // no live monitoring consent: nothing is looked at
  const today = clock.today();
  const { shown: facts, all } = await findWatchedFacts(tx, loan, permit.value.items);
  const arrears = arrearsOn(today, await findDues(tx, loan.id), await findRepayments(tx, loan.id));
  const hits = evaluateSignals({ loanId: loan.id, facts, arrears }, signals, today);
  // A record that is suspended while disputed raises nothing, and its alert is not cured by that.
  const standing =
    all.length === facts.length
      ? hits
      : evaluateSignals({ loanId: loan.id, facts: all, arrears }, signals, today);
  const known = await findKnownAlerts(tx, loan.id);
  const done = { raised: 0, merged: 0, cleared: 0 };
  for (const hit of hits) {
    const intake = intakeOf(hit, known, today, dedupWindowDays);
    const outcome = await raiseAlert(tx, actor, {
      loan,
      facts,
      intake,
      signals,
      batchId,
      consentId: permit.value.consentId,
    });
    if (outcome) done[outcome] += 1;
  }
  for (const alert of curedAlerts(known, standing)) {
    await clearCured(tx, actor, loan, alert.id);
    done.cleared += 1;
  }
  return done;
}
