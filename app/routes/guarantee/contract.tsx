import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ppm } from '~/domain/kernel/rate.ts';
import { accept } from '~/domain/kernel/result.ts';
import { idParams, noteField, percentField } from '~/routes/subsidy-query.ts';
import { answerRequest } from '~/server/guarantee/answer-request.ts';
import { decideRequest } from '~/server/guarantee/decide-request.ts';
import { declineDemand } from '~/server/guarantee/decline-demand.ts';
import { recordMoney } from '~/server/guarantee/record-money.ts';
import { releaseGuarantee } from '~/server/guarantee/release-guarantee.ts';
import { showContract } from '~/server/guarantee/show-contract.ts';
import { stateAffiliate } from '~/server/guarantee/state-affiliate.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { guaranteeText } from '~/text/guarantee.ts';
import { ContractPage } from '~/ui/guarantee/contract-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(guaranteeText, 'guarantee.page-title');

export const loader = view({
  can: 'guarantee.read-desk',
  params: idParams,
  load: ({ actor, params }) => showContract(actor, params.id),
  audit: (page) => ({
    action: 'guarantee.opened',
    enterpriseId: page.enterpriseId as never,
    purpose: 'post-loan',
    detail: { contractId: page.contract.id },
  }),
});

const shared = { audit: null, params: idParams } as const;
const nothing = z.object({});
const done = (id: string, message: string) =>
  accept({ to: `/guarantee/contracts/${id}`, flash: { tone: 'success', message } as const });

const decide = (answer: 'confirm' | 'return') =>
  command({
    ...shared,
    can: 'guarantee.decide',
    schema: nothing,
    run: async ({ actor, params }) => {
      const decided = await decideRequest(actor, params.id, answer);
      if (!decided.ok) return decided;
      return done(params.id, answer === 'confirm' ? 'guarantee.in-force' : 'guarantee.sent-back');
    },
  });

export const action = commands({
  accept: command({
    ...shared,
    can: 'guarantee.propose',
    schema: z.object({ fee: percentField }),
    run: async ({ actor, params, input }) => {
      const answer = { answer: 'accept', fee: ppm(input.fee), note: null } as const;
      const answered = await answerRequest(actor, params.id, answer);
      return answered.ok ? done(params.id, 'guarantee.proposed') : answered;
    },
  }),
  refuse: command({
    ...shared,
    can: 'guarantee.propose',
    schema: z.object({ note: noteField }),
    run: async ({ actor, params, input }) => {
      const answered = await answerRequest(actor, params.id, { answer: 'refuse', note: input.note });
      return answered.ok ? done(params.id, 'guarantee.refused') : answered;
    },
  }),
  confirm: decide('confirm'),
  return: decide('return'),
  money: command({
    ...shared,
    can: 'guarantee.record',
    schema: z.object({ kind: z.enum(['paid', 'recovered', 'fee']), amount: yuanField, on: dayField }),
    run: async ({ actor, params, input }) => {
      const recorded = await recordMoney(actor, params.id, { ...input, note: null });
      return recorded.ok ? done(params.id, 'guarantee.money-recorded') : recorded;
    },
  }),
  decline: command({
    ...shared,
    can: 'guarantee.record',
    schema: z.object({ note: noteField }),
    run: async ({ actor, params, input }) => {
      const declined = await declineDemand(actor, params.id, input.note);
      return declined.ok ? done(params.id, 'guarantee.declined') : declined;
    },
  }),
  affiliate: command({
    ...shared,
    can: 'guarantee.record',
    schema: z.object({ uscc: z.string().trim().length(18) }),
    run: async ({ actor, params, input }) => {
      const stated = await stateAffiliate(actor, params.id, input.uscc);
      return stated.ok ? done(params.id, 'guarantee.affiliate-stated') : stated;
    },
  }),
  release: command({
    ...shared,
    can: 'guarantee.record',
    schema: nothing,
    run: async ({ actor, params }) => {
      const released = await releaseGuarantee(actor, params.id);
      return released.ok ? done(params.id, 'guarantee.released') : released;
    },
  }),
});

export default function ContractRoute() {
  return <ContractPage {...useLoaderData<typeof loader>()} />;
}
