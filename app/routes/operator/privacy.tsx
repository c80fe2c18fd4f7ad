import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command, commands } from '~/server/http/command.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { answerAsPlatform } from '~/server/privacy/answer-as-platform.ts';
import { askIdentity } from '~/server/privacy/ask-identity.ts';
import { decideIdentity } from '~/server/privacy/decide-identity.ts';
import { listIdentities } from '~/server/privacy/list-identities.ts';
import { listPersonObjections } from '~/server/privacy/list-person-objections.ts';
import { listRegisters } from '~/server/privacy/list-registers.ts';
import { identityForm, identityVerdictForm, personAnswerForm } from '~/server/privacy/person-forms.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { Registers } from '~/ui/privacy/registers.tsx';

export const meta = pageTitle(privacyDeskText, 'desk.privacy.title');

const to = '/operator/privacy';

export const loader = view({
  can: 'privacy.registers',
  audit: 'privacy.registers-read',
  headers: (page: { fresh: unknown }) => (page.fresh ? { 'set-cookie': shownOnce.forget(to) } : {}),
  load: async ({ actor, request }) => {
    const mayAnswer = reachOf(actor, 'privacy.answer-person') !== null;
    return {
      ...(await listRegisters(actor)),
      objections: mayAnswer ? await listPersonObjections(actor) : [],
      mayAnswer,
      identities: await listIdentities(actor),
      mayAskIdentity: reachOf(actor, 'privacy.identity-ask') !== null,
      fresh: await shownOnce.link(request, 'person'),
    };
  },
});

export const action = commands({
  answer: command({
    can: 'privacy.answer-person',
    audit: null,
    schema: personAnswerForm,
    run: async ({ actor, input: { objection, ...given } }) => {
      const answered = await answerAsPlatform(actor, { id: objection, ...given });
      const flash = { tone: 'success', message: 'privacy.objection-answered' } as const;
      return answered.ok ? accept({ to, flash }) : answered;
    },
  }),
  identify: command({
    can: 'privacy.identity-ask',
    audit: null,
    schema: identityForm,
    secret: ['idNumber'],
    run: async ({ actor, input }) => {
      const asked = await askIdentity(actor, input);
      const flash = { tone: 'success', message: 'privacy.identity-asked' } as const;
      return asked.ok ? accept({ to: `${to}#identities`, flash }) : asked;
    },
  }),
  'decide-identity': command({
    can: 'privacy.identity-decide',
    audit: null,
    schema: identityVerdictForm,
    secret: ['idNumber'],
    run: async ({ actor, input: { identity, ...verdict } }) => {
      const decided = await decideIdentity(actor, { id: identity, ...verdict });
      if (!decided.ok) return decided;
      const flash = { tone: 'success', message: `privacy.identity-${verdict.decision}` } as const;
      if (!decided.value) return accept({ to: `${to}#identities`, flash });
      const cookie = await shownOnce.write({ token: decided.value, name: '' }, to);
      return accept({ to: `${to}#identities`, flash, headers: { 'set-cookie': cookie } });
    },
  }),
});

export default function Privacy() {
  return <Registers {...useLoaderData<typeof loader>()} />;
}
