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
        groups={classes.map(([code, className]) => ({
          id: code,
          label: name(className),
          items: items.open.filter((item) => item.classCode === code).map(choiceOf),
        }))}
      />
      <p className="text-ink-soft">{t('grant.public-too', items.publicCount)}</p>
      <Notice tone="info" title={t('grant.personal-title')}>
        {t('grant.personal-text', items.personal.length)}
      </Notice>
    </div>
  );
}
