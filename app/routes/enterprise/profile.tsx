import { useActionData, useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { profileForm } from '~/server/enterprise/forms.ts';
import { readRegistration } from '~/server/enterprise/read-registration.ts';
import { readSizeRules } from '~/server/enterprise/read-size-rules.ts';
import { showProfile } from '~/server/enterprise/show-profile.ts';
import { updateProfile } from '~/server/enterprise/update-profile.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { showHeldAnswers } from '~/server/record/show-held-answers.ts';
import { enterpriseText } from '~/text/enterprise.ts';
import { ProfilePage } from '~/ui/enterprise/profile-page.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(enterpriseText, 'enterprise.profile.title');

export const loader = view({
  can: 'enterprise.read-own',
  audit: null,
  load: async ({ actor }) => ({
    firm: await showProfile(asFirm(actor)),
    rules: await readSizeRules(),
    held: await showHeldAnswers(actor, ['firm.staff', 'firm.revenue', 'firm.assets']),
    today: clock.today(),
  }),
});

export const action = command({
  can: 'enterprise.update-own',
  audit: null,
  schema: profileForm,
  look: {
    when: (typed) => Boolean(typed.searchIntent),
    about: ({ region, industry }) => readRegistration({ region, industry }),
  },
  run: async ({ actor, input }) => {
    const updated = await updateProfile(asFirm(actor), input);
    if (!updated.ok) return updated;
    const { before, after } = updated.value;
    const message = before === after ? 'enterprise.profile-saved' : 'enterprise.size-changed';
    return accept({ to: '/my/profile', flash: { tone: 'success', message } });
  },
});

export default function Profile() {
  return <ProfilePage {...useLoaderData<typeof loader>()} reply={replyTo(useActionData())} />;
}
