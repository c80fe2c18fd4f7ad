import { useActionData, useLoaderData } from '@remix-run/react';
import { passwordLength } from '~/domain/institution/password.ts';
import { accept } from '~/domain/kernel/result.ts';
import { clock } from '~/server/clock.ts';
import { registerForm } from '~/server/enterprise/forms.ts';
import { readRegistration } from '~/server/enterprise/read-registration.ts';
import { readSizeRules } from '~/server/enterprise/read-size-rules.ts';
import { registerEnterprise } from '~/server/enterprise/register-enterprise.ts';
import { command } from '~/server/http/command.ts';
import { startSession } from '~/server/http/session.ts';
import { view } from '~/server/http/view.ts';
import { enterpriseText } from '~/text/enterprise.ts';
import { RegisterPage } from '~/ui/enterprise/register-page.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(enterpriseText, 'enterprise.register.title');

export const loader = view({
  can: 'public',
  audit: null,
  load: async () => ({
    rules: await readSizeRules(),
    today: clock.today(),
    leastPassword: passwordLength.least,
  }),
});

export const action = command({
  can: 'public',
  audit: null,
  schema: registerForm,
  secret: ['password'],
  look: { when: (typed) => Boolean(typed.searchIntent), about: (typed) => readRegistration(typed) },
  run: async ({ input, address, locale, request }) => {
    const registered = await registerEnterprise(input, { address, locale });
    if (!registered.ok) return registered;
    const { owner, claimed } = registered.value;
    const headers = { 'set-cookie': await startSession(request, owner.userId) };
    const message = claimed ? 'enterprise.claimed' : 'enterprise.registered';
    return accept({ to: '/my', headers, flash: { tone: 'success', message, args: [owner.name] } });
  },
});

export default function Register() {
  return <RegisterPage {...useLoaderData<typeof loader>()} reply={replyTo(useActionData())} />;
}
