import { poolDeskText } from '~/text/compensation-pool.ts';
import { schemeWords, wordOf } from '~/text/policy-words.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { FundingForm } from '~/ui/ledger/funding-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** Money that came into a pool. */
export function FundPoolForm({ payers, today }: { payers: readonly string[]; today: string }) {
  const t = useText(poolDeskText);
  const locale = useLocale();
  const options = payers.map((value) => ({ value, label: wordOf(schemeWords, value, locale) }));
  return (
    <FundingForm
      from={{ name: 'from', options: [...options, { value: 'interest', label: t('pool.fund-interest') }] }}
      today={today}
      words={{
        title: t('pool.fund'),
        lede: t('pool.fund-about'),
        from: t('pool.fund-from'),
        amount: t('pool.fund-amount'),
        on: t('pool.fund-on'),
        reference: t('pool.fund-reference'),
        hint: t('pool.fund-hint'),
        send: t('pool.fund-do'),
      }}
    />
  );
}

export type SchemeWithoutPool = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

/** A pool for a scheme that has none. */
export function OpenPoolForm({ schemes }: { schemes: readonly SchemeWithoutPool[] }) {
  const t = useText(poolDeskText);
  const locale = useLocale();
  if (schemes.length === 0) return <Notice tone="info" title={t('pool.open-none')} />;
  return (
    <Card title={t('pool.open')} lede={t('pool.open-about')}>
      <CommandForm>
        <SelectField
          name="schemeCode"
          label={t('pool.open-scheme')}
          options={schemes.map((s) => ({ value: s.code, label: locale === 'en' ? s.nameEn : s.nameZh }))}
          required
        />
        <TextField name="nameZh" label={t('pool.open-name-zh')} maxLength={80} required />
        <TextField name="nameEn" label={t('pool.open-name-en')} maxLength={120} required />
        <div>
          <Button variant="secondary">{t('pool.open-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
