import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { mostOutcomeBytes, studyForm } from '~/server/modelling/forms.ts';
import { orderStudy } from '~/server/modelling/order-study.ts';
import { scoreApplicant } from '~/server/modelling/score-applicant.ts';
import { showStudy } from '~/server/modelling/show-study.ts';
import { jointText } from '~/text/joint.ts';
import { StudyPage } from '~/ui/modelling/study-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(jointText, 'joint.title');

/** A firm that may not be asked about is said so beside the question; the study stays on the page. */
async function askedAbout(actor: Actor, studyId: string, application: string) {
  const scored = await scoreApplicant(actor, { studyId, applicationId: application });
  return scored.ok
    ? { application, score: scored.value, refusal: null }
    : { application, score: null, refusal: scored.refusal };
}

export const loader = view({
  can: 'modelling.study',
  audit: null,
  params: z.object({ id: z.uuid() }),
  query: z.object({ application: z.uuid().optional().catch(undefined) }),
  load: async ({ actor, params: { id }, query: { application } }) => {
    const shown = await showStudy(actor, id);
    if (!shown.ok) return shown;
    return accept({
      ...shown.value,
      maxBytes: mostOutcomeBytes,
      asked: application ? await askedAbout(actor, id, application) : null,
    });
  },
});

export const action = commands({
  measure: command({
    can: 'modelling.study',
    audit: null,
    params: z.object({ id: z.uuid() }),
    maxFileBytes: mostOutcomeBytes,
    schema: studyForm.extend({ intent: z.literal('measure') }),
    run: async ({ actor, params: { id }, input: { name, file } }) => {
      const ordered = await orderStudy(actor, { name, text: await file.text(), measures: id });
      if (!ordered.ok) return ordered;
      const to = `/bank/modelling/${ordered.value}`;
      return accept({ to, flash: { tone: 'success', message: 'joint.flash.measuring' } });
    },
  }),
});

export default function Study() {
  return <StudyPage {...useLoaderData<typeof loader>()} />;
}
