import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { accept, refuse } from '~/domain/kernel/result.ts';
import { draftGrant } from '~/server/consent/draft-grant.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { GrantForm, termsOf } from '~/server/consent/grant-form.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { grantText } from '~/text/consent-grant.ts';
import { GrantPage } from '~/ui/consent/grant-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(grantText, 'grant.sign');

export const loader = view({
  can: 'consent.grant',
  audit: null,
  query: z.object({
    for: z.enum(['evaluation', 'bank']).catch('evaluation'),
    institution: z.uuid().optional(),
    product: z.uuid().optional(),
    purpose: z.enum(['pre-loan', 'in-loan', 'post-loan', 'renewal']).optional(),
  }),
  load: ({ actor, query }) =>
    draftGrant(actor, {
      for: query.for,
      institutionId: query.institution as InstitutionId | undefined,
      productId: query.product as ProductId | undefined,
      purpose: query.purpose,
    }),
});

export const action = command({
  can: 'consent.grant',
  audit: null,
  schema: GrantForm,
  run: async ({ actor, input }) => {
    const terms = termsOf(input);
    if (!terms) return refuse({ code: 'consent.choose-recipient' });
    const granted = await grantConsent(actor, terms);
    if (!granted.ok) return granted;
    return accept({
      to: `/my/consents/${granted.value}`,
      flash: { tone: 'success', message: 'consent.granted' },
    });
  },
});

export default function ConsentNewPage() {
  return <GrantPage {...useLoaderData<typeof loader>()} />;
}
