import { documentKinds, largestDocument } from '~/domain/institution/document-kind.ts';
import { applicationText } from '~/text/application.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { useText } from '~/ui/text.ts';

const accepted = Object.keys(documentKinds)
  .map((kind) => `.${kind}`)
  .join(',');

/** The file field of an application, with what is accepted said before choosing. */
export function DocumentsField({ label }: { label: string }) {
  const t = useText(applicationText);
  return (
    <FileField
      name="documents"
      label={label}
      hint={t('app.documents-hint')}
      accept={accepted}
      maxBytes={largestDocument}
      multiple
    />
  );
}

export function AddDocuments() {
  const t = useText(applicationText);
  return (
    <CommandForm intent="attach" encType="multipart/form-data">
      <DocumentsField label={t('app.add-documents')} />
      <div>
        <Button variant="secondary">{t('app.add-do')}</Button>
      </div>
    </CommandForm>
  );
}

export function WithdrawApplication() {
  const t = useText(applicationText);
  return (
    <ConfirmStep ask={t('app.withdraw')} tone="danger" title={t('app.withdraw-title')}>
      <p>{t('app.withdraw-text')}</p>
      <CommandForm intent="withdraw">
        <Button variant="danger">{t('app.withdraw-do')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
