import { z } from 'zod';
import { ppm } from '~/domain/kernel/rate.ts';
import { accept } from '~/domain/kernel/result.ts';
import { idParams, percentField } from '~/routes/subsidy-query.ts';
import type { Actor } from '~/server/access/actor.ts';
import { command } from '~/server/http/command.ts';
import { dayField } from '~/server/http/fields.ts';
import { type MoneyInput, stateMoney, withdrawMoney } from '~/server/loan/state-money.ts';

const words = (most: number) => z.string().trim().min(2).max(most);
const evidence = { reference: words(80), evidenceOn: dayField };
const kinds = z.enum(['refinanced', 'local-subsidy']);

/** What a bank, or the funds desk, states of a loan's money; the page then shows what follows from it. */
export function moneyCommands(base: string) {
  const shared = { can: 'loan.state-money', audit: null, params: idParams } as const;
  const done = (id: string, message: string) =>
    accept({ to: `${base}/${id}`, flash: { tone: 'success', message } as const });
  const state = async (actor: Actor, id: string, input: MoneyInput) => {
    const stated = await stateMoney(actor, id, input);
    return stated.ok ? done(id, 'loan.money-stated') : stated;
  };
  return {
    refinanced: command({
      ...shared,
      schema: z.object({
        ...{ lender: words(100), contractNo: words(60), firstDrawnOn: dayField },
        scheme: z.string().transform((value) => (value === 'none' ? null : value)),
        ...evidence,
      }),
      run: ({ actor, params: { id }, input }) => state(actor, id, { kind: 'refinanced', ...input }),
    }),
    'local-subsidy': command({
      ...shared,
      schema: z.object({ payer: words(100), points: percentField, ...evidence }),
      run: ({ actor, params: { id }, input }) =>
        state(actor, id, { kind: 'local-subsidy', ...input, points: ppm(input.points) }),
    }),
    'withdraw-money': command({
      ...shared,
      schema: z.object({ kind: kinds }),
      run: async ({ actor, params: { id }, input }) => {
        const taken = await withdrawMoney(actor, id, input.kind);
        return taken.ok ? done(id, 'loan.money-withdrawn') : taken;
      },
    }),
  };
}
