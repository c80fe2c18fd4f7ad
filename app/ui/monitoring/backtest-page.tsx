import type { VersionFigures } from '~/domain/monitoring/library/backtest-figures.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { signalBacktestText } from '~/text/signal-backtest.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { showCount } from '~/ui/format.ts';
import { LookAgain } from '~/ui/look-again.tsx';
import { BacktestFigures } from '~/ui/monitoring/backtest-figures.tsx';
import { BacktestLoans, type TestedLoan } from '~/ui/monitoring/backtest-loans.tsx';
import { toneOf } from '~/ui/monitoring/backtest-order.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { PrintButton } from '~/ui/parts/print-button.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type BacktestResultShown = {
  readonly after: VersionFigures;
  readonly before: VersionFigures | null;
  readonly baseline: number | null;
  readonly loans: number;
  readonly seconds: number;
  readonly changes: { readonly new: number; readonly gone: number; readonly both: number };
};

export type BacktestPageProps = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly draftId: string | null;
  readonly isOn: boolean;
  readonly from: string;
  readonly to: string;
  readonly graceMonths: number;
  readonly state: 'ordered' | 'running' | 'done' | 'failed';
  readonly failure: 'database' | 'fault' | 'lost' | null;
  readonly failedAt: string | null;
  /** Nobody began it for so long that its worker may be gone. */
  readonly isLate: boolean;
  /** Whether the draft still stands, so that a back-test of it can be ordered. */
  readonly canOrder: boolean;
  readonly done: number;
  readonly total: number;
  readonly orderedBy: string | null;
  readonly orderedAt: string;
  readonly result: BacktestResultShown | null;
  readonly loans: readonly TestedLoan[];
  readonly change: 'new' | 'gone' | 'both' | null;
  readonly page: number;
  readonly more: boolean;
};

/** One back-test: progress while it runs; then both versions side by side, month by month, and the firms that differ. */
export function BacktestPage(test: BacktestPageProps) {
  const { code, version, draftId, result, state } = test;
  const t = useText(signalBacktestText);
  const library = useText(signalLibraryText);
  const name = wordSignal(code, useLocale());
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: library('signals.title'), to: '/operator/signals' },
          { label: name, to: `/operator/signals/${code}` },
          ...(draftId ? [{ label: library('signals.draft'), to: `/operator/signal-drafts/${draftId}` }] : []),
          { label: t('backtest.title') },
        ]}
        title={t('backtest.page-title', name, version)}
        lede={result?.baseline ? t('backtest.against', result.baseline) : t('backtest.lede')}
        badge={<Badge tone={toneOf(state)}>{t(`backtest.state.${state}`)}</Badge>}
        actions={<PrintButton />}
      />
      <About {...test} />
      {state === 'ordered' ? <Waits {...test} /> : null}
      <LookAgain waiting={state === 'ordered' || state === 'running'} seen={`${state} ${test.done}`} />
      <Failed {...test} />
      {state === 'running' ? (
        <ProgressBar label={t('backtest.progress')} value={test.done} max={Math.max(1, test.total)} />
      ) : null}
      {test.isOn ? null : <Notice tone="info" title={t('backtest.signal-off')} />}
      {result ? (
        <>
          <BacktestFigures result={result} />
          <BacktestLoans {...test} changes={result.changes} />
        </>
      ) : null}
    </div>
  );
}

/** What an order that nobody has begun waits for. One that waits for long may be ordered again. */
function Waits({ isLate, draftId, canOrder }: BacktestPageProps) {
  const t = useText(signalBacktestText);
  return (
    <Notice tone={isLate ? 'warn' : 'info'} live title={t('backtest.waiting')}>
      <p>{t(isLate ? 'backtest.waiting-late' : 'backtest.waiting-next')}</p>
      {isLate && draftId && canOrder ? (
        <TextLink to={`/operator/signal-drafts/${draftId}`}>{t('backtest.order-again')}</TextLink>
      ) : null}
    </Notice>
  );
}

/** When and why it broke off, and where it is ordered again. */
function Failed({ state, failure, failedAt, draftId, canOrder }: BacktestPageProps) {
  const t = useText(signalBacktestText);
  if (state !== 'failed') return null;
  return (
    <Notice tone="bad" live title={t('backtest.failed')}>
      <p>
        {t(`backtest.failure.${failure ?? 'fault'}`)} {failedAt ? <InstantText at={failedAt} /> : null}
      </p>
      {draftId && canOrder ? (
        <TextLink to={`/operator/signal-drafts/${draftId}`}>{t('backtest.order-again')}</TextLink>
      ) : null}
    </Notice>
  );
}

function About({ from, to, graceMonths, orderedBy, orderedAt, result }: BacktestPageProps) {
  const t = useText(signalBacktestText);
  const locale = useLocale();
  return (
    <DefinitionList
      layout="grid"
      items={[
        {
          term: t('backtest.period'),
          value: (
            <>
              <DayText day={from} /> – <DayText day={to} />
            </>
          ),
          note: t('backtest.assumes'),
        },
        {
          term: t('backtest.grace'),
          value: t('backtest.months', graceMonths),
          note: t('backtest.grace-hint'),
        },
        { term: t('backtest.ordered-by'), value: orderedBy ?? '', note: <InstantText at={orderedAt} /> },
        ...(result
          ? [
              {
                term: t('backtest.state.done'),
                value: t('backtest.watched', showCount(result.loans, locale), String(result.seconds)),
              },
            ]
          : []),
      ]}
    />
  );
}
