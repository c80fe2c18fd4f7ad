import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { chooseSubsidy } from '~/server/subsidy/choose-subsidy.ts';
import { showOwnSubsidies } from '~/server/subsidy/show-own-subsidies.ts';
import { subsidyText } from '~/text/subsidy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { OwnSubsidies } from '~/ui/subsidy/own-subsidies.tsx';

export const meta = pageTitle(subsidyText, 'subsidy.own.title');

export const loader = view({
  can: 'subsidy.read-own',
  audit: null,
  load: async ({ actor }) => ({
    ...(await showOwnSubsidies(actor)),
    mayChoose: reachOf(asPerson(actor), 'subsidy.choose') !== null,
  }),
});

const choose = (choice: 'refused' | 'accepted') =>
  command({
    can: 'subsidy.choose',
    audit: null,
    schema: z.object({ loanId: z.uuid() }),
    run: async ({ actor, input: { loanId } }) => {
      const chosen = await chooseSubsidy(actor, loanId, choice);
      if (!chosen.ok) return chosen;
      const message = choice === 'refused' ? 'subsidy.refused' : 'subsidy.taken-up';
      return accept({ to: '/my/subsidies', flash: { tone: 'success', message } });
    },
  });

export const action = commands({ refuse: choose('refused'), 'take-up': choose('accepted') });

export default function SubsidiesPage() {
  return <OwnSubsidies {...useLoaderData<typeof loader>()} />;
}
