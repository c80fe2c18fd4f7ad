import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { acknowledgeWithdrawal } from '~/server/consent/acknowledge-withdrawal.ts';
import { listWithdrawals } from '~/server/consent/list-withdrawals.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { withdrawalText } from '~/text/consent-receipt.ts';
import { Withdrawals } from '~/ui/consent/withdrawals.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(withdrawalText, 'withdrawal.title');

export const loader = view({
  can: 'consent.acknowledge',
  audit: null,
  load: ({ actor }) => listWithdrawals(actor),
});

export const action = command({
  can: 'consent.acknowledge',
  audit: null,
  schema: z.object({ consent: z.uuid(), step: z.enum(['stopped', 'purged']) }),
  run: async ({ actor, input: { consent, step } }) => {
    const done = await acknowledgeWithdrawal(actor, { consentId: consent as ConsentId, step });
    if (!done.ok) return done;
    return accept({ to: '/bank/withdrawals', flash: { tone: 'success', message: 'consent.acknowledged' } });
  },
});

export default function WithdrawalsPage() {
  const data = useLoaderData<typeof loader>();
  return <Withdrawals {...data} reply={replyTo(useActionData())} />;
}
