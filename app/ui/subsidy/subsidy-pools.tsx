import { schemeWords, wordOf } from '~/text/policy-words.ts';
import { subsidyDeskText } from '~/text/subsidy.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type SubsidyPoolShown = { readonly payer: string; readonly fen: string; readonly askedFen: string };

/** The money of each payer, what settlements under way ask of it, and whether that is enough. */
export function SubsidyPools({ pools }: { pools: readonly SubsidyPoolShown[] }) {
  const t = useText(subsidyDeskText);
  const locale = useLocale();
  const leftOf = (pool: SubsidyPoolShown) => BigInt(pool.fen) - BigInt(pool.askedFen);
  return (
    <Section title={t('desk.pools')} lede={t('desk.pools-about')}>
      <DataTable
        caption={t('desk.pools')}
        captionHidden
        rows={pools}
        rowKey={(pool) => pool.payer}
        columns={[
          {
            key: 'payer',
            header: t('desk.fund-payer'),
            primary: true,
            cell: (pool) => wordOf(schemeWords, pool.payer, locale),
          },
          { key: 'held', header: t('desk.held'), align: 'end', cell: (pool) => <Money fen={pool.fen} /> },
          {
            key: 'asked',
            header: t('desk.asked'),
            align: 'end',
            cell: (pool) => <Money fen={pool.askedFen} />,
          },
          {
            key: 'left',
            header: t('desk.left'),
            align: 'end',
            cell: (pool) =>
              leftOf(pool) < 0n ? (
                <Badge tone="bad">
                  {t('desk.missing')} <Money fen={String(-leftOf(pool))} />
                </Badge>
              ) : (
                <Money fen={String(leftOf(pool))} />
              ),
          },
        ]}
      />
    </Section>
  );
}
