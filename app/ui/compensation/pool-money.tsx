import { compensationText } from '~/text/compensation.ts';
import { poolDeskText } from '~/text/compensation-pool.ts';
import { showDay, showFen } from '~/text/format.ts';
import { schemeWords } from '~/text/policy-words.ts';
import { FuseGauge } from '~/ui/compensation/fuse-gauge.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { StackedBar } from '~/ui/parts/chart/stacked-bar.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type PoolFigures = {
  readonly balanceFen: string;
  readonly heldFen: string;
  readonly freeFen: string;
  readonly waitingFen: string;
  readonly paidFen: string;
  readonly straddling: string;
  readonly sources: readonly { payer: string; parts: number | null; givenFen: string }[];
  readonly interestFen: string;
  readonly recoveredFen: string;
  readonly leverage: number | null;
  readonly lentFen: string;
  readonly lentTimesPpm: number;
  readonly lendableFen: string | null;
  /** What has to be put in before lending is within its multiple again; null without a multiple. */
  readonly topUpFen: string | null;
  readonly yearCapFen: string | null;
  readonly fuses: readonly {
    bankZh: string;
    bankEn: string;
    year: number;
    mode: string;
    nowPpm: number;
    limitPpm: number;
    roomFen: string;
    measure: 'loss' | 'overdue';
  }[];
  readonly forecast: readonly { on: string; balanceFen: string }[];
  readonly dryOn: string | null;
};

/** The money of a pool: sources, interest, leverage, distance to the fuse of every bank, forecast. */
export function PoolMoney({ pool }: { readonly pool: PoolFigures }) {
  const t = useText(compensationText);
  const locale = useLocale();
  return (
    <>
      <Sources pool={pool} />
      <Rules pool={pool} />
      <Section title={t('comp.pool.fuses')} lede={t('comp.pool.fuses-about')}>
        {pool.fuses.length === 0 ? (
          <p className="text-ink-soft">{t('comp.fuse.none')}</p>
        ) : (
          <div className="stack">
            {pool.fuses.map((fuse) => (
              <FuseGauge
                key={`${fuse.bankZh} ${fuse.mode}`}
                {...fuse}
                label={`${locale === 'en' ? fuse.bankEn : fuse.bankZh}${fuse.mode === 'guarantor' ? ` · ${t('comp.claim.guarantor')}` : ''}`}
              />
            ))}
          </div>
        )}
      </Section>
      <Forecast pool={pool} />
    </>
  );
}

const yuan = (fen: string) => Number(BigInt(fen) / 100n);

function Sources({ pool }: { readonly pool: PoolFigures }) {
  const t = useText(compensationText);
  const locale = useLocale();
  const rows = [
    ...pool.sources.map((source) => ({
      name: schemeWords[source.payer]?.[locale] ?? source.payer,
      parts: source.parts,
      fen: source.givenFen,
    })),
    { name: t('comp.pool.interest'), parts: null, fen: pool.interestFen },
    { name: t('comp.pool.recovered'), parts: null, fen: pool.recoveredFen },
  ];
  const shown = rows.filter((row) => row.fen !== '0');
  return (
    <Section title={t('comp.pool.sources')}>
      {shown.length > 0 ? (
        <StackedBar
          title={t('comp.pool.sources')}
          description={t('comp.pool.sources-about')}
          titleHidden
          rowName={t('comp.pool.source')}
          series={shown.map((row) => row.name)}
          rows={[
            {
              label: t('comp.pool.given'),
              values: shown.map((row) => yuan(row.fen)),
              texts: shown.map((row) => showFen(row.fen, locale, 'short')),
            },
          ]}
        />
      ) : null}
      <DataTable
        caption={t('comp.pool.sources')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { key: 'source', header: t('comp.pool.source'), primary: true, cell: (r) => r.name },
          { key: 'parts', header: t('comp.pool.parts'), align: 'end', cell: (r) => r.parts ?? '—' },
          { key: 'given', header: t('comp.pool.given'), align: 'end', cell: (r) => <Money fen={r.fen} /> },
        ]}
      />
    </Section>
  );
}

function Rules({ pool }: { readonly pool: PoolFigures }) {
  const t = useText(compensationText);
  const desk = useText(poolDeskText);
  const times = t('comp.pool.times', (pool.lentTimesPpm / 1_000_000).toFixed(2));
  const most =
    pool.leverage !== null && pool.lendableFen !== null
      ? t('comp.pool.leverage-about', pool.leverage, pool.lendableFen)
      : t('comp.pool.leverage-none');
  return (
    <Card>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('comp.pool.leverage'), value: `${times} · ${most}` },
          ...(pool.leverage !== null && pool.topUpFen !== null
            ? [
                {
                  term: desk('pool.top-up'),
                  value:
                    pool.topUpFen === '0'
                      ? desk('pool.top-up-rule', pool.leverage)
                      : `${desk('pool.top-up-needed', pool.topUpFen)} ${desk('pool.top-up-rule', pool.leverage)}`,
                },
              ]
            : []),
          {
            term: t('comp.pool.year-cap'),
            value: pool.yearCapFen ? <Money fen={pool.yearCapFen} style="short" /> : '—',
          },
          {
            term: t('comp.pool.straddling'),
            value: t(
              pool.straddling === 'partial' ? 'comp.pool.straddling.partial' : 'comp.pool.straddling.wait',
            ),
          },
        ]}
      />
    </Card>
  );
}

function Forecast({ pool }: { readonly pool: PoolFigures }) {
  const t = useText(compensationText);
  const locale = useLocale();
  const points = pool.forecast.map((point) => ({
    label: showDay(point.on, locale, 'short', 'month'),
    value: yuan(point.balanceFen),
    text: showFen(point.balanceFen, locale, 'short'),
  }));
  return (
    <Section title={t('comp.pool.forecast')} lede={t('comp.pool.forecast-about')}>
      <TrendChart
        title={t('comp.pool.forecast')}
        description={t('comp.pool.forecast-about')}
        titleHidden
        points={points}
        tick={(value) => showFen(BigInt(Math.round(value)) * 100n, locale, 'short')}
      />
      <p>{pool.dryOn ? t('comp.pool.dry', showDay(pool.dryOn, locale)) : t('comp.pool.lasts')}</p>
    </Section>
  );
}
