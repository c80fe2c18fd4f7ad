import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { bringCard } from '~/server/modelling/bring-card.ts';
import { mostOutcomeBytes, studyForm } from '~/server/modelling/forms.ts';
import { orderStudy } from '~/server/modelling/order-study.ts';
import { listStudies } from '~/server/modelling/show-study.ts';
import { jointText } from '~/text/joint.ts';
import { StudiesPage } from '~/ui/modelling/studies-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const can = 'modelling.study';

export const meta = pageTitle(jointText, 'joint.title');

export const loader = view({
  can,
  audit: null,
  load: async ({ actor }) => ({ ...(await listStudies(actor)), maxBytes: mostOutcomeBytes }),
});

export const action = commands({
  outcomes: command({
    can,
    audit: null,
    maxFileBytes: mostOutcomeBytes,
    schema: studyForm.extend({ intent: z.literal('outcomes') }),
    run: async ({ actor, input: { name, file } }) => {
      const ordered = await orderStudy(actor, { name, text: await file.text(), measures: null });
      if (!ordered.ok) return ordered;
      const to = `/bank/modelling/${ordered.value}`;
      return accept({ to, flash: { tone: 'success', message: 'joint.flash.ordered' } });
    },
  }),
  card: command({
    can,
    audit: null,
    maxFileBytes: mostOutcomeBytes,
    schema: studyForm.extend({ intent: z.literal('card') }),
    run: async ({ actor, input: { name, file } }) => {
      const brought = await bringCard(actor, { name, text: await file.text() });
      if (!brought.ok) return brought;
      const to = `/bank/modelling/${brought.value}`;
      return accept({ to, flash: { tone: 'success', message: 'joint.flash.brought' } });
    },
  }),
});

export default function Studies() {
  return <StudiesPage {...useLoaderData<typeof loader>()} />;
}
