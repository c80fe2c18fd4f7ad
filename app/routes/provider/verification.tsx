import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { saveEndpoint } from '~/server/record/save-endpoint.ts';
import { showEndpoint } from '~/server/record/show-endpoint.ts';
import { tryEndpoint } from '~/server/record/try-endpoint.ts';
import { verificationText } from '~/text/verification.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { EndpointPage } from '~/ui/record/endpoint-page.tsx';

export const meta = pageTitle(verificationText, 'endpoint.title');

const here = '/provider/verification';

export const loader = view({
  can: 'record.manage-endpoint',
  audit: null,
  load: ({ actor }) => showEndpoint(actor),
});

export const action = commands({
  save: command({
    can: 'record.manage-endpoint',
    audit: null,
    secret: ['credential'],
    schema: z.object({
      url: z.string('form.required').trim().max(500),
      credential: z.string().trim().max(500).default(''),
      timeoutMs: z.coerce
        .number('form.invalid')
        .int('form.invalid')
        .min(500, 'form.invalid')
        .max(10_000, 'form.invalid'),
    }),
    run: async ({ actor, input }) => {
      const saved = await saveEndpoint(actor, input);
      const flash = { tone: 'success', message: 'endpoint.saved' } as const;
      return saved.ok ? accept({ to: here, flash }) : saved;
    },
  }),
  try: command({
    can: 'record.manage-endpoint',
    audit: null,
    schema: z.object({}),
    run: async ({ actor }) => {
      const tried = await tryEndpoint(actor);
      const flash = { tone: 'success', message: 'endpoint.well' } as const;
      return tried.ok ? accept({ to: here, flash }) : tried;
    },
  }),
});

export default function VerificationRoute() {
  return <EndpointPage {...useLoaderData<typeof loader>()} />;
}
