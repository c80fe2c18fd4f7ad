import { consentText } from '~/text/consent.ts';
import { receiptText } from '~/text/consent-receipt.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import type { ConsentShown } from './consent-shown.ts';
import { ConsentTerms } from './consent-terms.tsx';
import { StatusBadge } from './status-badge.tsx';

type KeyShown = { readonly kind: 'ed25519' | 'sm2'; readonly keyId: string; readonly pem: string };

/** Anybody who holds a receipt can see whether it is real; nothing is kept. */
export function VerifyReceipt({
  consent,
  keys,
}: {
  consent: ConsentShown | null;
  keys: readonly KeyShown[];
}) {
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
        <div className="stack">
          <p className="measure">{t('receipt.offline-text')}</p>
          <p className="measure">{t('receipt.offline-sm2')}</p>
          <p className="measure">{t('receipt.offline-cli')}</p>
          <code className="block overflow-x-auto rounded-control bg-sheet px-3 py-2 font-mono text-sm break-all">
            {command}
          </code>
        </div>
      </Card>
      <Card title={t('receipt.keys')}>
        <div className="stack">
          <p className="measure">{t('receipt.keys-text')}</p>
          {keys.map((key) => (
            <Key key={key.kind} shown={key} />
          ))}
        </div>
      </Card>
    </div>
  );
}

const command = 'npm run -s xinqiao -- receipt verify --file consent.json';

function Key({ shown: { kind, keyId, pem } }: { shown: KeyShown }) {
  const t = useText(receiptText);
  return (
    <section aria-label={t(`receipt.key.${kind}`)} className="stack-sm">
      <h3 className="font-semibold">
        {t(`receipt.key.${kind}`)} <HashChip value={keyId} label={t('receipt.key-id')} keep={0} />
      </h3>
      <pre className="overflow-x-auto rounded-control border border-line bg-well px-3 py-2 font-mono text-xs whitespace-pre-wrap break-all">
        {pem.trim()}
      </pre>
    </section>
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
