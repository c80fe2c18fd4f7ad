import { showFen } from '~/text/format.ts';
import { simulationText } from '~/text/policy-simulation.ts';
import { sizeWords, wordOf } from '~/text/policy-words.ts';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type GroupRow = {
  readonly key: string;
  readonly borrowers: number | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly change: string | null;
};

const groupings = ['bank', 'size', 'region'] as const;
type Grouping = (typeof groupings)[number];

type SimulationGroupsProps = {
  readonly groups: Readonly<Record<Grouping, readonly GroupRow[]>>;
  readonly banks: Readonly<Record<string, { readonly nameZh: string; readonly nameEn: string }>>;
  readonly regions: Readonly<Record<string, string>>;
};

/** Who gains and who loses, by bank, size and region; small groups are kept back. */
export function SimulationGroups({ groups, banks, regions }: SimulationGroupsProps) {
  const t = useText(simulationText);
  const locale = useLocale();
  const unknown = t('simulation.unknown');
  const nameOf: { readonly [G in Grouping]: (key: string) => string } = {
    bank: (key) => (locale === 'en' ? banks[key]?.nameEn : banks[key]?.nameZh) ?? (key || unknown),
    size: (key) => wordOf(sizeWords, key, locale),
    region: (key) => regions[key] ?? (key || unknown),
  };
  return (
    <div className="stack-lg">
      {groupings.map((by) => (
        <div key={by} className="stack">
          <GroupBars by={by} rows={groups[by]} name={nameOf[by]} />
          <GroupTable by={by} rows={groups[by]} name={nameOf[by]} />
        </div>
      ))}
    </div>
  );
}

type Named = {
  readonly by: Grouping;
  readonly rows: readonly GroupRow[];
  readonly name: (key: string) => string;
};

const longest = 12;

function GroupBars({ by, rows, name }: Named) {
  const t = useText(simulationText);
  const locale = useLocale();
  const shown = rows.filter((row) => row.after !== null && row.after !== '0').slice(0, longest);
  if (shown.length === 0) return null;
  return (
    <BarList
      title={t(`simulation.by.${by}`)}
      description={t('simulation.after')}
      bars={shown.map((row) => ({
        label: name(row.key),
        value: Number(BigInt(row.after ?? 0) / 100n),
        text: showFen(row.after ?? '0', locale, 'short'),
        note:
          row.change === null || row.change === '0'
            ? undefined
            : `${t('simulation.change')} ${showFen(row.change, locale, 'short')}`,
      }))}
    />
  );
}

function GroupTable({ by, rows, name }: Named) {
  const t = useText(simulationText);
  const hidden = <span className="text-ink-soft">{t('simulation.hidden')}</span>;
  const money = (fen: string | null) => (fen === null ? hidden : <Money fen={fen} />);
  const compared = rows.some((row) => row.change !== null);
  return (
    <DataTable
      caption={t(`simulation.by.${by}`)}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', header: t(`simulation.by.${by}`), primary: true, cell: (row) => name(row.key) },
        {
          key: 'borrowers',
          header: t('simulation.borrowers'),
          align: 'end',
          cell: (row) => row.borrowers ?? hidden,
        },
        ...(compared
          ? [
              {
                key: 'before',
                header: t('simulation.before'),
                align: 'end' as const,
                cell: (row: GroupRow) => money(row.before),
              },
            ]
          : []),
        { key: 'after', header: t('simulation.after'), align: 'end', cell: (row) => money(row.after) },
        ...(compared
          ? [
              {
                key: 'change',
                header: t('simulation.change'),
                align: 'end' as const,
                cell: (row: GroupRow) => money(row.change),
              },
            ]
          : []),
      ]}
    />
  );
}
