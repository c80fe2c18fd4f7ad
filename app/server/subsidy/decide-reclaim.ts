import { randomUUID } from 'node:crypto';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import { type Fen, fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { accept, insist, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Funding } from '~/domain/policy/subsidy.ts';
import { parseQuarter, quarterEnd } from '~/domain/subsidy/quarter.ts';
import { reclaimOf } from '~/domain/subsidy/reclaim.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { notify } from '~/server/platform/notify.ts';
import { firmOf, owedBackOf } from '~/server/subsidy/accounts.ts';
import { readSettlementPolicy } from '~/server/subsidy/settlement-policy.ts';
import { addEntries, byLoanAndScheme, sumEntries } from '~/server/subsidy/store-entries.ts';
import { findLoanHead } from '~/server/subsidy/store-loans.ts';
import {
  changeReclaim,
  lastSettledQuarter,
  lockReclaim,
  type Reclaim,
} from '~/server/subsidy/store-reclaims.ts';
import { workOut } from '~/server/subsidy/work-out.ts';

export type ReclaimRefusal =
  | { readonly code: 'subsidy.reclaim-not-found' }
  | { readonly code: 'subsidy.reclaim-decided' }
  | { readonly code: 'subsidy.maker-is-checker' };

/**
 * The second person decides about a report: dismissed, it changes nothing and the next settlement catches up; demanded,
 * what was paid beyond what is due after the stop is owed back, by payer, and stands in the ledger until it returns.
 */
export function decideReclaim(
  actor: Actor,
  id: string,
  answer: 'demand' | 'dismiss',
): Promise<Result<Fen, ReclaimRefusal>> {
  const by = asPerson(actor);
  return withActor(actor, async (tx) => {
    const reclaim = await lockReclaim(tx, id);
    if (!reclaim) return refuse({ code: 'subsidy.reclaim-not-found' });
    if (reclaim.state !== 'reported') return refuse({ code: 'subsidy.reclaim-decided' });
    if (reclaim.reportedBy === by.userId) return refuse({ code: 'subsidy.maker-is-checker' });
    const { returnWithinDays } = await readSettlementPolicy(tx, clock.today());
    const dueOn = addDays(clock.today(), returnWithinDays);
    const decided = { decidedBy: by.userId, decidedAt: clock.now() };
    const state = answer === 'demand' ? 'demanded' : 'dismissed';
    await changeReclaim(tx, reclaim, {
      state,
      ...decided,
      dueOn: answer === 'demand' ? dateOfDay(dueOn) : null,
    });
    const amount = answer === 'demand' ? await demand(tx, actor, reclaim, dueOn) : zeroFen;
    if (answer === 'demand' && amount === 0n) await changeReclaim(tx, reclaim, { state: 'returned' });
    await noteDecision(tx, actor, reclaim, answer, amount);
    return accept(amount);
  });
}

async function demand(tx: Tx, actor: Actor, reclaim: Reclaim, dueOn: Day): Promise<Fen> {
  const loan = await findLoanHead(tx, reclaim.loanId);
  if (!loan) throw new Error(`no loan ${reclaim.loanId}`);
  const enterpriseId = reclaim.enterpriseId as EnterpriseId;
  const sums = await sumEntries(tx, [reclaim.loanId]);
  const paid = byLoanAndScheme(sums, { paid: 1 });
  const demanded = byLoanAndScheme(sums, { demanded: 1 });
  const kept = await entitledAfter(tx, reclaim);
  const firm = await firmOf(tx, enterpriseId, loan.firm);
  let whole = zeroFen;
  for (const [key, parts] of paid) {
    const scheme = key.split(' ')[1] ?? '';
    const entitled = kept.get(scheme) ?? [];
    const back = reclaimOf(parts, entitled, demanded.get(key) ?? []);
    whole = plus(whole, back.amount);
    for (const part of back.funding)
      if (part.amount > 0n) await post(tx, actor, { reclaim, scheme, part, firm, dueOn });
  }
  return whole;
}

/** What the loan is entitled to under each scheme by the end of the last settled quarter, the stop in force. */
async function entitledAfter(tx: Tx, reclaim: Reclaim): Promise<Map<string, readonly Funding[]>> {
  const text = await lastSettledQuarter(tx, reclaim.loanId);
  const quarter = text === null ? null : parseQuarter(text);
  const asOf = quarter ? quarterEnd(quarter) : day('2000-01-01');
  const worked = await workOut(tx, [reclaim.enterpriseId], asOf);
  return new Map(
    worked
      .filter(({ row }) => row.id === reclaim.loanId)
      .map(({ row, entitlement }) => [row.scheme_code, entitlement.whole]),
  );
}

type Part = {
  readonly reclaim: Reclaim;
  readonly scheme: string;
  readonly part: Funding;
  readonly firm: Awaited<ReturnType<typeof firmOf>>;
  readonly dueOn: Day;
};

async function post(tx: Tx, actor: Actor, { reclaim, scheme, part, firm, dueOn }: Part): Promise<void> {
  const key = `subsidy-demand-${reclaim.id}-${scheme}-${part.payer}`;
  const to = await owedBackOf(tx, part.payer);
  const about = {
    enterpriseId: reclaim.enterpriseId as EnterpriseId,
    institutionId: reclaim.institutionId as InstitutionId,
    loanId: reclaim.loanId as LoanId,
    reference: { kind: 'reclaim', id: reclaim.id },
    memo: `due ${dueOn}`,
  };
  const effectiveOn = clock.today();
  const legs = [{ from: firm, to, amount: fen(part.amount) }];
  insist(await postTransfer(tx, actor, { key, kind: 'subsidy.demanded', effectiveOn, legs, about }));
  await addEntries(tx, [
    {
      enterpriseId: reclaim.enterpriseId,
      id: randomUUID(),
      loanId: reclaim.loanId,
      institutionId: reclaim.institutionId,
      schemeCode: scheme,
      kind: 'demanded',
      payer: part.payer,
      amountFen: part.amount,
      effectiveOn: dateOfDay(effectiveOn),
      reclaimId: reclaim.id,
      ledgerKey: key,
      recordedAt: clock.now(),
    },
  ]);
}

async function noteDecision(tx: Tx, actor: Actor, of: Reclaim, answer: 'demand' | 'dismiss', amount: Fen) {
  const enterpriseId = of.enterpriseId as EnterpriseId;
  const institutionId = of.institutionId as InstitutionId;
  const kind = answer === 'demand' ? 'subsidy.reclaimed' : 'subsidy.report-dismissed';
  const payload = { loanId: of.loanId, amountFen: amount };
  await recordChange(tx, actor, { kind, enterpriseId, institutionId, subjectId: of.id, payload });
  const action = answer === 'demand' ? 'subsidy.reclaimed' : ('subsidy.report-dismissed' as const);
  await appendAudit(tx, actor, { action, enterpriseId, detail: { reclaimId: of.id, ...payload } });
  for (const to of [{ enterpriseId }, { institutionId }])
    await notify(tx, {
      to,
      kind,
      params: {},
      href: 'enterpriseId' in to ? '/my/subsidies' : `/bank/subsidies/${of.loanId}`,
    });
}
