import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { passwordLength } from '~/domain/institution/password.ts';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { changePassword } from '~/server/access/change-password.ts';
import { endOtherSessions } from '~/server/access/end-other-sessions.ts';
import { accountForm, passwordForm } from '~/server/access/forms.ts';
import { showAccount } from '~/server/access/show-account.ts';
import { updateAccount } from '~/server/access/update-account.ts';
import { command, commands } from '~/server/http/command.ts';
import { keepLocale } from '~/server/http/locale.ts';
import { currentSessionId, startSession } from '~/server/http/session.ts';
import { view } from '~/server/http/view.ts';
import { accessText } from '~/text/access.ts';
import { AccountPage } from '~/ui/access/account-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

const can = 'account.manage-own';
const to = '/account';

export const meta = pageTitle(accessText, 'access.account.title');

export const loader = view({
  can,
  audit: null,
  load: async ({ actor, locale, request }) => ({
    ...(await showAccount(asPerson(actor), await currentSessionId(request))),
    shownIn: locale,
    leastPassword: passwordLength.least,
  }),
});

export const action = commands({
  save: command({
    can,
    audit: null,
    schema: accountForm,
    run: async ({ actor, input }) => {
      await updateAccount(asPerson(actor), input);
      const headers = { 'set-cookie': await keepLocale(input.locale) };
      return accept({ to, headers, flash: { tone: 'success', message: 'access.account-saved' } });
    },
  }),
  password: command({
    can,
    audit: null,
    schema: passwordForm,
    secret: ['current', 'next'],
    run: async ({ actor, input, request }) => {
      const person = asPerson(actor);
      const changed = await changePassword(person, input);
      if (!changed.ok) return changed;
      const headers = { 'set-cookie': await startSession(request, person.userId) };
      return accept({ to, headers, flash: { tone: 'success', message: 'access.password-saved' } });
    },
  }),
  'end-others': command({
    can,
    audit: null,
    schema: z.object({}),
    run: async ({ actor, request }) => {
      const { value } = await endOtherSessions(asPerson(actor), await currentSessionId(request));
      return accept({ to, flash: { tone: 'success', message: 'access.others-ended', args: [value] } });
    },
  }),
});

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} reply={useActionData()} />;
}
