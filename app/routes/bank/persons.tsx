import { useLoaderData } from '@remix-run/react';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import type { PersonId } from '~/domain/privacy/person.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { askPerson, type PersonAnswer } from '~/server/privacy/ask-person.ts';
import { listConsentingPersons } from '~/server/privacy/list-consenting-persons.ts';
import { questionForm } from '~/server/privacy/person-forms.ts';
import { privacyText } from '~/text/privacy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { ConsentingPersons } from '~/ui/privacy/consenting-persons.tsx';

export const meta = pageTitle(privacyText, 'privacy.bank.title');

export const loader = view({
  can: 'privacy.ask-person',
  audit: 'privacy.persons-listed',
  load: ({ actor }) => listConsentingPersons(actor),
});

const saidOf = (answer: PersonAnswer) =>
  typeof answer === 'object'
    ? { message: 'privacy.answer-band', args: [answer.bands.edges.join(' '), answer.band] }
    : { message: `privacy.answer-${answer}` };

export const action = command({
  can: 'privacy.ask-person',
  audit: null,
  schema: questionForm,
  run: async ({ actor, input: { firm, person, item, question } }) => {
    const asked = { enterpriseId: firm as EnterpriseId, personId: person as PersonId, item, question };
    const answer = await askPerson(actor, asked);
    if (!answer.ok) return answer;
    return accept({ to: '/bank/persons', flash: { tone: 'info', ...saidOf(answer.value) } });
  },
});

export default function Persons() {
  return <ConsentingPersons {...useLoaderData<typeof loader>()} />;
}
