import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { readSettlementPolicy } from '~/server/subsidy/settlement-policy.ts';
import { findLoanHead } from '~/server/subsidy/store-loans.ts';

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
    const { reclaim } = await readSettlementPolicy(tx, clock.today());
    const id = randomUUID();
    const enterpriseId = loan.enterprise_id as EnterpriseId;
    const institutionId = loan.institution_id as InstitutionId;
    const { count } = await tx.subsidyReclaim.createMany({
      data: [
        {
          enterpriseId,
          id,
          loanId,
          institutionId,
          cause: report.cause,
          misuseOn: dateOfDay(report.misuseOn),
          scope: reclaim[report.cause === 'wilful-default' ? 'wilful-default' : 'misuse'],
          note: report.note,
          reportedBy: by.userId,
          reportedAt: clock.now(),
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return refuse({ code: 'subsidy.reclaim-open' });
    const payload = { loanId, cause: report.cause, misuseOn: report.misuseOn };
    const kind = 'subsidy.misuse-reported';
    await recordChange(tx, actor, { kind, enterpriseId, institutionId, subjectId: id, payload });
    await appendAudit(tx, actor, { action: kind, enterpriseId, detail: { reclaimId: id, ...payload } });
    const href = '/my/subsidies';
    await notify(tx, { to: { enterpriseId }, kind, params: { contract: loan.contract_no }, href });
    return accept(id);
  });
}
