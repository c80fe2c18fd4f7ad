import { useActionData, useLoaderData } from '@remix-run/react';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command } from '~/server/http/command.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { namePerson } from '~/server/privacy/name-person.ts';
import { personForm } from '~/server/privacy/person-forms.ts';
import { showPersons } from '~/server/privacy/show-persons.ts';
import { privacyText } from '~/text/privacy.ts';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { PersonsPage } from '~/ui/privacy/persons-page.tsx';

export const meta = pageTitle(privacyText, 'privacy.persons.title');

const to = '/my/persons';

export const loader = view({
  can: 'privacy.read-own',
  audit: null,
  headers: (page: { fresh: unknown }) => (page.fresh ? { 'set-cookie': shownOnce.forget(to) } : {}),
  load: async ({ actor, request }) => ({
    ...(await showPersons(actor)),
    mayName: reachOf(actor, 'privacy.name-person') !== null,
    fresh: await shownOnce.link(request, 'person'),
  }),
});

export const action = command({
  can: 'privacy.name-person',
  audit: null,
  schema: personForm,
  run: async ({ actor, input: { share, institution, ...wish } }) => {
    const named = await namePerson(actor, {
      ...wish,
      sharePpm: share,
      institutionId: institution as InstitutionId,
    });
    if (!named.ok) return named;
    const headers = {
      'set-cookie': await shownOnce.write({ token: named.value.token, name: wish.name }, to),
    };
    return accept({ to, headers, flash: { tone: 'success', message: 'privacy.person-named' } });
  },
});

export default function Persons() {
  return <PersonsPage {...useLoaderData<typeof loader>()} reply={replyTo(useActionData())} />;
}
