import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { askProvider, type VerifyAnswer } from '~/server/application/ask-provider.ts';
import { showVerification } from '~/server/application/show-verification.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { questionOf, questionShape } from '~/server/privacy/person-forms.ts';
import { verificationText } from '~/text/verification.ts';
import { VerifyPage } from '~/ui/application/verify-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(verificationText, 'verify.title');

const params = z.object({ id: z.uuid() });

export const loader = view({
  can: 'application.read-file',
  audit: null,
  params,
  load: ({ actor, params: { id } }) => showVerification(actor, id),
});

const saidOf = (answer: VerifyAnswer) =>
  typeof answer === 'object'
    ? {
        message: 'verify.said.band',
        args: [answer.bands.of, answer.bands.edges.join(' '), answer.band, answer.unit ?? ''],
      }
    : { message: `verify.said.${answer}` };

export const action = command({
  can: 'application.read-file',
  audit: null,
  params,
  schema: z.object(questionShape).transform(questionOf),
  run: async ({ actor, params: { id }, input }) => {
    const answer = await askProvider(actor, id, input);
    if (!answer.ok) return answer;
    const flash = { tone: 'info', ...saidOf(answer.value) } as const;
    return accept({ to: `/bank/applications/${id}/verify`, flash });
  },
});

export default function VerifyRoute() {
  return <VerifyPage {...useLoaderData<typeof loader>()} />;
}
