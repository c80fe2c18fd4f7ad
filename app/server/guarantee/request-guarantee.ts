import { randomUUID } from 'node:crypto';
import { chainOf } from '~/domain/guarantee/chain.ts';
import { day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, shareOf } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { noteStep } from '~/server/guarantee/note-step.ts';
import {
  addContract,
  coveredPart,
  findInstitution,
  findLoanToCover,
  type LoanToCover,
} from '~/server/guarantee/store.ts';

type Request = { readonly guarantorId: InstitutionId; readonly share: Ppm; readonly note: string | null };

export type RequestRefusal =
  | { readonly code: 'guarantee.loan-not-found' }
  | { readonly code: 'guarantee.loan-not-live' }
  | { readonly code: 'guarantee.no-guarantor'; readonly field: 'guarantorId' }
  | { readonly code: 'guarantee.bank-share-too-small'; readonly field: 'share'; readonly minPpm: number }
  | { readonly code: 'guarantee.insured-share-too-large'; readonly field: 'share'; readonly maxPpm: number }
  | { readonly code: 'guarantee.live-request' };

/** A bank asks a guarantor or insurer to cover a part of a loan's principal; the bank keeps its own part of the risk. */
export function requestGuarantee(
  actor: Actor,
  loanId: string,
  request: Request,
): Promise<Result<string, RequestRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const loan = await findLoanToCover(tx, loanId);
    if (!loan || loan.institution_id !== institutionId) return refuse({ code: 'guarantee.loan-not-found' });
    if (loan.state !== 'active') return refuse({ code: 'guarantee.loan-not-live' });
    const possible = await checkShare(tx, loan, request);
    if (!possible.ok) return possible;
    const id = randomUUID();
    const row = { ...rowOf(loan, request), id, kind: possible.value, requestedBy: userId };
    if (!(await addContract(tx, row))) return refuse({ code: 'guarantee.live-request' });
    const contract = { ...row, enterpriseId: row.enterpriseId as EnterpriseId };
    await noteStep(tx, actor, contract, { kind: 'requested', note: request.note });
    const detail = { contractId: id, loanId };
    await appendAudit(tx, actor, {
      action: 'guarantee.requested',
      enterpriseId: contract.enterpriseId,
      detail,
    });
    return accept(id);
  });
}

async function checkShare(
  tx: Tx,
  loan: LoanToCover,
  { guarantorId, share }: Request,
): Promise<Result<'guarantee' | 'insurance', RequestRefusal>> {
  const guarantor = await findInstitution(tx, guarantorId);
  if (guarantor?.state !== 'approved' || !['guarantor', 'insurer'].includes(guarantor.kind))
    return refuse({ code: 'guarantee.no-guarantor', field: 'guarantorId' });
  const rules = await readGuaranteeRules(tx, clock.today());
  const kind = guarantor.kind === 'insurer' ? 'insurance' : 'guarantee';
  const { shareMaxPpm } = rules.insurance;
  if (kind === 'insurance' && share > shareMaxPpm)
    return refuse({ code: 'guarantee.insured-share-too-large', field: 'share', maxPpm: shareMaxPpm });
  const together = ppm(Math.min(1_000_000, share + (await coveredPart(tx, loan.id))));
  const chain = chainOf(fen(loan.principal_fen), together, rules);
  return chain.ok ? accept(kind) : chain;
}

const rowOf = (loan: LoanToCover, { guarantorId, share, note }: Request) => ({
  enterpriseId: loan.enterprise_id,
  loanId: loan.id,
  institutionId: loan.institution_id as InstitutionId,
  guarantorId,
  contractNo: loan.contract_no,
  principalFen: loan.principal_fen,
  purpose: loan.purpose,
  isSmeAgri: loan.size !== 'large' || loan.industry.startsWith('0'),
  maturityOn: dateOfDay(day(loan.maturity_on)),
  sharePpm: share,
  liabilityFen: shareOf(fen(loan.principal_fen), share),
  note,
  requestedAt: clock.now(),
});
