import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { lineageForm } from '~/server/record/forms.ts';
import { recordSuccession } from '~/server/record/record-succession.ts';
import { showLineage } from '~/server/record/show-lineage.ts';
import { undoSuccession } from '~/server/record/undo-succession.ts';
import { successionText } from '~/text/succession.ts';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { LineagePage } from '~/ui/record/lineage-page.tsx';

const can = 'record.trace';

export const meta = pageTitle(successionText, 'succession.title');

export const loader = view({
  can,
  audit: null,
  query: z.object({ code: z.string().trim().max(40).optional() }),
  load: async ({ actor, query: { code } }) => ({
    ...(await showLineage(actor, code || undefined)),
    code: code ?? '',
  }),
});

export const action = command({
  can,
  audit: null,
  schema: lineageForm,
  run: async ({ actor, input }) => {
    const done =
      input.intent === 'record' ? await recordSuccession(actor, input) : await undoSuccession(actor, input);
    if (!done.ok) return done;
    const message = input.intent === 'record' ? 'succession.flash.recorded' : 'succession.flash.undone';
    return accept({ to: '/operator/lineage', flash: { tone: 'success', message } });
  },
});

export default function Lineage() {
  return <LineagePage {...useLoaderData<typeof loader>()} reply={replyTo(useActionData())} />;
}
