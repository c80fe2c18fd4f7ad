import { applyText } from '~/text/apply.ts';
import { branchText } from '~/text/branch.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { type AppliedProduct, isOpenTo } from './apply-shown.ts';

/** The products that were chosen, and which of them cannot be applied for. */
export function ProductChoice({ products }: { products: readonly AppliedProduct[] }) {
  const t = useText(applyText);
  const name = useNamed();
  return (
    <Card title={t('apply.chosen')}>
      <ul className="divide-y divide-line">
        {products.map((product) => (
          <li
            key={product.id}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p className={isOpenTo(product) ? 'font-semibold' : 'text-ink-soft'}>
                {name({ zh: product.nameZh, en: product.nameEn })}
              </p>
              <p className="text-sm text-ink-soft">{name({ zh: product.bankZh, en: product.bankEn })}</p>
            </div>
            <Standing product={product} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Standing({ product }: { product: AppliedProduct }) {
  const t = useText(applyText);
  if (product.applicationId) {
    return (
      <span className="flex flex-wrap items-center gap-3">
        <Badge tone="warn">{t('apply.already')}</Badge>
        <TextLink to={`/my/applications/${product.applicationId}`}>{t('apply.already-see')}</TextLink>
      </span>
    );
  }
  if (product.example) return <Badge>{t('apply.example')}</Badge>;
  if (!product.open) return <Badge tone="warn">{t('apply.bank-closed')}</Badge>;
  if (product.minFen === null || product.maxFen === null) return null;
  return (
    <span className="num text-sm text-ink-soft">
      <Money fen={product.minFen} style="short" /> – <Money fen={product.maxFen} style="short" />
    </span>
  );
}

/** Where the bank has branches, the firm may choose the one it goes to. */
export function BranchChoice({ products }: { products: readonly AppliedProduct[] }) {
  const t = useText(branchText);
  const name = useNamed();
  const banks = new Map(products.map((product) => [product.institutionId, product]));
  const choices = [...banks.values()].filter(({ branches }) => branches.length > 0);
  if (choices.length === 0) return null;
  return (
    <Card>
      <div className="stack">
        {choices.map(({ institutionId, bankZh, bankEn, branches }) => (
          <SelectField
            key={institutionId}
            id={`branch-${institutionId}`}
            name="branches"
            label={t('branch.choose', name({ zh: bankZh, en: bankEn }))}
            hint={t('branch.choose-hint')}
            empty={t('branch.by-area')}
            options={branches.map((branch) => ({ value: branch.id, label: name(branch) }))}
          />
        ))}
      </div>
    </Card>
  );
}

/** One tick for each bank: no tick, no consent, no application. */
export function ConsentTicks({ products }: { products: readonly AppliedProduct[] }) {
  const t = useText(applyText);
  const name = useNamed();
  const given = products.filter((product) => product.consentId !== null);
  const asked = products.filter((product) => product.consentId === null);
  return (
    <>
      {asked.length > 0 ? (
        <fieldset className="flex min-w-0 flex-col gap-3">
          <legend className="mb-2 text-lg font-semibold">{t('apply.consents')}</legend>
          {asked.map((product) => (
            <CheckboxField
              key={product.id}
              id={`consent-${product.id}`}
              name="consented"
              value={product.id}
              label={
                <strong>
                  {t(
                    'apply.consent-for',
                    name({ zh: product.bankZh, en: product.bankEn }),
                    name({ zh: product.nameZh, en: product.nameEn }),
                  )}
                </strong>
              }
              hint={product.contact ? t('apply.contact', product.contact) : undefined}
            />
          ))}
        </fieldset>
      ) : null}
      {given.map((product) => (
        <p key={product.id}>
          {name({ zh: product.bankZh, en: product.bankEn })}{' '}
          <Badge tone="good">{t('apply.consent-exists')}</Badge>{' '}
          <TextLink to={`/my/consents/${product.consentId}`}>
            {name({ zh: product.nameZh, en: product.nameEn })}
          </TextLink>
        </p>
      ))}
    </>
  );
}
