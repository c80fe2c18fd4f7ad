import { templateNames } from '~/domain/product/templates.ts';
import { productDraftText } from '~/text/product-draft.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { ProductDraftBadge, type ProductDraftState } from '~/ui/product/draft-badge.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type DraftRow = {
  readonly id: string;
  readonly productId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly version: number;
  readonly state: ProductDraftState;
  readonly effectiveFrom: string;
};

/** Versions of products that a bank has in the making. */
export function ProductDrafts({ rows }: { rows: readonly DraftRow[] }) {
  const t = useText(productDraftText);
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Section title={t('draft.list')}>
      <DataTable
        caption={t('draft.list')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: t('draft.title'),
            primary: true,
            cell: (row) => (
              <TextLink to={`/bank/product-drafts/${row.id}`}>
                {t('draft.page-title', locale === 'en' ? row.nameEn : row.nameZh, row.version)}
              </TextLink>
            ),
          },
          { key: 'state', header: t('draft.stage'), cell: (row) => <ProductDraftBadge state={row.state} /> },
          { key: 'from', header: t('draft.effective'), cell: (row) => <DayText day={row.effectiveFrom} /> },
        ]}
      />
    </Section>
  );
}

/** Begins a product from a template. */
export function StartProduct() {
  const t = useText(productDraftText);
  return (
    <Section title={t('draft.start')} lede={t('draft.start-lede')}>
      <CommandForm intent="start">
        <SelectField
          name="template"
          label={t('draft.template')}
          options={templateNames.map((name) => ({ value: name, label: t(`template.${name}`) }))}
          empty={t('draft.choose')}
          required
        />
        <FormActions>
          <Button type="submit">{t('draft.begin')}</Button>
        </FormActions>
      </CommandForm>
    </Section>
  );
}

type NextVersionProps = {
  readonly product: { readonly id: string; readonly state: string };
  readonly name: string;
};

/** Begins the next version of a product, or its way off the shelf. */
export function NextVersion({ product, name }: NextVersionProps) {
  const t = useText(productDraftText);
  const form = (intent: 'next' | 'take-off', label: string, named: string) => (
    <PostForm id={`${intent}-${product.id}`}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="product" value={product.id} />
      <Button type="submit" variant="quiet" size="sm" aria-label={named}>
        {label}
      </Button>
    </PostForm>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {form('next', t('draft.next-version'), t('draft.next-version-of', name))}
      {product.state === 'published'
        ? form('take-off', t('draft.take-off'), t('draft.take-off-of', name))
        : null}
    </div>
  );
}
