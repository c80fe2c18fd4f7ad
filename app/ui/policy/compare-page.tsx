import { policyDeskText } from '~/text/policy-desk.ts';
import { Button } from '~/ui/parts/button.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { type DifferenceShown, DifferenceTable } from '~/ui/policy/difference-table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type ComparePageProps = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly from: number;
  readonly to: number;
  readonly versions: readonly number[];
  readonly differences: readonly DifferenceShown[];
  readonly titles: readonly { readonly zh: string; readonly en: string }[];
  /** The list that it belongs to; schemes where it is left out. */
  readonly list?: { readonly label: string; readonly to: string } | undefined;
};

/** Two versions of a scheme, line by line. */
export function ComparePage({
  code,
  nameZh,
  nameEn,
  from,
  to,
  versions,
  differences,
  titles,
  list,
}: ComparePageProps) {
  const t = useText(policyDeskText);
  const name = useLocale() === 'en' ? nameEn : nameZh;
  const above = list ?? { label: t('policy.title'), to: '/operator/policies' };
  const options = versions.map((version) => ({
    value: String(version),
    label: t('policy.version-no', version),
  }));
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[above, { label: name, to: `${above.to}/${code}` }, { label: t('policy.compare') }]}
        title={t('policy.compare-title', from, to)}
        lede={name}
      />
      <PostForm method="get" className="flex flex-wrap items-end gap-4">
        <SelectField
          name="from"
          label={t('policy.compare-from')}
          options={options}
          defaultValue={String(from)}
        />
        <SelectField name="to" label={t('policy.compare-to')} options={options} defaultValue={String(to)} />
        <Button type="submit">{t('policy.compare-do')}</Button>
      </PostForm>
      <DifferenceTable differences={differences} titles={titles} />
    </div>
  );
}
