import { accept } from '~/domain/kernel/result.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { registerAssessment } from '~/server/privacy/register-assessment.ts';
import { assessmentForm } from '~/server/privacy/register-forms.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { NewAssessment } from '~/ui/privacy/new-assessment.tsx';

const can = 'privacy.registers';

export const meta = pageTitle(privacyDeskText, 'pia.new');

export const loader = view({ can, audit: null, load: async () => ({}) });

export const action = command({
  can,
  audit: null,
  schema: assessmentForm,
  run: async ({ actor, input }) => {
    const id = await registerAssessment(actor, input);
    const flash = { tone: 'success', message: 'privacy.assessment-made' } as const;
    return accept({ to: `/operator/privacy/assessments/${id}`, flash });
  },
});

export default function AssessmentNew() {
  return <NewAssessment />;
}
