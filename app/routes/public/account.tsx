import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { passwordLength } from '~/domain/institution/password.ts';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { changePassword } from '~/server/access/change-password.ts';
import { confirmMail } from '~/server/access/confirm-mail.ts';
import { endOtherSessions } from '~/server/access/end-other-sessions.ts';
import { accountForm, mailCodeForm, mailForm, passwordForm } from '~/server/access/forms.ts';
import { setMailWish } from '~/server/access/set-mail-wish.ts';
import { showAccount } from '~/server/access/show-account.ts';
import { showMail } from '~/server/access/show-mail.ts';
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
    mail: await showMail(asPerson(actor)),
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
  mail: command({
    can,
    audit: null,
    schema: mailForm,
    run: async ({ actor, input }) => {
      const set = await setMailWish(asPerson(actor), input);
      if (!set.ok) return set;
      const message = set.value.codeSent ? 'access.mail-code-sent' : 'access.mail-saved';
      return accept({ to, flash: { tone: 'success', message } });
    },
  }),
  'mail-code': command({
    can,
    audit: null,
    schema: mailCodeForm,
    secret: ['code'],
    run: async ({ actor, input }) => {
      const confirmed = await confirmMail(asPerson(actor), input.code);
      if (!confirmed.ok) return confirmed;
      return accept({ to, flash: { tone: 'success', message: 'access.mail-confirmed' } });
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
