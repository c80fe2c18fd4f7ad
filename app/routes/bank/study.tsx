import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { view } from '~/server/http/view.ts';
import { scoreApplicant } from '~/server/modelling/score-applicant.ts';
import { showStudy } from '~/server/modelling/show-study.ts';
import { jointText } from '~/text/joint.ts';
import { StudyPage } from '~/ui/modelling/study-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(jointText, 'joint.title');

async function askedAbout(actor: Actor, studyId: string, application: string) {
  const scored = await scoreApplicant(actor, { studyId, applicationId: application });
  return scored.ok ? accept({ application, score: scored.value }) : scored;
}

export const loader = view({
  can: 'modelling.study',
  audit: null,
  params: z.object({ id: z.uuid() }),
  query: z.object({ application: z.uuid().optional().catch(undefined) }),
  load: async ({ actor, params: { id }, query: { application } }) => {
    const shown = await showStudy(actor, id);
    if (!shown.ok) return shown;
    const asked = application ? await askedAbout(actor, id, application) : accept(null);
    return asked.ok ? accept({ ...shown.value, asked: asked.value }) : asked;
  },
});

export default function Study() {
  return <StudyPage {...useLoaderData<typeof loader>()} />;
}
