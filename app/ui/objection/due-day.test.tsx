import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LocaleContext } from '~/ui/text.ts';
import { DueDay } from './case-table.tsx';

const shown = (now: string, locale: 'zh-CN' | 'en') =>
  renderToStaticMarkup(
    <LocaleContext.Provider value={locale}>
      <DueDay dueOn="2026-11-03" escalated={false} now={now} />
    </LocaleContext.Provider>,
  );

test.each(['zh-CN', 'en'] as const)('days are counted from midnight in the business zone (%s)', (locale) => {
  const [before, after, noon] = ['2026-11-02T15:59:00Z', '2026-11-02T16:01:00Z', '2026-11-03T04:00:00Z'];
  expect(shown(after, locale)).toBe(shown(noon, locale));
  expect(shown(before, locale)).not.toBe(shown(noon, locale));
});
