import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import { type Fen, fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { accept, insist, type Result, refuse } from '~/domain/kernel/result.ts';
import { divideReturn } from '~/domain/subsidy/reclaim.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { owedBackOf, poolOf } from '~/server/subsidy/accounts.ts';
import { addEntries } from '~/server/subsidy/store-entries.ts';
import { changeReclaim, findOpenParts, lockReclaim, type Reclaim } from '~/server/subsidy/store-reclaims.ts';

export type ReturnRefusal =
  | { readonly code: 'subsidy.reclaim-not-found' }
  | { readonly code: 'subsidy.reclaim-not-demanded' }
  | { readonly code: 'subsidy.return-nothing'; readonly field: 'amount' }
  | { readonly code: 'subsidy.return-date'; readonly field: 'paidOn' }
  | { readonly code: 'subsidy.return-too-much'; readonly field: 'amount'; readonly openFen: Fen };

type Money = { readonly amount: Fen; readonly paidOn: Day };

/** Records money of a reclaimed subsidy that came back; it divides over the payers pro rata to what each is owed. */
export function recordReturn(
  actor: Actor,
  id: string,
  money: Money,
): Promise<Result<'returned' | 'demanded', ReturnRefusal>> {
  asPerson(actor);
  return withActor(actor, async (tx) => {
    const reclaim = await lockReclaim(tx, id);
    if (!reclaim) return refuse({ code: 'subsidy.reclaim-not-found' });
    if (reclaim.state !== 'demanded') return refuse({ code: 'subsidy.reclaim-not-demanded' });
    if (money.amount <= 0n) return refuse({ code: 'subsidy.return-nothing', field: 'amount' });
    if (money.paidOn > clock.today() || money.paidOn < dayDecided(reclaim))
      return refuse({ code: 'subsidy.return-date', field: 'paidOn' });
    const open = (await findOpenParts(tx, id)).map((part) => ({ ...part, open: fen(part.fen) }));
    const whole = plus(zeroFen, ...open.map((part) => part.open));
    if (money.amount > whole)
      return refuse({ code: 'subsidy.return-too-much', field: 'amount', openFen: whole });
    const keyed = open.map((part) => ({ payer: `${part.scheme_code} ${part.payer}`, amount: part.open }));
    for (const part of divideReturn(money.amount, keyed))
      if (part.amount > 0n) await post(tx, actor, reclaim, part, money.paidOn);
    const state = money.amount === whole ? 'returned' : 'demanded';
    await changeReclaim(tx, reclaim, { state });
    await note(tx, actor, reclaim, money);
    return accept(state);
  });
}

const dayDecided = (reclaim: Reclaim): string =>
  new Date((reclaim.decidedAt?.getTime() ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);

async function post(
  tx: Tx,
  actor: Actor,
  reclaim: Reclaim,
  part: { payer: string; amount: Fen },
  paidOn: Day,
): Promise<void> {
  const [scheme = '', payer = ''] = part.payer.split(' ');
  const id = randomUUID();
  const key = `subsidy-return-${id}`;
  const about = {
    enterpriseId: reclaim.enterpriseId as EnterpriseId,
    institutionId: reclaim.institutionId as InstitutionId,
    loanId: reclaim.loanId as LoanId,
    reference: { kind: 'reclaim', id: reclaim.id },
  };
  const legs = [{ from: await owedBackOf(tx, payer), to: await poolOf(tx, payer), amount: part.amount }];
  insist(await postTransfer(tx, actor, { key, kind: 'subsidy.returned', effectiveOn: paidOn, legs, about }));
  await addEntries(tx, [
    {
      enterpriseId: reclaim.enterpriseId,
      id,
      loanId: reclaim.loanId,
      institutionId: reclaim.institutionId,
      schemeCode: scheme,
      kind: 'returned',
      payer,
      amountFen: part.amount,
      effectiveOn: dateOfDay(paidOn),
      reclaimId: reclaim.id,
      ledgerKey: key,
      recordedAt: clock.now(),
    },
  ]);
}

async function note(tx: Tx, actor: Actor, of: Reclaim, { amount, paidOn }: Money): Promise<void> {
  const enterpriseId = of.enterpriseId as EnterpriseId;
  const institutionId = of.institutionId as InstitutionId;
  const payload = { amountFen: amount, paidOn };
  const kind = 'subsidy.returned';
  await recordChange(tx, actor, { kind, enterpriseId, institutionId, subjectId: of.id, payload });
  await appendAudit(tx, actor, { action: kind, enterpriseId, detail: { reclaimId: of.id, ...payload } });
}
