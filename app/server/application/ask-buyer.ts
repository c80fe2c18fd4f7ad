import { randomBytes, randomUUID } from 'node:crypto';
import { answerUntil, type TradeKind } from '~/domain/application/trade-claim.ts';
import { readUscc } from '~/domain/enterprise/uscc.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, system } from '~/server/access/actor.ts';
import { readTradeRules } from '~/server/application/read-trade-rules.ts';
import { addTrade, buyerBehind } from '~/server/application/store-trade.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';

export type TradeWish = {
  readonly kind: TradeKind;
  readonly buyerName: string;
  readonly buyerCode?: string | undefined;
  readonly reference: string;
  readonly amount: Fen;
  readonly dueOn: Day;
};

export type AskRefusal =
  | { readonly code: 'trade.code-unreadable' | 'trade.own-firm'; readonly field: 'buyerCode' }
  | { readonly code: 'trade.due-past'; readonly field: 'dueOn' };

type Asked = { readonly id: string; readonly token: string | null; readonly buyer: string };

/**
 * The firm asks a buyer to confirm an order or a receivable (domain.md row E8). A buyer whose people have an account answers
 * there and nowhere else; any other gets a secret link, which exists nowhere but in what is returned.
 */
export async function askBuyer(actor: Actor, wish: TradeWish): Promise<Result<Asked, AskRefusal>> {
  const firm = asFirm(actor);
  const { enterpriseId } = firm;
  const today = clock.today();
  if (wish.dueOn < today) return refuse({ code: 'trade.due-past', field: 'dueOn' });
  const code = wish.buyerCode ? readUscc(wish.buyerCode, () => null) : null;
  if (code && !code.ok) return refuse({ code: 'trade.code-unreadable', field: 'buyerCode' });
  const uscc = code?.ok ? code.value.uscc : null;
  const buyer = uscc && (await withActor(system('application.trade-buyer'), (tx) => buyerBehind(tx, uscc)));
  if (buyer && buyer.id === enterpriseId) return refuse({ code: 'trade.own-firm', field: 'buyerCode' });
  const token = buyer ? null : randomBytes(32).toString('base64url');
  const [id, at] = [randomUUID(), clock.now()];
  const buyerName = buyer ? buyer.name : wish.buyerName;
  return withActor(actor, async (tx) => {
    const rules = await readTradeRules(tx, today);
    await addTrade(tx, {
      ...{ id, enterpriseId, kind: wish.kind, reference: wish.reference, amount: wish.amount },
      ...{ dueOn: wish.dueOn, answerUntil: answerUntil(today, rules), askedAt: at, askedBy: firm.userId },
      ...{ buyerName, buyerEnterpriseId: buyer ? buyer.id : null, tokenHash: token && sha256(token) },
    });
    await tellAsked(tx, actor, { id, wish, buyerId: buyer ? buyer.id : null });
    return accept({ id, token, buyer: buyerName });
  });
}

type Told = { readonly id: string; readonly wish: TradeWish; readonly buyerId: EnterpriseId | null };

async function tellAsked(tx: Tx, actor: Actor, { id, wish, buyerId }: Told): Promise<void> {
  const { enterpriseId } = asFirm(actor);
  const detail = {
    claimId: id,
    kind: wish.kind,
    amountFen: String(wish.amount),
    byAccount: buyerId !== null,
  };
  await recordChange(tx, actor, {
    kind: 'application.buyer-asked',
    enterpriseId,
    subjectId: id,
    payload: detail,
  });
  await appendAudit(tx, actor, { action: 'application.buyer-asked', enterpriseId, detail });
  if (buyerId)
    await notify(tx, {
      to: { enterpriseId: buyerId },
      kind: 'application.buyer-asked',
      params: { reference: wish.reference },
      href: '/my/trade',
    });
}
