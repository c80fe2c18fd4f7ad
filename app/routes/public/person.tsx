import { useLoaderData, useParams } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { erasePerson } from '~/server/privacy/erase-person.ts';
import { objectAsPerson } from '~/server/privacy/object-as-person.ts';
import { openPersonReport } from '~/server/privacy/open-person-report.ts';
import { personObjectionForm, proofForm, signatureForm } from '~/server/privacy/person-forms.ts';
import { refuseRequest } from '~/server/privacy/refuse-request.ts';
import { showPersonDoor } from '~/server/privacy/show-person-door.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';
import { withdrawPersonConsent } from '~/server/privacy/withdraw-person-consent.ts';
import { privacyText } from '~/text/privacy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { PersonDoor } from '~/ui/privacy/person-door.tsx';
import { WholeDoor } from '~/ui/privacy/whole-door.tsx';

export const meta = pageTitle(privacyText, 'privacy.door.title');

const params = z.object({ token: z.string().min(20).max(64) });
const done = (token: string, message: string) =>
  accept({ to: `/person/${token}`, flash: { tone: 'success', message } as const });

export const loader = view({
  can: 'public',
  audit: null,
  params,
  query: z.object({ report: z.uuid().optional().catch(undefined) }),
  headers: { 'referrer-policy': 'no-referrer' },
  load: ({ params: { token }, query: { report } }) => showPersonDoor(token, report),
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
  refuse: command({
    can: 'public',
    audit: null,
    params,
    schema: z.object({}),
    run: async ({ params: { token } }) => {
      const refused = await refuseRequest(token);
      return refused.ok ? done(token, 'privacy.person-refused') : refused;
    },
  }),
  report: command({
    can: 'public',
    audit: null,
    params,
    schema: proofForm,
    secret: ['idNumber'],
    run: async ({ params: { token }, input }) => {
      const opened = await openPersonReport(token, input.idNumber);
      return opened.ok ? accept({ to: `/person/${token}?report=${opened.value}#report` }) : opened;
    },
  }),
  object: command({
    can: 'public',
    audit: null,
    params,
    schema: personObjectionForm,
    run: async ({ params: { token }, input }) => {
      const filed = await objectAsPerson(token, input);
      if (!filed.ok) return filed;
      const flash = { tone: 'success', message: 'privacy.person-objected' } as const;
      return accept({ to: `/person/${token}?report=${input.report}#report`, flash });
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
  const { token = '' } = useParams();
  const door = useLoaderData<typeof loader>();
  return door.scope === 'whole' ? (
    <WholeDoor token={token} {...door} />
  ) : (
    <PersonDoor token={token} {...door} />
  );
}
