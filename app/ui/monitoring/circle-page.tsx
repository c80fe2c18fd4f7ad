import { circleText } from '~/text/circle.ts';
import { showFen } from '~/ui/format.ts';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { CircleGraph, type CircleGraphProps } from './circle-graph.tsx';
import { CallTable, type CircleCall, type CircleReached, ReachedTable } from './circle-tables.tsx';

export type CirclePageProps = CircleGraphProps & {
  readonly choices: readonly { readonly key: string; readonly name: string; readonly hop: number }[];
  readonly complete: boolean;
  readonly reached: readonly CircleReached[];
  readonly calls: readonly CircleCall[];
  readonly uncovered: readonly CircleCall[];
  readonly atRiskFen: readonly string[];
  readonly side: 'bank' | 'operator';
  /** The page of the loan that the circle hangs from. */
  readonly back: { readonly label: string; readonly to: string };
  readonly base: string;
};

/** A guarantee circle: who guarantees whom, and what happens if one of its firms defaults. */
export function CirclePage(props: CirclePageProps) {
  const { side, back, base, firm, choices, complete, ties } = props;
  const t = useText(circleText);
  const borrower = choices.find(({ hop }) => hop === 0);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[back, { label: t('circle.title') }]}
        title={t('circle.title')}
        lede={t(`circle.lede.${side}`)}
      />
      {choices.length > 1 ? (
        <FilterBar values={{ if: firm.key }} clearTo={base} active={firm.key === borrower?.key ? 0 : 1}>
          <SelectField
            name="if"
            label={t('circle.if')}
            width="full"
            options={choices.map(({ key, name }) => ({ value: key, label: name }))}
          />
        </FilterBar>
      ) : null}
      {complete ? null : <Notice tone="info" title={t('circle.incomplete', choices.length)} />}
      <CircleGraph firm={firm} nodes={props.nodes} ties={ties} />
      {ties.length > 0 ? <WhatIf {...props} /> : null}
    </div>
  );
}

function WhatIf({ firm, side, reached, calls, uncovered, atRiskFen }: CirclePageProps) {
  const t = useText(circleText);
  const locale = useLocale();
  return (
    <>
      <Section title={t('circle.what', firm.name)} lede={t('circle.assumption')}>
        <BarList
          title={t('circle.at-risk-title')}
          description={t('circle.at-risk-about')}
          bars={atRiskFen.map((fen, hop) => ({
            label: t('circle.at-risk', hop),
            value: Number(BigInt(fen) / 100n),
            text: showFen(fen, locale, 'short'),
          }))}
        />
      </Section>
      <Section title={t('circle.reached')}>
        <ReachedTable rows={reached} side={side} />
      </Section>
      {calls.length > 0 ? (
        <Section title={t('circle.calls')}>
          <CallTable rows={calls} side={side} caption={t('circle.calls')} />
        </Section>
      ) : null}
      {uncovered.length > 0 ? (
        <Section title={t('circle.uncovered')} lede={t('circle.uncovered-about')}>
          <CallTable rows={uncovered} side={side} caption={t('circle.uncovered')} />
        </Section>
      ) : null}
    </>
  );
}
