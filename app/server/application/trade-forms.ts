import { z } from 'zod';
import { tradeKinds } from '~/domain/application/trade-claim.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { aDay, amountIn } from '~/server/application/form-fields.ts';

const line = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most);

/** The firm asks a buyer. */
export const AskForm = z.object({
  kind: z.enum(tradeKinds),
  buyerName: line(80, 'trade.buyer-missing'),
  buyerCode: z.string().trim().max(18).optional(),
  reference: line(60, 'trade.reference-missing'),
  amount: amountIn('yuan', yuan(1)),
  dueOn: aDay,
});

/** The buyer answers. */
export const AnswerForm = z.discriminatedUnion('answer', [
  z.object({
    answer: z.literal('confirm'),
    amount: amountIn('yuan', fen(0)),
    name: line(40, 'trade.name-missing'),
  }),
  z.object({
    answer: z.literal('dispute'),
    note: line(400, 'trade.note-missing'),
    name: line(40, 'trade.name-missing'),
  }),
]);
export type AnswerFields = z.output<typeof AnswerForm>;

export const ShareForm = z.object({ application: z.uuid('trade.choose-application') });
