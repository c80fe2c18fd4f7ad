import { expect, test } from 'vitest';
import { renderInRouter } from '#tests/parts/render.tsx';
import { locales } from '~/text/define.ts';
import { BacktestPage, type BacktestPageProps } from '~/ui/monitoring/backtest-page.tsx';
import { LocaleContext } from '~/ui/text.ts';

const ordered: BacktestPageProps = {
  ...{
    id: 'b',
    code: 'tax-fall',
    version: 2,
    draftId: 'd',
    isOn: true,
    from: '2025-11-27',
    to: '2026-11-27',
  },
  ...{ graceMonths: 3, state: 'ordered', failure: null, failedAt: null, isLate: false, canOrder: true },
  ...{ done: 0, total: 0, orderedBy: '陈', orderedAt: '2026-11-27T02:00:00.000Z', result: null },
  ...{ loans: [], change: null, page: 0, more: false },
};
const again = 'href="/operator/signal-drafts/d"';

test.each(locales)(
  'a back-test says what it waits for and when it may be ordered anew, in %s',
  async (locale) => {
    const linksIn = async (change: Partial<BacktestPageProps>) => {
      const page = <BacktestPage {...ordered} {...change} />;
      const markup = await renderInRouter(
        <LocaleContext.Provider value={locale}>{page}</LocaleContext.Provider>,
      );
      expect(markup).toContain('role="');
      return markup.split(again).length - 1;
    };
    const inTrail = await linksIn({});
    expect(await linksIn({ isLate: true })).toBe(inTrail + 1);
    expect(await linksIn({ isLate: true, canOrder: false })).toBe(inTrail);
    const lost = { state: 'failed', failure: 'lost', failedAt: '2026-11-27T02:00:00.000Z' } as const;
    expect(await linksIn(lost)).toBe(inTrail + 1);
    expect(await linksIn({ ...lost, canOrder: false })).toBe(inTrail);
  },
);
