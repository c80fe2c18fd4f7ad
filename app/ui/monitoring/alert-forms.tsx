import { documentKinds, largestDocument } from '~/domain/institution/document-kind.ts';
import { alertText } from '~/text/alert.ts';
import { caseFileText } from '~/text/case-file.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

const accepted = Object.keys(documentKinds)
  .map((kind) => `.${kind}`)
  .join(',');

/** The firm's right of reply, with what proves it; as often as it has something to say. */
export function AnswerForm({ again }: { again: boolean }) {
  const t = useText(alertText);
  const file = useText(caseFileText);
  return (
    <Card title={again ? file('case.reply-again') : t('alert.answer.title')}>
      <CommandForm encType="multipart/form-data">
        <TextAreaField
          name="text"
          label={t('alert.answer.label')}
          hint={t('alert.answer.hint')}
          rows={5}
          required
        />
        <FileField
          name="documents"
          label={file('case.reply-documents')}
          hint={file('case.reply-documents-hint')}
          accept={accepted}
          maxBytes={largestDocument}
          multiple
        />
        <div>
          <Button>{t('alert.answer.do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

/** A note in the case; a bank may keep it to itself. */
export function FollowUpForm({ side }: { side: 'bank' | 'operator' }) {
  const t = useText(alertText);
  return (
    <Card title={t('alert.follow.title')}>
      <CommandForm intent="follow-up">
        <TextAreaField name="text" label={t('alert.follow.label')} rows={3} required />
        {side === 'bank' ? <CheckboxField name="bankOnly" label={t('alert.follow.bank-only')} /> : null}
        <div>
          <Button variant="secondary">{t('alert.follow.do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
