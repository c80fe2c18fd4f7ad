import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { answerAsPlatform } from '~/server/privacy/answer-as-platform.ts';
import { clearProbing, clearProbingForm } from '~/server/privacy/clear-probing.ts';
import { listPersonObjections } from '~/server/privacy/list-person-objections.ts';
import { listProbing } from '~/server/privacy/list-probing.ts';
import { listRegisters } from '~/server/privacy/list-registers.ts';
import { personAnswerForm } from '~/server/privacy/person-forms.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { Registers } from '~/ui/privacy/registers.tsx';

export const meta = pageTitle(privacyDeskText, 'desk.privacy.title');

export const loader = view({
  can: 'privacy.registers',
  audit: 'privacy.registers-read',
  load: async ({ actor }) => {
    const mayAnswer = reachOf(actor, 'privacy.answer-person') !== null;
    const objections = mayAnswer ? await listPersonObjections(actor) : [];
    return { ...(await listRegisters(actor)), probing: await listProbing(actor), objections, mayAnswer };
  },
});

export const action = commands({
  clear: command({
    can: 'privacy.registers',
    audit: null,
    schema: clearProbingForm,
    run: async ({ actor, input }) => {
      const cleared = await clearProbing(asPerson(actor), input);
      const flash = { tone: 'success', message: 'privacy.probing-cleared' } as const;
      return cleared.ok ? accept({ to: '/operator/privacy', flash }) : cleared;
    },
  }),
  answer: command({
    can: 'privacy.answer-person',
    audit: null,
    schema: personAnswerForm,
    run: async ({ actor, input: { objection, ...given } }) => {
      const answered = await answerAsPlatform(actor, { id: objection, ...given });
      const flash = { tone: 'success', message: 'privacy.objection-answered' } as const;
      return answered.ok ? accept({ to: '/operator/privacy', flash }) : answered;
    },
  }),
});

export default function Privacy() {
  return <Registers {...useLoaderData<typeof loader>()} />;
}
