import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { describe, expect, test } from 'vitest';
import { finalStates } from '~/domain/application/state.ts';
import { applicationText } from '~/text/application.ts';
import { LocaleContext } from '~/ui/text.ts';
import type { ApplicationPageProps } from './application-page.tsx';
import { Outcome } from './firm-outcome.tsx';

const offer = {
  amount: '50000000',
  termMonths: 12,
  rate: 36_500,
  dayCount: 'actual360',
  method: 'equal-instalment',
  fee: '0',
  guaranteeFee: '0',
  conditions: null,
  validUntil: '2026-10-30',
  state: 'lapsed',
} as const;

/** The firm's page of an application in a state, after steps of these kinds. */
async function shown(state: string, steps: readonly string[], hasOffer = true): Promise<string> {
  const props = {
    application: { needId: 'need-1', state },
    events: steps.map((kind) => ({ kind })),
    offer: hasOffer ? offer : null,
    reasons: [],
    mayChange: true,
    isPaused: false,
    disburseUntil: null,
    secondLookUntil: null,
  } as unknown as ApplicationPageProps;
  const element = (
    <LocaleContext.Provider value="zh-CN">
      <Outcome {...props} />
    </LocaleContext.Provider>
  );
  const routes = [{ path: '*', element }];
  const context = await createStaticHandler(routes).query(new Request('http://page.test/my'));
  if (context instanceof Response) throw new Error(`unexpected ${context.status}`);
  const router = createStaticRouter(routes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

const zh = (key: keyof typeof applicationText) => {
  const entry = applicationText[key] as { readonly 'zh-CN': unknown };
  return entry['zh-CN'] as string;
};
const ends = finalStates.filter((state) => state !== 'disbursed');

test.each(ends)(
  'an application that ended as %s leads on, to the matches and to other banks',
  async (state) => {
    for (const hasOffer of [true, false]) {
      const page = await shown(state, ['submitted'], hasOffer);
      expect(page).toContain('href="/my/needs/need-1"');
      expect(page).toContain('href="/my/needs/need-1/banks"');
      expect(page).not.toContain(zh('app.offer-lede'));
      expect(page).not.toContain('/my/offers/compare');
    }
  },
);

describe('a lapsed application says what was missed', () => {
  test.each([
    [['approved', 'lapsed'], 'app.offer-lapsed-title'],
    [['approved', 'accepted', 'lapsed'], 'app.contract-lapsed-title'],
    [['approved', 'accepted', 'contracted', 'lapsed'], 'app.money-lapsed-title'],
  ] as const)('%j', async (steps, title) => {
    const page = await shown('lapsed', steps);
    expect(page).toContain(zh(title));
    expect(page).toContain(zh('app.offer-over'));
  });
});

test('an offer that binds is shown as one, to be compared and answered', async () => {
  const page = await shown('approved', ['approved']);
  expect(page).toContain(zh('app.offer-lede'));
  expect(page).toContain('/my/offers/compare?need=need-1');
});
