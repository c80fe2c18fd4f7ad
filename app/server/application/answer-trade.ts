import { answerTrade, type TradeAnswer, type TradeRefusal } from '~/domain/application/trade-claim.ts';
import { canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, system } from '~/server/access/actor.ts';
import { lockTrade, moveTrade, type TradeRow, tradeByToken } from '~/server/application/store-trade.ts';
import type { AnswerFields } from '~/server/application/trade-forms.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import { signText } from '~/server/platform/signing.ts';

export type AnswerTradeRefusal = TradeRefusal | { readonly code: 'trade.not-found' };

const platform = system('application.trade-answer');

/** A buyer that has an account answers what it was asked; the platform writes it, signed. */
export async function answerByAccount(
  actor: Actor,
  id: string,
  fields: AnswerFields,
): Promise<Result<null, AnswerTradeRefusal>> {
  const buyer = asFirm(actor);
  return withActor(platform, async (tx): Promise<Result<null, AnswerTradeRefusal>> => {
    const claim = await lockTrade(tx, id);
    if (claim?.buyerEnterpriseId !== buyer.enterpriseId) return refuse({ code: 'trade.not-found' });
    return answer(tx, actor, claim, fields, 'account');
  });
}

/** Who holds the link answers for the buyer; that it was the link alone is told with the answer. */
export async function answerByLink(
  token: string,
  fields: AnswerFields,
): Promise<Result<null, AnswerTradeRefusal>> {
  return withActor(platform, async (tx): Promise<Result<null, AnswerTradeRefusal>> => {
    const found = await tradeByToken(tx, sha256(token));
    const claim = found && (await lockTrade(tx, found.id));
    if (!claim || claim.state === 'withdrawn') return refuse({ code: 'trade.not-found' });
    return answer(tx, platform, claim, fields, 'link');
  });
}

const answerOf = (fields: AnswerFields): TradeAnswer =>
  fields.answer === 'confirm'
    ? { outcome: 'confirmed', amount: fields.amount }
    : { outcome: 'disputed', note: fields.note };

async function answer(
  tx: Tx,
  actor: Actor,
  claim: TradeRow,
  fields: AnswerFields,
  by: 'account' | 'link',
): Promise<Result<null, TradeRefusal>> {
  const answered = answerTrade(claim, answerOf(fields));
  if (!answered.ok) return answered;
  const { value } = answered;
  const at = clock.now();
  const confirmed = value.outcome === 'confirmed' ? value.amount : null;
  const statement = {
    format: 'xinqiao-trade-answer/1',
    ...{ claim: claim.id, firm: claim.enterpriseId, buyer: claim.buyerName, reference: claim.reference },
    ...{ asked: String(claim.amount), outcome: value.outcome, confirmed: confirmed && String(confirmed) },
    ...{ by: fields.name, through: by, at: at.toISOString() },
  };
  await moveTrade(tx, claim, {
    ...{ state: value.outcome, answeredAt: at, answeredName: fields.name, answeredBy: by },
    ...{ confirmedFen: confirmed, answerNote: value.outcome === 'disputed' ? value.note : null },
    ...{ statement, signature: signText(canonicalJson(statement)).signature },
  });
  await tell(tx, actor, claim, value.outcome, by);
  return accept(null);
}

async function tell(tx: Tx, actor: Actor, claim: TradeRow, outcome: string, by: string): Promise<void> {
  const { enterpriseId, id } = claim;
  const detail = { claimId: id, outcome, through: by };
  await recordChange(tx, actor, {
    kind: 'application.buyer-answered',
    enterpriseId,
    subjectId: id,
    payload: detail,
  });
  await appendAudit(tx, actor, { action: 'application.buyer-answered', enterpriseId, detail });
  await notify(tx, {
    to: { enterpriseId },
    kind: 'application.buyer-answered',
    params: { reference: claim.reference, buyer: claim.buyerName },
    href: `/my/trade/${id}`,
  });
}
