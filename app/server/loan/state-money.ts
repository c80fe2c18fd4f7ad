import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { assessDisbursedLoan } from '~/server/loan/assess-loan.ts';
import { findLoan } from '~/server/loan/store.ts';
import { addStatement, findLender, findStatements, type StatementKind } from '~/server/loan/store-money.ts';
import type { Loan } from '~/server/loan/store-servicing.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';

type Evidence = { readonly reference: string; readonly evidenceOn: Day };

/** The loan pays off another bank's loan: the same money under a new contract (再融资). */
export type Refinanced = Evidence & {
  readonly kind: 'refinanced';
  readonly lender: string;
  readonly contractNo: string;
  readonly firstDrawnOn: Day;
  /** The central scheme that the money took there, as `code version`; null for none. */
  readonly scheme: string | null;
};

/** Another authority subsidises the loan's interest already, by so many points a year. */
export type PaidElsewhere = Evidence & {
  readonly kind: 'local-subsidy';
  readonly payer: string;
  readonly points: Ppm;
};

export type MoneyInput = Refinanced | PaidElsewhere;

export type StateMoneyRefusal =
  | { readonly code: 'loan.not-found' }
  | { readonly code: 'loan.evidence-date'; readonly field: 'evidenceOn' }
  | { readonly code: 'loan.money-later'; readonly drawnOn: Day; readonly field: 'firstDrawnOn' }
  | { readonly code: 'loan.money-renewed' }
  | { readonly code: 'loan.money-own-bank'; readonly field: 'lender' }
  | { readonly code: 'loan.money-no-scheme'; readonly field: 'scheme' }
  | { readonly code: 'loan.money-points'; readonly ratePpm: number; readonly field: 'points' }
  | { readonly code: 'loan.money-nothing' };

const platform = system('loan.money');

/**
 * A bank, or the funds desk, states with its evidence what the platform cannot know of a loan's money (domain.md edge case
 * 6); the loan is assessed anew at once and the next settlement goes by it. The last statement of a kind stands.
 */
export function stateMoney(
  actor: Actor,
  loanId: string,
  input: MoneyInput,
): Promise<Result<null, StateMoneyRefusal>> {
  return onLoan(actor, loanId, async (tx, loan) => {
    if (input.evidenceOn > clock.today()) return refuse({ code: 'loan.evidence-date', field: 'evidenceOn' });
    const { kind, reference, evidenceOn } = input;
    const found =
      input.kind === 'refinanced' ? await refinancedOf(tx, loan, input) : elsewhereOf(loan, input);
    if (!found.ok) return found;
    return accept({ kind, reference, evidenceOn: dateOfDay(evidenceOn), ...found.value });
  });
}

/** Takes back the statement of a kind that stands; what follows from it is worked out without it. */
export function withdrawMoney(
  actor: Actor,
  loanId: string,
  kind: StatementKind,
): Promise<Result<null, StateMoneyRefusal>> {
  return onLoan(actor, loanId, async (tx, loan) => {
    const standing = (await findStatements(tx, [loan.enterpriseId], [loan.id])).find((s) => s.kind === kind);
    if (!standing) return refuse({ code: 'loan.money-nothing' });
    return accept({
      ...{ kind, withdrawn: true, reference: standing.reference, lenderId: standing.lender_id },
      ...{ lender: standing.lender, contractNo: standing.contract_no, payer: standing.payer },
      firstDrawnOn: standing.first_drawn_on && dateOfDay(standing.first_drawn_on),
      pointsPpm: standing.points_ppm,
      evidenceOn: dateOfDay(standing.evidence_on),
    });
  });
}

type Stated = Omit<
  Parameters<typeof addStatement>[1],
  'enterpriseId' | 'id' | 'loanId' | 'institutionId' | 'party' | 'statedBy' | 'statedAt'
>;

async function refinancedOf(tx: Tx, loan: Loan, input: Refinanced) {
  const drawnOn = dayOfDate(loan.disbursedOn);
  if (loan.renewsLoanId !== null) return refuse({ code: 'loan.money-renewed' } as const);
  if (input.firstDrawnOn >= drawnOn)
    return refuse({ code: 'loan.money-later', drawnOn, field: 'firstDrawnOn' } as const);
  const lenderId = await findLender(tx, input.lender);
  if (lenderId === loan.institutionId)
    return refuse({ code: 'loan.money-own-bank', field: 'lender' } as const);
  const taken = (await readSchemes(tx)).find(
    ({ kind, code, version, body }) =>
      kind === 'subsidy' &&
      'level' in body &&
      body.level === 'central' &&
      `${code} ${version}` === input.scheme,
  );
  if (input.scheme !== null && !taken)
    return refuse({ code: 'loan.money-no-scheme', field: 'scheme' } as const);
  return accept({
    ...{ lender: input.lender, lenderId, contractNo: input.contractNo },
    firstDrawnOn: dateOfDay(input.firstDrawnOn),
    ...{ schemeCode: taken?.code ?? null, schemeVersion: taken?.version ?? null },
  });
}

function elsewhereOf({ ratePpm }: Loan, { payer, points }: PaidElsewhere) {
  if (points <= 0 || points > ratePpm)
    return refuse({ code: 'loan.money-points', ratePpm, field: 'points' } as const);
  return accept({ payer, pointsPpm: points as number });
}

/** Checks a statement as the platform, so that other banks' loans are found and not seen; writes it and assesses anew. */
async function onLoan(
  actor: Actor,
  loanId: string,
  statementOf: (tx: Tx, loan: Loan) => Promise<Result<Stated, StateMoneyRefusal>>,
): Promise<Result<null, StateMoneyRefusal>> {
  const by = asPerson(actor);
  const seen = await withActor(actor, (tx) => findLoan(tx, loanId));
  const isDesk = by.role === 'funds-operator';
  const isOwn = isDesk || seen?.institutionId === by.institutionId;
  if (!seen || !isOwn) return refuse({ code: 'loan.not-found' });
  return withActor(platform, async (tx) => {
    const stated = await statementOf(tx, seen);
    if (!stated.ok) return stated;
    const enterpriseId = seen.enterpriseId as EnterpriseId;
    const institutionId = seen.institutionId as InstitutionId;
    const party = isDesk ? 'operator' : 'institution';
    const about = { id: randomUUID(), enterpriseId, institutionId, loanId, party };
    await addStatement(tx, { ...about, ...stated.value, statedBy: by.userId, statedAt: clock.now() });
    const { kind, withdrawn = false, reference } = stated.value;
    const detail = { loanId, kind, withdrawn, reference } as { readonly [name: string]: Canonical };
    const action = 'loan.money-stated';
    await recordChange(tx, by, {
      kind: action,
      enterpriseId,
      institutionId,
      subjectId: loanId,
      payload: detail,
    });
    await appendAudit(tx, by, { action, enterpriseId, purpose: 'post-loan', detail });
    await assessDisbursedLoan(tx, platform, loanId);
    return accept(null);
  });
}
