import { branchText } from '~/text/branch.ts';
import { consentText } from '~/text/consent.ts';
import { grantText } from '~/text/consent-grant.ts';
import { showDay, showInstant } from '~/ui/format.ts';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { ConsentShown, ItemShown } from './consent-shown.ts';

/** What was agreed, every term of it. */
export function ConsentTerms({ consent }: { consent: ConsentShown }) {
  const t = useText(consentText);
  const grant = useText(grantText);
  const branch = useText(branchText);
  const locale = useLocale();
  const name = useNamed();
  const at = (instant: string) => showInstant(instant, locale);
  return (
    <DefinitionList
      items={[
        { term: t('consent.firm'), value: consent.firm.name, note: consent.firm.uscc },
        { term: t('consent.signatory'), value: consent.signatory },
        {
          term: t('consent.recipient'),
          value: name(consent.recipient),
          note: consent.product
            ? name(consent.product)
            : consent.purpose === 'evaluation'
              ? null
              : grant('grant.any-product'),
        },
        ...(consent.branch ? [{ term: branch('branch.recipient'), value: name(consent.branch) }] : []),
        { term: t('consent.contact'), value: consent.contact ?? t('consent.no-contact') },
        {
          term: t('consent.purpose'),
          value: t(`consent.purpose.${consent.purpose}`),
          note: t(`consent.purpose-is.${consent.purpose}`),
        },
        { term: t('consent.items'), value: <ItemNames items={consent.items} /> },
        { term: t('consent.detail'), value: t(`consent.detail.${consent.detail}`) },
        { term: t('consent.mode'), value: t(`consent.mode.${consent.mode}`) },
        { term: t('consent.fetch-type'), value: t(`consent.fetch-type.${consent.fetchType}`) },
        {
          term: t('consent.data-span'),
          value: consent.dataFrom
            ? t('consent.data-from', showDay(consent.dataFrom, locale))
            : t('consent.data-all'),
        },
        {
          term: t('consent.valid'),
          value: t('consent.valid-span', at(consent.validFrom), at(consent.validTo)),
        },
        { term: t('consent.frequency'), value: t('consent.per-day', consent.readsPerDay) },
        { term: t('consent.retention'), value: t('consent.days', consent.retentionDays) },
        {
          term: t('consent.return'),
          value: t(consent.returnDirection ? 'consent.return-yes' : 'consent.return-no'),
        },
        { term: t('consent.signed-at'), value: at(consent.grantedAt) },
        ...(consent.pausedAt && !consent.revokedAt
          ? [{ term: t('consent.paused-since'), value: at(consent.pausedAt) }]
          : []),
        ...(consent.revokedAt ? [{ term: t('consent.revoked-at'), value: at(consent.revokedAt) }] : []),
      ]}
    />
  );
}

export function ItemNames({ items }: { items: readonly ItemShown[] }) {
  const name = useNamed();
  return (
    <ul className="grid gap-x-6 sm:grid-cols-2">
      {items.map((item) => (
        <li key={item.code}>
          {name(item)} <code className="text-sm text-ink-faint">{item.code}</code>
        </li>
      ))}
    </ul>
  );
}
