import { bankText } from '~/text/application-bank.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import type { BankFileShown } from './bank-file-shown.ts';

/** Documents that the officer asks for: the clock stands still until they come, the first time. */
export function AskDocuments({ file }: { file: BankFileShown }) {
  const t = useText(bankText);
  const reply = useReply('ask-documents');
  if (file.isPaused) return <Notice tone="info" title={t('act.paused')} />;
  return (
    <ConfirmStep ask={t('act.ask-documents')} title={t('act.ask-documents')} open={reply !== null}>
      <p>{t('act.ask-documents-lede')}</p>
      <CommandForm intent="ask-documents">
        <TextAreaField name="what" label={t('act.ask-what')} rows={3} maxLength={400} required />
        <Button variant="secondary">{t('act.ask-documents-do')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}

/** Another reviewer looks again at a decline: what the firm says, and the answer. */
export function SecondLook({ file }: { file: BankFileShown }) {
  const t = useText(bankText);
  return (
    <Card title={t('act.second-look')} lede={t('act.second-look-lede')} tone="brand">
      <div className="stack">
        <blockquote className="border-l-4 border-line pl-3 whitespace-pre-line">
          {file.secondLookReason}
        </blockquote>
        <CommandForm intent="second-look">
          <TextAreaField name="why" label={t('act.second-look-why')} rows={3} maxLength={400} required />
          <div className="flex flex-wrap gap-3">
            <Button name="answer" value="reopen">
              {t('act.second-look-reopen')}
            </Button>
            <Button name="answer" value="uphold" variant="secondary">
              {t('act.second-look-uphold')}
            </Button>
          </div>
        </CommandForm>
      </div>
    </Card>
  );
}

/** A conflict of interest: declared once, it keeps the reader out of the firm's applications. */
export function Interest({ file }: { file: BankFileShown }) {
  const t = useText(bankText);
  const reply = useReply('declare-interest');
  if (file.interested) return <Notice tone="warn" title={t('act.interested')} />;
  if (!file.may.declare || file.application.closedAt) return null;
  return (
    <ConfirmStep ask={t('act.declare')} title={t('act.declare')} open={reply !== null}>
      <p>{t('act.declare-lede')}</p>
      <CommandForm intent="declare-interest">
        <TextAreaField name="reason" label={t('act.declare-reason')} rows={2} maxLength={300} required />
        <Button variant="secondary">{t('act.declare-do')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
