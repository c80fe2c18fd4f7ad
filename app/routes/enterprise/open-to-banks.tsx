import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { changeCultivation } from '~/server/loan/change-cultivation.ts';
import { showCultivation } from '~/server/loan/show-cultivation.ts';
import { cultivationText } from '~/text/cultivation.ts';
import { OpenToBanksPage } from '~/ui/loan/open-to-banks-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(cultivationText, 'prospect.title');

export const loader = view({
  can: 'loan.read-own',
  audit: null,
  load: async ({ actor }) => ({
    ...(await showCultivation(actor, 'offers')),
    mayChange: reachOf(actor, 'loan.join-cultivation') !== null,
  }),
});

const done = (message: string) =>
  accept({ to: '/my/open-to-banks', flash: { tone: 'success' as const, message } });

export const action = commands({
  join: command({
    can: 'loan.join-cultivation',
    audit: null,
    schema: z.object({ agreed: z.literal('yes', 'loan.cultivation-agree') }),
    run: async ({ actor }) => {
      const joined = await changeCultivation(actor, 'join', 'offers');
      return joined.ok ? done('loan.prospect-joined') : joined;
    },
  }),
  leave: command({
    can: 'loan.join-cultivation',
    audit: null,
    schema: z.object({}),
    run: async ({ actor }) => {
      const left = await changeCultivation(actor, 'leave', 'offers');
      return left.ok ? done('loan.prospect-left') : left;
    },
  }),
});

export default function OpenToBanksRoute() {
  return <OpenToBanksPage {...useLoaderData<typeof loader>()} />;
}
