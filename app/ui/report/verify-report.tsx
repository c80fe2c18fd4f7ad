import { reportPageText } from '~/text/report-page.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

/** Anybody who holds a report can see whether it is real and still holds; nothing is kept. */
export function VerifyReport() {
  const t = useText(reportPageText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('check.title')} lede={t('check.lede')} />
      <CommandForm intent="code">
        <TextField name="code" label={t('check.code')} hint={t('check.code-hint')} required />
        <FormActions>
          <Button>{t('check.code-do')}</Button>
        </FormActions>
      </CommandForm>
      <CommandForm intent="file" encType="multipart/form-data">
        <FileField name="file" label={t('check.file')} accept=".json" maxBytes={2_000_000} required />
        <FormActions>
          <Button variant="quiet">{t('check.do')}</Button>
        </FormActions>
      </CommandForm>
    </div>
  );
}
