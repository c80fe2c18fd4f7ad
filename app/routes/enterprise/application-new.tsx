import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { largestDocument } from '~/domain/institution/document-kind.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { ApplyForm, submissionOf } from '~/server/application/apply-form.ts';
import { draftApplications } from '~/server/application/draft-applications.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { askRenewal } from '~/server/loan/ask-renewal.ts';
import { draftRenewal } from '~/server/loan/draft-renewal.ts';
import { applyText } from '~/text/apply.ts';
import { ApplyPage } from '~/ui/application/apply-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(applyText, 'apply.title');

/** `products=a,b` or the name repeated, as a form of ticks sends it. */
const chosen = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) =>
    [given]
      .flat()
      .flatMap((part) => part.split(','))
      .filter(Boolean),
  )
  .pipe(z.array(z.uuid()).max(20));

export const loader = view({
  can: 'application.submit',
  audit: null,
  query: z.union([
    z.object({ need: z.uuid(), products: chosen, renews: z.undefined().optional() }),
    z.object({ renews: z.uuid() }),
  ]),
  load: ({ actor, query }) =>
    query.renews === undefined
      ? draftApplications(actor, { needId: query.need as NeedId, productIds: [...new Set(query.products)] })
      : draftRenewal(actor, query.renews),
});

export const action = command({
  can: 'application.submit',
  audit: null,
  maxFileBytes: largestDocument,
  schema: ApplyForm,
  run: async ({ actor, input }) => {
    const submission = await submissionOf(input);
    if (input.renews) {
      const asked = await askRenewal(actor, input.renews, submission);
      if (!asked.ok) return asked;
      const sent = { tone: 'success', message: 'application.submitted', args: [1] } as const;
      return accept({ to: `/my/applications/${asked.value}`, flash: sent });
    }
    const submitted = await submitApplications(actor, submission);
    if (!submitted.ok) return submitted;
    const flash = {
      tone: 'success',
      message: 'application.submitted',
      args: [submitted.value.length],
    } as const;
    return accept({ to: '/my/applications', flash });
  },
});

export default function ApplicationNewPage() {
  return <ApplyPage {...useLoaderData<typeof loader>()} />;
}
