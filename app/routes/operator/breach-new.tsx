import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { registerBreach } from '~/server/privacy/register-breach.ts';
import { breachForm } from '~/server/privacy/register-forms.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { NewBreach } from '~/ui/privacy/new-breach.tsx';

const can = 'privacy.registers';

export const meta = pageTitle(privacyDeskText, 'breach.new');

export const loader = view({ can, audit: null, load: async () => ({}) });

export const action = command({
  can,
  audit: null,
  schema: breachForm,
  run: async ({ actor, input }) => {
    const registered = await registerBreach(actor, input);
    if (!registered.ok) return registered;
    const flash = { tone: 'success', message: 'privacy.breach-registered' } as const;
    return accept({ to: `/operator/privacy/breaches/${registered.value}`, flash });
  },
});

export default function BreachNew() {
  return <NewBreach />;
}
