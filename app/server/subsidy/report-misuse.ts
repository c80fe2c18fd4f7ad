import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { readSettlementPolicy } from '~/server/subsidy/settlement-policy.ts';
import { findLoanHead, type LoanHead } from '~/server/subsidy/store-loans.ts';
import { addReclaim } from '~/server/subsidy/store-reclaims.ts';

/** What a subsidy is lost by (domain.md §2.7). */
export const misuseCauses = [
  'arbitrage',
  'wealth-product',
  'wrong-sector',
  'wilful-default',
  'other',
] as const;
export type MisuseCause = (typeof misuseCauses)[number];

type Report = { readonly cause: MisuseCause; readonly misuseOn: Day; readonly note: string };

export type MisuseRefusal =
  | { readonly code: 'subsidy.loan-not-found' }
  | { readonly code: 'subsidy.reclaim-open' }
  | { readonly code: 'subsidy.misuse-date'; readonly field: 'misuseOn'; readonly from: string };

/**
 * A bank or the funds desk reports that a subsidised loan is misused, or wilfully not paid. Until a second person of the
 * funds desk has decided, nothing more is paid on it.
 */
export function reportMisuse(
  actor: Actor,
  loanId: string,
  report: Report,
): Promise<Result<string, MisuseRefusal>> {
  const by = asPerson(actor);
  return withActor(actor, async (tx) => {
    const loan = await findLoanHead(tx, loanId);
    if (!loan || (by.role !== 'funds-operator' && loan.institution_id !== by.institutionId))
      return refuse({ code: 'subsidy.loan-not-found' });
    if (report.misuseOn < loan.drawn_on || report.misuseOn > clock.today())
      return refuse({ code: 'subsidy.misuse-date', field: 'misuseOn', from: loan.drawn_on });
    const id = randomUUID();
    const added = await addReclaim(tx, { id, ...(await rowOf(tx, loan, report)), reportedBy: by.userId });
    if (!added) return refuse({ code: 'subsidy.reclaim-open' });
    await tell(tx, actor, loan, id, report);
    return accept(id);
  });
}

async function rowOf(tx: Tx, loan: LoanHead, { cause, misuseOn, note }: Report) {
  const { reclaim } = await readSettlementPolicy(tx, clock.today());
  return {
    enterpriseId: loan.enterprise_id,
    loanId: loan.id,
    institutionId: loan.institution_id,
    cause,
    misuseOn: dateOfDay(misuseOn),
    scope: reclaim[cause === 'wilful-default' ? 'wilful-default' : 'misuse'],
    note,
    reportedAt: clock.now(),
  };
}

async function tell(tx: Tx, actor: Actor, loan: LoanHead, id: string, { cause, misuseOn }: Report) {
  const enterpriseId = loan.enterprise_id as EnterpriseId;
  const institutionId = loan.institution_id as InstitutionId;
  const payload = { loanId: loan.id, cause, misuseOn };
  const kind = 'subsidy.misuse-reported';
  await recordChange(tx, actor, { kind, enterpriseId, institutionId, subjectId: id, payload });
  const detail = { reclaimId: id, ...payload };
  await appendAudit(tx, actor, { action: 'subsidy.misuse-reported', enterpriseId, detail });
  const params = { contract: loan.contract_no };
  await notify(tx, { to: { enterpriseId }, kind, params, href: '/my/subsidies' });
}
