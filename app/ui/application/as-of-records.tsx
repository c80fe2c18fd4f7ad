import { asOfText } from '~/text/as-of.ts';
import { showCount, showDay } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { ChangeKind, KnownThen, PageThen, RecordThen, Says } from './as-of-shown.ts';

const tones: { readonly [K in ChangeKind]: 'info' | 'warn' | 'good' | 'mute' } = {
  added: 'info',
  corrected: 'warn',
  revoked: 'good',
  repaired: 'good',
  restored: 'warn',
};

export function ChangeBadge({ kind }: { kind: ChangeKind }) {
  const t = useText(asOfText);
  return <Badge tone={tones[kind]}>{t(`as-of.mover.${kind}`)}</Badge>;
}

type Paged = { readonly pageHref: (page: number) => string };

/** To the neighbouring pages, where there are some. */
function Pages({ of, pageHref }: { of: PageThen<unknown> } & Paged) {
  if (of.pages === 1) return null;
  return (
    <KeysetPager
      previous={of.page > 1 ? pageHref(of.page - 1) : null}
      next={of.page < of.pages ? pageHref(of.page + 1) : null}
      shown={of.shown.length}
      total={of.all}
    />
  );
}

/** What a record says in one line. */
export function SaysThen({ says, none }: { says: Says; none: string }) {
  const locale = useLocale();
  const name = useNamed();
  if (!says) return <span className="text-ink-soft">{none}</span>;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {says.occurredOn ? <DayText day={says.occurredOn} precision={says.precision} /> : null}
      {says.endedOn ? <span>→ {showDay(says.endedOn, locale, 'short')}</span> : null}
      {says.categoryZh ? <span>{name({ zh: says.categoryZh, en: says.categoryEn })}</span> : null}
      {says.amountFen ? <Money fen={says.amountFen} /> : null}
      {says.quantity === null ? null : <span className="num">{showCount(says.quantity, locale)}</span>}
    </span>
  );
}

/** Records that changed between the two days, the latest first: what each said before and after. */
export function ChangesThen({ changes, pageHref }: Pick<KnownThen, 'changes'> & Paged) {
  const t = useText(asOfText);
  const name = useNamed();
  const none = t('as-of.says-nothing');
  return (
    <Section
      title={t('as-of.changes')}
      {...(changes.pages > 1 && { lede: t('as-of.page', changes.page, changes.pages, changes.all) })}
    >
      <DataTable
        caption={t('as-of.changes')}
        captionHidden
        rows={changes.shown}
        rowKey={({ key }) => key}
        empty={<p className="text-ink-soft">{t('as-of.changes-none')}</p>}
        columns={[
          {
            key: 'item',
            header: t('as-of.item'),
            primary: true,
            cell: (change) => name({ zh: change.itemZh, en: change.itemEn }),
          },
          { key: 'kind', header: t('as-of.what'), cell: ({ kind }) => <ChangeBadge kind={kind} /> },
          { key: 'on', header: t('as-of.learnt'), cell: ({ on }) => <DayText day={on} /> },
          {
            key: 'before',
            header: t('as-of.before'),
            cell: ({ before }) => <SaysThen says={before} none={none} />,
          },
          {
            key: 'after',
            header: t('as-of.after'),
            cell: ({ after }) => <SaysThen says={after} none={none} />,
          },
        ]}
      />
      <Pages of={changes} pageHref={pageHref} />
    </Section>
  );
}

/** The records that stood on the day. */
export function RecordsThen({ records, pageHref }: Pick<KnownThen, 'records'> & Paged) {
  const t = useText(asOfText);
  const name = useNamed();
  return (
    <Section
      title={t('as-of.facts')}
      {...(records.pages > 1 && { lede: t('as-of.page', records.page, records.pages, records.all) })}
    >
      <DataTable<RecordThen>
        caption={t('as-of.facts')}
        captionHidden
        rows={records.shown}
        rowKey={({ key }) => key}
        empty={<p className="text-ink-soft">{t('as-of.facts-none')}</p>}
        columns={[
          {
            key: 'item',
            header: t('as-of.item'),
            primary: true,
            cell: (record) => name({ zh: record.itemZh, en: record.itemEn }),
          },
          {
            key: 'says',
            header: t('as-of.says'),
            cell: ({ says }) => <SaysThen says={says} none={t('as-of.kept-back')} />,
          },
          { key: 'learnt', header: t('as-of.learnt'), cell: ({ knownOn }) => <DayText day={knownOn} /> },
          {
            key: 'provider',
            header: t('as-of.provider'),
            cell: (record) => name({ zh: record.providerZh, en: record.providerEn }),
          },
        ]}
      />
      <Pages of={records} pageHref={pageHref} />
    </Section>
  );
}
