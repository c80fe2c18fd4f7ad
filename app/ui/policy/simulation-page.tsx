import { refusals } from '~/text/all-refusals.ts';
import { simulationText } from '~/text/policy-simulation.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { showCount } from '~/ui/format.ts';
import { LookAgain } from '~/ui/look-again.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { SimulationBadge, type SimulationState } from '~/ui/policy/simulation-badge.tsx';
import { type ResultShown, SimulationResults } from '~/ui/policy/simulation-results.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type SimulationPageProps = {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly version: number;
  readonly draftId: string | null;
  readonly baseline: number | null;
  readonly source: 'platform' | 'file';
  readonly fileName: string | null;
  readonly from: string;
  readonly to: string;
  readonly poolFen: string | null;
  readonly state: SimulationState;
  readonly done: number;
  readonly total: number;
  readonly orderedBy: string;
  readonly orderedAt: string;
  readonly problem: { readonly code: string } | null;
  readonly result: ResultShown | null;
  readonly banks: Readonly<Record<string, { readonly nameZh: string; readonly nameEn: string }>>;
  readonly regions: Readonly<Record<string, string>>;
};

/** One simulation: its progress while it runs, its result when it is done. */
export function SimulationPage(props: SimulationPageProps) {
  const t = useText(simulationText);
  const name = useLocale() === 'en' ? props.nameEn : props.nameZh;
  const { state, baseline, version, draftId } = props;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('simulation.title'), to: '/operator/simulations' }, { label: name }]}
        title={t('simulation.page-title', name, version, draftId !== null)}
        lede={baseline === null ? t('simulation.alone') : t('simulation.against', baseline)}
        badge={<SimulationBadge state={state} />}
      />
      <About {...props} />
      <State {...props} />
      <LookAgain waiting={state === 'ordered' || state === 'running'} seen={`${state} ${props.done}`} />
      {props.result ? (
        <SimulationResults result={props.result} banks={props.banks} regions={props.regions} />
      ) : null}
    </div>
  );
}

function About({ source, fileName, from, to, poolFen, orderedBy, orderedAt }: SimulationPageProps) {
  const t = useText(simulationText);
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('simulation.loans-of'), value: fileName ?? t(`simulation.source.${source}`) },
        ...(source === 'platform'
          ? [
              {
                term: t('simulation.period'),
                value: (
                  <>
                    <DayText day={from} /> – <DayText day={to} />
                  </>
                ),
              },
            ]
          : []),
        ...(poolFen === null ? [] : [{ term: t('simulation.pool'), value: <Money fen={poolFen} /> }]),
        { term: t('simulation.ordered-by'), value: orderedBy, note: <InstantText at={orderedAt} /> },
      ]}
    />
  );
}

function State({ state, done, total, problem, result }: SimulationPageProps) {
  const t = useText(simulationText);
  const locale = useLocale();
  if (state === 'ordered') return <Notice tone="info" live title={t('simulation.waiting')} />;
  if (state === 'running')
    return <ProgressBar label={t('simulation.progress')} value={done} max={Math.max(1, total)} />;
  if (state === 'failed')
    return (
      <Notice tone="bad" title={t('simulation.failed')}>
        {problem ? wordRefusal(refusals, problem, locale) : null}
      </Notice>
    );
  if (!result || result.rejectedRows === 0) return null;
  return (
    <Notice tone="warn" title={t('simulation.rejected', showCount(result.rejectedRows, locale))}>
      <ul className="list-disc pl-5">
        {result.rejected.map(({ line, column }) => (
          <li key={line}>{t('simulation.rejected-line', line, column)}</li>
        ))}
      </ul>
    </Notice>
  );
}
