import { showDay, showFen } from '~/text/format.ts';
import { outcomeWords } from '~/text/policy-example.ts';
import { simulationText } from '~/text/policy-simulation.ts';
import { showCount } from '~/ui/format.ts';
import { BarChart } from '~/ui/parts/chart/bar-chart.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { type GroupRow, SimulationGroups } from '~/ui/policy/simulation-groups.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Totals = {
  readonly loans: number;
  readonly covered: number;
  readonly paidLoans: number;
  readonly amount: string;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly fuses: readonly { readonly bank: string; readonly year: number; readonly on: string }[];
  readonly poolShortOn: string | null;
};

export type ResultShown = {
  readonly after: Totals;
  readonly before: Totals | null;
  readonly months: readonly {
    readonly month: string;
    readonly before: string | null;
    readonly after: string;
  }[];
  readonly groups: Readonly<Record<'bank' | 'size' | 'region', readonly GroupRow[]>>;
  readonly rejected: readonly { readonly line: number; readonly column: string }[];
  readonly rejectedRows: number;
};

export type NamesShown = {
  readonly banks: Readonly<Record<string, { readonly nameZh: string; readonly nameEn: string }>>;
  readonly regions: Readonly<Record<string, string>>;
};

/** What the replay found: totals, months, fuses, outcomes, and who gains or loses. */
export function SimulationResults({ result, ...names }: { result: ResultShown } & NamesShown) {
  const t = useText(simulationText);
  return (
    <>
      <Summary result={result} />
      <Section title={t('simulation.months')} lede={t('simulation.months-about')}>
        <Months months={result.months} />
      </Section>
      <Section title={t('simulation.fuses')}>
        <Fuses after={result.after} banks={names.banks} />
      </Section>
      <Section title={t('simulation.gains')} lede={t('simulation.gains-about')}>
        <SimulationGroups groups={result.groups} {...names} />
      </Section>
      <Section title={t('simulation.outcomes')}>
        <Outcomes after={result.after} before={result.before} />
      </Section>
    </>
  );
}

function Summary({ result: { after, before } }: { result: ResultShown }) {
  const t = useText(simulationText);
  const locale = useLocale();
  const count = (n: number) => showCount(n, locale);
  return (
    <FigureRow>
      <Figure label={t('simulation.cost')} value={<Money fen={after.amount} />} />
      {before ? <Figure label={t('simulation.cost-before')} value={<Money fen={before.amount} />} /> : null}
      {before ? (
        <Figure
          label={t('simulation.change')}
          value={<Money fen={String(BigInt(after.amount) - BigInt(before.amount))} />}
        />
      ) : null}
      <Figure label={t('simulation.loans')} value={count(after.loans)} />
      <Figure label={t('simulation.covered')} value={count(after.covered)} />
      <Figure label={t('simulation.paid-loans')} value={count(after.paidLoans)} />
    </FigureRow>
  );
}

function Months({ months }: Pick<ResultShown, 'months'>) {
  const t = useText(simulationText);
  const locale = useLocale();
  if (months.length === 0)
    return <EmptyState title={t('simulation.no-cost')}>{t('simulation.no-cost-hint')}</EmptyState>;
  const short = (fen: string) => showFen(fen, locale, 'short');
  return (
    <>
      <BarChart
        title={t('simulation.months')}
        description={t('simulation.after')}
        tick={(value) => short(`${Math.round(value)}00`)}
        bars={months.map((m) => ({
          label: m.month,
          value: Number(BigInt(m.after) / 100n),
          text: short(m.after),
        }))}
      />
      {months.some((m) => m.before !== null) ? (
        <DataTable
          caption={t('simulation.months')}
          captionHidden
          rows={months}
          rowKey={(row) => row.month}
          columns={[
            { key: 'month', header: t('simulation.month'), primary: true, cell: (row) => row.month },
            {
              key: 'before',
              header: t('simulation.before'),
              align: 'end',
              cell: (row) => <Money fen={row.before ?? '0'} />,
            },
            {
              key: 'after',
              header: t('simulation.after'),
              align: 'end',
              cell: (row) => <Money fen={row.after} />,
            },
          ]}
        />
      ) : null}
    </>
  );
}

function Fuses({ after, banks }: { after: Totals } & Pick<NamesShown, 'banks'>) {
  const t = useText(simulationText);
  const locale = useLocale();
  const bankOf = (id: string) => (locale === 'en' ? banks[id]?.nameEn : banks[id]?.nameZh) ?? id;
  return (
    <div className="stack">
      {after.poolShortOn ? (
        <Notice tone="warn" title={t('simulation.pool-short', showDay(after.poolShortOn, locale))} />
      ) : null}
      {after.fuses.length === 0 ? (
        <p>{t('simulation.no-fuse')}</p>
      ) : (
        <ul className="list-disc pl-5">
          {after.fuses.slice(0, 50).map((fuse) => (
            <li key={`${fuse.bank} ${fuse.year}`}>
              {t('simulation.fuse', bankOf(fuse.bank), fuse.year, showDay(fuse.on, locale))}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const own = ['subsidised', 'outside', 'no-loss'] as const;

function Outcomes({ after, before }: Pick<ResultShown, 'after' | 'before'>) {
  const t = useText(simulationText);
  const locale = useLocale();
  const known = own.find.bind(own);
  const word = (outcome: string) => {
    const ours = known((each) => each === outcome);
    if (ours) return t(`simulation.outcome.${ours}`);
    return outcomeWords[outcome as keyof typeof outcomeWords]?.[locale] ?? outcome;
  };
  const names = [...new Set([...Object.keys(after.outcomes), ...Object.keys(before?.outcomes ?? {})])].sort();
  return (
    <DataTable
      caption={t('simulation.outcomes')}
      captionHidden
      rows={names}
      rowKey={(name) => name}
      columns={[
        { key: 'outcome', header: t('simulation.outcome'), primary: true, cell: word },
        ...(before
          ? [
              {
                key: 'before',
                header: t('simulation.before'),
                align: 'end' as const,
                cell: (name: string) => showCount(before.outcomes[name] ?? 0, locale),
              },
            ]
          : []),
        {
          key: 'after',
          header: t('simulation.after'),
          align: 'end',
          cell: (name) => showCount(after.outcomes[name] ?? 0, locale),
        },
      ]}
    />
  );
}
