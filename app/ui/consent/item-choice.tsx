import { grantText } from '~/text/consent-grant.ts';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import type { GrantItem, GrantShown } from './grant-shown.ts';

/** The items by class with their sources; what is public anyway and what no firm can open is said beside. */
export function ItemChoice({ items, usual }: { items: GrantShown['items']; usual: readonly string[] }) {
  const t = useText(grantText);
  const name = useNamed();
  const classes = [...new Map(items.open.map((item) => [item.classCode, item.className])).entries()];
  const inClass = (code: string) => items.open.filter((item) => item.classCode === code);
  const isUsual = ([code]: (typeof classes)[number]) =>
    inClass(code).some((item) => usual.includes(item.code));
  const rest = classes.filter((each) => !isUsual(each));
  const groupsOf = (chosen: typeof classes) =>
    chosen.map(([code, className]) => ({
      id: code,
      label: name(className),
      items: inClass(code).map(choiceOf),
    }));
  const choiceOf = (item: GrantItem) => ({
    value: item.code,
    label: name({ zh: item.nameZh, en: item.nameEn }),
    hint: [
      t('grant.from-provider', name(item.provider)),
      item.sensitivity === 'verify-only' ? t('grant.verify-only') : null,
    ]
      .filter(Boolean)
      .join(' · '),
  });
  return (
    <div className="stack">
      <CheckboxGroups
        name="items"
        legend={t('grant.what')}
        hint={t('grant.what-hint')}
        defaultValue={usual}
        groups={groupsOf(classes.filter(isUsual))}
      />
      {rest.length > 0 ? (
        <details className="rounded-control border border-line px-4 py-3">
          <summary className="min-h-6 cursor-pointer font-medium text-brand-700">
            {t('grant.more-items', rest.flatMap(([code]) => inClass(code)).length)}
          </summary>
          <div className="mt-3">
            <CheckboxGroups
              name="items"
              id="more-items"
              error={[]}
              legend={t('grant.what')}
              hint={t('grant.more-items-hint')}
              groups={groupsOf(rest)}
            />
          </div>
        </details>
      ) : null}
      <p className="text-ink-soft">{t('grant.public-too', items.publicCount)}</p>
      <Notice tone="info" title={t('grant.personal-title')}>
        {t('grant.personal-text', items.personal.length)}
      </Notice>
    </div>
  );
}
