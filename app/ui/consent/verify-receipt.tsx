import { consentText } from '~/text/consent.ts';
import { receiptText } from '~/text/consent-receipt.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import type { ConsentShown } from './consent-shown.ts';
import { ConsentTerms } from './consent-terms.tsx';
import { StatusBadge } from './status-badge.tsx';

/** Anybody who holds a receipt can see whether it is real; nothing is kept. */
export function VerifyReceipt({ consent }: { consent: ConsentShown | null }) {
  const t = useText(receiptText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('receipt.title')} lede={t('receipt.lede')} />
      {consent ? <Valid consent={consent} /> : null}
      <CommandForm encType="multipart/form-data">
        <TextAreaField name="receipt" label={t('receipt.field')} rows={8} />
        <FileField name="file" label={t('receipt.file')} accept=".json" maxBytes={200_000} />
        <FormActions>
          <Button>{t('receipt.do')}</Button>
        </FormActions>
      </CommandForm>
      <Card title={t('receipt.offline')} tone="well">
        <p className="measure">{t('receipt.offline-text')}</p>
      </Card>
    </div>
  );
}

function Valid({ consent }: { consent: ConsentShown }) {
  const t = useText(receiptText);
  const terms = useText(consentText);
  return (
    <>
      <Notice live tone="good" title={t('receipt.valid')}>
        {t('receipt.now')} <StatusBadge status={consent.status} />
      </Notice>
      <Card title={terms('consent.terms')}>
        <ConsentTerms consent={consent} />
      </Card>
    </>
  );
}
