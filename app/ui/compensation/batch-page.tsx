import { compensationText } from '~/text/compensation.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Figure, FigureRow, InstantText, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type BatchData = {
  readonly id: string;
  readonly state: string;
  readonly claims: number;
  readonly settled: number;
  readonly poolId: string;
  readonly poolZh: string;
  readonly poolEn: string;
  readonly amountFen: string;
  readonly isProposer: boolean;
  readonly at: string;
};

const states = ['proposed', 'running', 'stopped', 'done'] as const;

/** A batch of settlements: how far it is, and what can be done with it now. */
export function BatchPage({ batch }: { readonly batch: BatchData }) {
  const t = useText(compensationText);
  const locale = useLocale();
  const state = states.find((each) => each === batch.state) ?? 'proposed';
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: t('comp.pools.title'), to: '/operator/pools' },
          { label: locale === 'en' ? batch.poolEn : batch.poolZh, to: `/operator/pools/${batch.poolId}` },
        ]}
        title={t('comp.batch.title')}
        lede={<InstantText at={batch.at} />}
        badge={<Badge tone={state === 'done' ? 'good' : 'info'}>{t(`comp.batch.state.${state}`)}</Badge>}
      />
      <FigureRow>
        <Figure label={t('comp.batch.claims')} value={batch.claims} />
        <Figure label={t('comp.batch.amount')} value={<Money fen={batch.amountFen} />} />
      </FigureRow>
      <Card>
        <div className="stack">
          <ProgressBar
            label={t('comp.batch.progress')}
            value={batch.state === 'proposed' ? 0 : batch.settled}
            max={batch.claims}
            tone={state === 'done' ? 'good' : 'brand'}
          />
          <Steps state={state} isProposer={batch.isProposer} />
        </div>
      </Card>
    </div>
  );
}

function Steps({
  state,
  isProposer,
}: {
  readonly state: (typeof states)[number];
  readonly isProposer: boolean;
}) {
  const t = useText(compensationText);
  if (state === 'proposed' && isProposer) return <Notice tone="info" title={t('comp.confirm.own')} />;
  if (state === 'proposed')
    return (
      <CommandForm intent="confirm">
        <Button>{t('comp.batch.confirm')}</Button>
      </CommandForm>
    );
  if (state === 'running')
    return (
      <>
        <p className="text-ink-soft">{t('comp.batch.reload')}</p>
        <CommandForm intent="stop">
          <Button variant="secondary">{t('comp.batch.stop')}</Button>
        </CommandForm>
      </>
    );
  if (state === 'stopped')
    return (
      <CommandForm intent="resume">
        <Button>{t('comp.batch.resume')}</Button>
      </CommandForm>
    );
  return null;
}
