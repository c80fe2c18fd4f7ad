import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { approveAssessment } from '~/server/privacy/approve-assessment.ts';
import { showAssessment } from '~/server/privacy/show-assessment.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { AssessmentPage } from '~/ui/privacy/assessment-page.tsx';

const can = 'privacy.registers';
const params = z.object({ id: z.uuid() });

export const meta = pageTitle(privacyDeskText, 'pia.list');

export const loader = view({
  can,
  audit: null,
  params,
  load: ({ actor, params: { id } }) => showAssessment(actor, id),
});

export const action = command({
  can,
  audit: null,
  params,
  schema: z.object({ intent: z.literal('approve') }),
  run: async ({ actor, params: { id } }) => {
    const approved = await approveAssessment(actor, id);
    if (!approved.ok) return approved;
    const flash = { tone: 'success', message: 'privacy.assessment-approved' } as const;
    return accept({ to: `/operator/privacy/assessments/${id}`, flash });
  },
});

export default function Assessment() {
  return <AssessmentPage assessment={useLoaderData<typeof loader>()} />;
}
