import { addDays, type Day } from '~/domain/kernel/day.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** What a firm borrows on: an order not yet delivered, or a receivable for what was (domain.md row E8). */
export const tradeKinds = ['order', 'receivable'] as const;
export type TradeKind = (typeof tradeKinds)[number];

export const tradeStates = ['asked', 'confirmed', 'disputed', 'withdrawn'] as const;
export type TradeState = (typeof tradeStates)[number];

/** Policy data `buyer-confirmation` (domain.md §2.13). */
export type TradeRules = {
  /** Calendar days in which a government body or a large firm confirms. */
  readonly answerDays: number;
  /** The part of a confirmed claim that may be lent on, in ppm. */
  readonly mostFinancedPpm: { readonly [K in TradeKind]: number };
};

export type TradeClaim = {
  readonly kind: TradeKind;
  readonly amount: Fen;
  readonly state: TradeState;
  /** The last day for the buyer's answer. */
  readonly answerUntil: Day;
  readonly confirmed: Fen | null;
};

/** What a buyer says: the amount that it owes or ordered, which may be less than asked, or that it does not agree. */
export type TradeAnswer =
  | { readonly outcome: 'confirmed'; readonly amount: Fen }
  | { readonly outcome: 'disputed'; readonly note: string };

export type TradeRefusal =
  | { readonly code: 'trade.answered-already' }
  | { readonly code: 'trade.confirms-too-much'; readonly most: Fen; readonly field: 'amount' }
  | { readonly code: 'trade.confirms-nothing'; readonly field: 'amount' };

/** The last day for the answer to a question asked on a day. */
export const answerUntil = (askedOn: Day, { answerDays }: TradeRules): Day => addDays(askedOn, answerDays);

/** A buyer answers once. A late answer still counts: the clock binds the buyer and never harms the firm. */
export function answerTrade(claim: TradeClaim, answer: TradeAnswer): Result<TradeAnswer, TradeRefusal> {
  if (claim.state !== 'asked') return refuse({ code: 'trade.answered-already' });
  if (answer.outcome === 'disputed') return accept(answer);
  if (answer.amount <= zeroFen) return refuse({ code: 'trade.confirms-nothing', field: 'amount' });
  return answer.amount > claim.amount
    ? refuse({ code: 'trade.confirms-too-much', most: claim.amount, field: 'amount' })
    : accept(answer);
}

/** Whether the buyer has let its clock run out: the firm may complain, and the bank sees it. */
export const isOverdue = (claim: TradeClaim, today: Day): boolean =>
  claim.state === 'asked' && claim.answerUntil < today;

/** The most that may be lent on a claim: its part of what the buyer confirmed, and nothing before that. */
export const mostFinanced = (claim: TradeClaim, rules: TradeRules): Fen =>
  claim.confirmed === null ? zeroFen : shareOf(claim.confirmed, ppm(rules.mostFinancedPpm[claim.kind]));
