import { isOverdue, mostFinanced, type TradeRules } from '~/domain/application/trade-claim.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, system } from '~/server/access/actor.ts';
import { readTradeRules } from '~/server/application/read-trade-rules.ts';
import { liveApplications } from '~/server/application/store.ts';
import { partiesOf } from '~/server/application/store-party.ts';
import {
  sharesOf,
  type TradeRow,
  tradeByToken,
  tradesAskedOf,
  tradesOf,
  tradesWith,
} from '~/server/application/store-trade.ts';
import { clock } from '~/server/clock.ts';
import { firmNames } from '~/server/consent/store-party.ts';
import { withActor } from '~/server/db/with-actor.ts';

type NotFound = { readonly code: 'trade.not-found' };

/** A claim as pages read it. */
const viewOf = (claim: TradeRow, rules: TradeRules) => ({
  id: claim.id,
  kind: claim.kind,
  buyer: claim.buyerName,
  byAccount: claim.buyerEnterpriseId !== null,
  reference: claim.reference,
  amountFen: String(claim.amount),
  dueOn: claim.dueOn as string,
  answerUntil: claim.answerUntil as string,
  overdue: isOverdue(claim, clock.today()),
  state: claim.state,
  confirmedFen: claim.confirmed === null ? null : String(claim.confirmed),
  mostFen: String(mostFinanced(claim, rules)),
  answeredAt: claim.answeredAt?.toISOString() ?? null,
  answeredName: claim.answeredName,
  answeredBy: claim.answeredBy,
  note: claim.answerNote,
});
export type TradeView = ReturnType<typeof viewOf>;

/** What the firm asked its buyers, and what others ask it. */
export function listTrade(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const rules = await readTradeRules(tx, clock.today());
    const asked = await tradesAskedOf(tx, enterpriseId);
    const names = new Map<string, string>();
    for (const id of new Set(asked.map((claim) => claim.enterpriseId)))
      names.set(id, (await firmNames(tx, id))?.name ?? '');
    return {
      today: clock.today() as string,
      answerDays: rules.answerDays,
      own: (await tradesOf(tx, enterpriseId)).map((claim) => viewOf(claim, rules)),
      asked: asked.map((claim) => ({ ...viewOf(claim, rules), seller: names.get(claim.enterpriseId) ?? '' })),
    };
  });
}

/** One claim of the firm's own, with the applications that it goes with and may go with. */
export function showTrade(actor: Actor, id: string): Promise<Result<TradeFile, NotFound>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<TradeFile, NotFound>> => {
    const claim = (await tradesOf(tx, enterpriseId)).find((each) => each.id === id);
    if (!claim) return refuse({ code: 'trade.not-found' });
    const shown = new Set(
      (await sharesOf(tx, enterpriseId)).filter(({ claimId }) => claimId === id).map((s) => s.applicationId),
    );
    const applications: TradeFile['applications'][number][] = [];
    for (const application of await liveApplications(tx, enterpriseId)) {
      const { bankZh, bankEn, productZh, productEn } = await partiesOf(tx, application);
      const names = { bankZh, bankEn, productZh, productEn };
      applications.push({ id: application.id, ...names, shown: shown.has(application.id) });
    }
    return accept({ claim: viewOf(claim, await readTradeRules(tx, clock.today())), applications });
  });
}

export type TradeFile = {
  readonly claim: TradeView;
  readonly applications: readonly {
    readonly id: string;
    readonly bankZh: string;
    readonly bankEn: string;
    readonly productZh: string;
    readonly productEn: string;
    readonly shown: boolean;
  }[];
};

/** What the holder of a link is asked; a question that was taken back is none. */
export function showTradeDoor(token: string): Promise<Result<TradeDoor, NotFound>> {
  return withActor(system('application.trade-door'), async (tx): Promise<Result<TradeDoor, NotFound>> => {
    const claim = await tradeByToken(tx, sha256(token));
    if (!claim || claim.state === 'withdrawn') return refuse({ code: 'trade.not-found' });
    const rules = await readTradeRules(tx, clock.today());
    const seller = (await firmNames(tx, claim.enterpriseId))?.name ?? '';
    return accept({ ...viewOf(claim, rules), seller });
  });
}
export type TradeDoor = TradeView & { readonly seller: string };

/** What the firm shows the bank of an application; the caller asked for the consent. */
export const tradeForBank = (enterpriseId: EnterpriseId, applicationId: string): Promise<TradeView[]> =>
  withActor(system('application.trade-shown'), async (tx) => {
    const rules = await readTradeRules(tx, clock.today());
    return (await tradesWith(tx, enterpriseId, applicationId)).map((claim) => viewOf(claim, rules));
  });
