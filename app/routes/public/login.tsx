import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { demoPassword } from '#prisma/seed/accounts.ts';
import { accept } from '~/domain/kernel/result.ts';
import { attemptLimits } from '~/server/access/attempt-limits.ts';
import { localPath, signInForm } from '~/server/access/forms.ts';
import { landingOf } from '~/server/access/landing.ts';
import { listDemoAccounts } from '~/server/access/list-demo-accounts.ts';
import { signIn } from '~/server/access/sign-in.ts';
import { command } from '~/server/http/command.ts';
import { hasChosenLocale, keepLocale } from '~/server/http/locale.ts';
import { startSession } from '~/server/http/session.ts';
import { view } from '~/server/http/view.ts';
import { accessText } from '~/text/access.ts';
import { isLocale } from '~/text/define.ts';
import { LoginPage } from '~/ui/access/login-page.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(accessText, 'access.login.title');

export const loader = view({
  can: 'public',
  audit: null,
  query: z.object({ next: localPath.optional().catch(undefined) }),
  load: async ({ locale, query }) => {
    const accounts = await listDemoAccounts(locale);
    const limit = { tries: attemptLimits.login.points, minutes: attemptLimits.login.minutes };
    return {
      next: query.next ?? null,
      limit,
      demo: accounts.length > 0 ? { accounts, password: demoPassword } : null,
    };
  },
});

export const action = command({
  can: 'public',
  audit: null,
  schema: signInForm,
  secret: ['password'],
  run: async ({ input, address, request }) => {
    const signed = await signIn(input, address);
    if (!signed.ok) return signed;
    const { userId, role, locale } = signed.value;
    const headers = new Headers({ 'set-cookie': await startSession(request, userId) });
    if (locale && isLocale(locale) && !(await hasChosenLocale(request)))
      headers.append('set-cookie', await keepLocale(locale));
    return accept({ to: landingOf(role, input.next), headers });
  },
});

export default function Login() {
  return <LoginPage {...useLoaderData<typeof loader>()} reply={replyTo(useActionData())} />;
}
