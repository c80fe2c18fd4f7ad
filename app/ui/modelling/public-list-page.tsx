import { jointText } from '~/text/joint.ts';
import { Button } from '~/ui/parts/button.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Props = {
  readonly sections: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
};

/** Chooses the region and the industry whose firms' public records are downloaded. */
export function PublicListPage({ sections }: Props) {
  const t = useText(jointText);
  const isEnglish = useLocale() === 'en';
  return (
    <div className="stack-lg">
      <PageHeader title={t('public-list.title')} lede={t('public-list.lede')} />
      <form method="get" action="/bank/public-list.csv" className="stack">
        <TextField
          name="region"
          label={t('public-list.region')}
          hint={t('public-list.region-hint')}
          inputMode="numeric"
          width="sm"
        />
        <SelectField
          name="section"
          label={t('public-list.section')}
          empty={t('public-list.all')}
          options={sections.map(({ code, zh, en }) => ({ value: code, label: isEnglish ? en : zh }))}
        />
        <div>
          <Button type="submit">{t('public-list.download')}</Button>
        </div>
      </form>
    </div>
  );
}
