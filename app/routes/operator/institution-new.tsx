import { useActionData, useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command } from '~/server/http/command.ts';
import { shownOnce } from '~/server/http/shown-once.ts';
import { view } from '~/server/http/view.ts';
import { admitInstitution } from '~/server/institution/admit-institution.ts';
import { admitForm, joiningKinds } from '~/server/institution/forms.ts';
import { institutionText } from '~/text/institution.ts';
import { replyTo } from '~/ui/form-reply.ts';
import { AdmitPage } from '~/ui/institution/admit-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const can = 'institution.admit';

export const meta = pageTitle(institutionText, 'institution.admit.title');

export const loader = view({ can, audit: null, load: async () => ({ kinds: [...joiningKinds] }) });

export const action = command({
  can,
  audit: null,
  schema: admitForm,
  run: async ({ actor, input }) => {
    const admitted = await admitInstitution(asPerson(actor), input);
    if (!admitted.ok) return admitted;
    const { id, token } = admitted.value;
    const to = `/operator/institutions/${id}`;
    return accept({
      to,
      headers: { 'set-cookie': await shownOnce.write({ token, name: input.firstPerson }, to) },
    });
  },
});

export default function NewInstitution() {
  return <AdmitPage {...useLoaderData<typeof loader>()} reply={replyTo(useActionData())} />;
}
