import { limitCodes } from '~/domain/guarantee/limits.ts';
import { showFen, showPpm } from '~/text/format.ts';
import { guaranteeText } from '~/text/guarantee.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type LimitsPageProps = {
  readonly netAssetsFen: string | null;
  readonly outstandingFen: string;
  readonly limits: readonly {
    readonly code: string;
    readonly limitFen: string;
    readonly usedFen: string;
    readonly usedPpm: number;
  }[];
  readonly mix: { readonly feePpm: number; readonly smePpm: number; readonly smallPpm: number };
  readonly mixLeast: { readonly smeAgriMinPpm: number; readonly smallMinPpm: number };
  readonly feeAimPpm: number;
  readonly smallUpToFen: string;
  readonly largest: readonly { readonly firm: string; readonly fen: string; readonly contracts: number }[];
  readonly subsidies: readonly {
    readonly id: string;
    readonly quarter: string;
    readonly volumeFen: string;
    readonly amountFen: string;
  }[];
  readonly mayState: boolean;
  readonly today: string;
};

/** How a guarantor stands: limits, fees, its largest obligors, subsidies. */
export function LimitsPage(props: LimitsPageProps) {
  const t = useText(guaranteeText);
  const locale = useLocale();
  const { netAssetsFen, mix, mixLeast } = props;
  return (
    <div className="stack-lg">
      <PageHeader title={t('guarantee.limits')} lede={t('guarantee.limits-lede')} />
      {netAssetsFen === null ? (
        <Notice tone="warn" title={t('guarantee.assets-missing')} next={t('guarantee.assets-missing-next')} />
      ) : (
        <FigureRow>
          <Figure label={t('guarantee.net-assets')} value={<Money fen={netAssetsFen} style="short" />} />
          <Figure
            label={t('guarantee.outstanding')}
            value={<Money fen={props.outstandingFen} style="short" />}
          />
          <Figure
            label={t('guarantee.average-fee')}
            value={<Rate ppm={mix.feePpm} />}
            note={t('guarantee.below', showPpm(props.feeAimPpm, locale, 0))}
          />
          <Figure
            label={t('guarantee.sme-part')}
            value={<Rate ppm={mix.smePpm} decimals={0} />}
            note={t('guarantee.at-least', showPpm(mixLeast.smeAgriMinPpm, locale, 0))}
          />
          <Figure
            label={t('guarantee.small-part', showFen(props.smallUpToFen, locale, 'short'))}
            value={<Rate ppm={mix.smallPpm} decimals={0} />}
            note={t('guarantee.at-least', showPpm(mixLeast.smallMinPpm, locale, 0))}
          />
        </FigureRow>
      )}
      {props.limits.length > 0 ? <Gauges limits={props.limits} /> : null}
      {props.mayState ? <AssetsForm today={props.today} /> : null}
      <Largest largest={props.largest} />
      <Subsidies subsidies={props.subsidies} />
    </div>
  );
}

function Gauges({ limits }: Pick<LimitsPageProps, 'limits'>) {
  const t = useText(guaranteeText);
  const locale = useLocale();
  return (
    <Card>
      <BarList
        title={t('guarantee.limits-chart')}
        description={t('guarantee.limits-about')}
        max={1_000_000}
        bars={limits.map((limit) => ({
          label: t(`guarantee.limit.${limitCodes.find((code) => code === limit.code) ?? 'leverage'}`),
          value: Math.min(limit.usedPpm, 1_000_000),
          text: t(
            'guarantee.limit-used',
            showFen(limit.usedFen, locale, 'short'),
            showFen(limit.limitFen, locale, 'short'),
          ),
          marked: limit.usedPpm > 900_000,
        }))}
      />
    </Card>
  );
}

function AssetsForm({ today }: { today: string }) {
  const t = useText(guaranteeText);
  return (
    <Card title={t('guarantee.state-assets')}>
      <CommandForm>
        <DateField name="asOf" label={t('guarantee.assets-on')} max={today} required />
        <AmountField name="netAssets" label={t('guarantee.net-assets')} unit="yuan" required />
        <div>
          <Button>{t('guarantee.state-assets')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

function Largest({ largest }: Pick<LimitsPageProps, 'largest'>) {
  const t = useText(guaranteeText);
  return (
    <Section title={t('guarantee.largest')}>
      <DataTable
        caption={t('guarantee.largest')}
        captionHidden
        rows={largest}
        rowKey={(row) => row.firm}
        empty={<EmptyState title={t('guarantee.contracts-empty')} />}
        columns={[
          { key: 'firm', header: t('guarantee.firm'), primary: true, cell: (row) => row.firm },
          { key: 'n', header: t('guarantee.contracts'), align: 'end', cell: (row) => row.contracts },
          {
            key: 'fen',
            header: t('guarantee.liability'),
            align: 'end',
            cell: (row) => <Money fen={row.fen} />,
          },
        ]}
      />
    </Section>
  );
}

function Subsidies({ subsidies }: Pick<LimitsPageProps, 'subsidies'>) {
  const t = useText(guaranteeText);
  return (
    <Section title={t('guarantee.subsidies')}>
      <DataTable
        caption={t('guarantee.subsidies')}
        captionHidden
        rows={subsidies}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('guarantee.subsidies-empty')} />}
        columns={[
          { key: 'quarter', header: t('guarantee.quarter'), primary: true, cell: (row) => row.quarter },
          {
            key: 'volume',
            header: t('guarantee.volume'),
            align: 'end',
            cell: (row) => <Money fen={row.volumeFen} />,
          },
          {
            key: 'fen',
            header: t('guarantee.amount'),
            align: 'end',
            cell: (row) => <Money fen={row.amountFen} />,
          },
        ]}
      />
    </Section>
  );
}
