import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { largestDocument } from '~/domain/institution/document-kind.ts';
import { accept, type Refusal, refuse } from '~/domain/kernel/result.ts';
import { alertParams, caseText } from '~/routes/alert-query.ts';
import { command } from '~/server/http/command.ts';
import { readUploads, uploads } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { answerAlert } from '~/server/monitoring/answer-alert.ts';
import { showAlert } from '~/server/monitoring/show-alert.ts';
import { alertText } from '~/text/alert.ts';
import { AlertCase } from '~/ui/monitoring/alert-case.tsx';
import { AnswerForm } from '~/ui/monitoring/alert-forms.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(alertText, 'alert.page-title');

export const loader = view({
  can: 'alert.read-own',
  audit: null,
  params: alertParams,
  load: ({ actor, params }) => showAlert(actor, params.id),
});

export const action = command({
  can: 'alert.answer',
  audit: null,
  params: alertParams,
  maxFileBytes: largestDocument,
  schema: z.object({ text: caseText, documents: uploads }),
  run: async ({ actor, params, input }) => {
    const files = await readUploads(input.documents);
    const answered = await answerAlert(actor, params.id, input.text, files);
    if (!answered.ok) return ofDocuments(answered.refusal);
    return accept({
      to: `/my/alerts/${params.id}`,
      flash: { tone: 'success', message: 'monitoring.answered' },
    });
  },
});

/** What is wrong with a document is said at its field. */
const ofDocuments = (refusal: Refusal) =>
  refuse(refusal.code.startsWith('monitoring.') ? refusal : { ...refusal, field: 'documents' });

export default function AlertPage() {
  const alert = useLoaderData<typeof loader>();
  return (
    <AlertCase alert={alert} side="firm" back="/my/alerts">
      {alert.state === 'closed' ? null : <AnswerForm again={alert.state === 'answered'} />}
    </AlertCase>
  );
}
