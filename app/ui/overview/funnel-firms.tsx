import { recordsOf } from '~/domain/overview/metric.ts';
import { deskChartText } from '~/text/desk-chart.ts';
import { metricText } from '~/text/metric.ts';
import { overviewText } from '~/text/overview.ts';
import { useViewer } from '~/ui/overview/viewer.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type Step =
  | 'registered'
  | 'consented'
  | 'scored'
  | 'needing'
  | 'applied'
  | 'offered'
  | 'disbursed'
  | 'healthy';

export type FunnelList = {
  readonly firms: readonly {
    readonly id: string;
    readonly name: string;
    readonly uscc: string | null;
    readonly region: string | null;
  }[];
  readonly page: number;
  readonly more: boolean;
};

type Props = {
  readonly steps: readonly { readonly step: Step; readonly firms: number | null }[];
  readonly step: Step | null;
  readonly list: FunnelList | null;
  readonly region: string | null;
};

function addressOf(step: Step, region: string | null, page = 0): string {
  const query = new URLSearchParams({
    step,
    ...(region && { region }),
    ...(page > 0 && { page: String(page) }),
  });
  return `/operator/funnel?${query}`;
}

/** The steps with their definitions and, for who works with firms, the firms behind each; nothing to open for a regulator. */
export function FunnelFirms({ steps, step, list, region }: Props) {
  const t = useText(overviewText);
  const words = useText(deskChartText);
  const metric = useText(metricText);
  const role = useViewer();
  return (
    <>
      <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {steps.map((one) => (
          <li key={one.step}>
            {role && recordsOf(`funnel.${one.step}`, role) ? (
              <TextLink to={addressOf(one.step, region)}>
                {t(`funnel.${one.step}`)} <span className="num">{one.firms ?? '—'}</span>
              </TextLink>
            ) : (
              t(`funnel.${one.step}`)
            )}{' '}
            <TextLink to={`/definitions#funnel.${one.step}`}>
              {metric('metric.what')}
              <span className="sr-only"> {t(`funnel.${one.step}`)}</span>
            </TextLink>
          </li>
        ))}
      </ul>
      {step && list ? (
        <Section title={words('chart.step-firms', t(`funnel.${step}`))}>
          <FirmTable list={list} step={step} region={region} />
        </Section>
      ) : null}
    </>
  );
}

function FirmTable({ list, step, region }: { list: FunnelList; step: Step; region: string | null }) {
  const t = useText(overviewText);
  const words = useText(deskChartText);
  return (
    <>
      <DataTable
        caption={words('chart.step-firms', t(`funnel.${step}`))}
        captionHidden
        rows={list.firms}
        rowKey={(firm) => firm.id}
        columns={[
          { key: 'firm', header: t('funded.firm'), primary: true, cell: (firm) => firm.name },
          {
            key: 'uscc',
            header: t('funded.csv.uscc'),
            cell: (firm) => <span className="num">{firm.uscc ?? '—'}</span>,
          },
          {
            key: 'region',
            header: t('funnel.region'),
            cell: (firm) => firm.region ?? words('chart.nowhere'),
          },
        ]}
        empty={<EmptyState title={words('chart.no-firms')} />}
      />
      <KeysetPager
        previous={list.page > 0 ? addressOf(step, region, list.page - 1) : undefined}
        next={list.more ? addressOf(step, region, list.page + 1) : undefined}
        shown={list.firms.length}
      />
    </>
  );
}
