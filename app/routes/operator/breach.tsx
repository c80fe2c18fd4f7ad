import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import type { BreachStep } from '~/domain/privacy/breach.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { stepForms } from '~/server/privacy/register-forms.ts';
import { showBreach } from '~/server/privacy/show-breach.ts';
import type { StepFacts } from '~/server/privacy/store-registers.ts';
import { takeBreachStep } from '~/server/privacy/take-breach-step.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { BreachPage } from '~/ui/privacy/breach-page.tsx';

const can = 'privacy.registers';
const params = z.object({ id: z.uuid() });

export const meta = pageTitle(privacyDeskText, 'breach.list');

export const loader = view({
  can,
  audit: null,
  params,
  load: ({ actor, params: { id } }) => showBreach(actor, id),
});

const step = <F extends StepFacts>(name: BreachStep, schema: z.ZodType<F>) =>
  command({
    can,
    audit: null,
    params,
    schema,
    run: async ({ actor, params: { id }, input }) => {
      const taken = await takeBreachStep(actor, id, name, input);
      const flash = { tone: 'success', message: 'privacy.breach-handled' } as const;
      return taken.ok ? accept({ to: `/operator/privacy/breaches/${id}`, flash }) : taken;
    },
  });

export const action = commands({
  assessed: step('assessed', stepForms.assessed),
  'authority-notified': step('authority-notified', stepForms['authority-notified']),
  'subjects-notified': step('subjects-notified', stepForms['subjects-notified']),
  'subjects-exempt': step('subjects-exempt', stepForms['subjects-exempt']),
  closed: step('closed', stepForms.closed),
});

export default function Breach() {
  return <BreachPage breach={useLoaderData<typeof loader>()} />;
}
