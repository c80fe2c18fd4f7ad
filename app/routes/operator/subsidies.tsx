import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { parseQuarter } from '~/domain/subsidy/quarter.ts';
import { pageQuery } from '~/routes/subsidy-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { fundPool } from '~/server/subsidy/fund-pool.ts';
import { listSettlements } from '~/server/subsidy/list-settlements.ts';
import { orderSettlement } from '~/server/subsidy/order-settlement.ts';
import { subsidyDeskText } from '~/text/subsidy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { SettlementList } from '~/ui/subsidy/settlement-list.tsx';

export const meta = pageTitle(subsidyDeskText, 'desk.title');

export const loader = view({
  can: 'subsidy.read-desk',
  audit: null,
  query: pageQuery,
  load: ({ actor, query }) => listSettlements(actor, query.page),
});

const quarterField = z.string().transform((text, context) => {
  const quarter = parseQuarter(text);
  if (quarter) return quarter;
  context.addIssue({ code: 'custom', message: 'form.choice' });
  return z.NEVER;
});

export const action = commands({
  order: command({
    can: 'subsidy.settle',
    audit: null,
    schema: z.object({ quarter: quarterField }),
    run: async ({ actor, input }) => {
      const ordered = await orderSettlement(actor, input.quarter);
      if (!ordered.ok) return ordered;
      const flash = { tone: 'success', message: 'subsidy.ordered' } as const;
      return accept({ to: `/operator/subsidies/${ordered.value}`, flash });
    },
  }),
  fund: command({
    can: 'subsidy.settle',
    audit: null,
    schema: z.object({
      payer: z.string().trim().min(1).max(60),
      amount: yuanField,
      receivedOn: dayField,
      reference: z.string().trim().min(1).max(40),
    }),
    run: async ({ actor, input }) => {
      const funded = await fundPool(actor, input);
      if (!funded.ok) return funded;
      return accept({ to: '/operator/subsidies', flash: { tone: 'success', message: 'subsidy.funded' } });
    },
  }),
});

export default function SettlementsPage() {
  return <SettlementList {...useLoaderData<typeof loader>()} />;
}
