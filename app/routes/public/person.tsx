import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { erasePerson } from '~/server/privacy/erase-person.ts';
import { proofForm, signatureForm } from '~/server/privacy/person-forms.ts';
import { showPersonDoor } from '~/server/privacy/show-person-door.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';
import { withdrawPersonConsent } from '~/server/privacy/withdraw-person-consent.ts';
import { privacyText } from '~/text/privacy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { PersonDoor } from '~/ui/privacy/person-door.tsx';

export const meta = pageTitle(privacyText, 'privacy.door.title');

const params = z.object({ token: z.string().min(20).max(64) });
const done = (token: string, message: string) =>
  accept({ to: `/person/${token}`, flash: { tone: 'success', message } as const });

export const loader = view({
  can: 'public',
  audit: null,
  params,
  headers: { 'referrer-policy': 'no-referrer' },
  load: ({ params: { token } }) => showPersonDoor(token),
});

export const action = commands({
  sign: command({
    can: 'public',
    audit: null,
    params,
    schema: signatureForm,
    secret: ['idNumber'],
    run: async ({ params: { token }, input }) => {
      const signed = await signPersonConsent(token, input);
      return signed.ok ? done(token, 'privacy.person-signed') : signed;
    },
  }),
  withdraw: command({
    can: 'public',
    audit: null,
    params,
    schema: proofForm,
    secret: ['idNumber'],
    run: async ({ params: { token }, input }) => {
      const withdrawn = await withdrawPersonConsent(token, input.idNumber);
      return withdrawn.ok ? done(token, 'privacy.person-withdrew') : withdrawn;
    },
  }),
  erase: command({
    can: 'public',
    audit: null,
    params,
    schema: proofForm,
    secret: ['idNumber'],
    run: async ({ params: { token }, input }) => {
      const erased = await erasePerson(token, input.idNumber);
      return erased.ok ? done(token, 'privacy.person-erased') : erased;
    },
  }),
});

export default function Person() {
  return <PersonDoor {...useLoaderData<typeof loader>()} />;
}
