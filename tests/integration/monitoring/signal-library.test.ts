import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { institutionId } from '#prisma/seed/institutions.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { writeSignal } from '~/domain/monitoring/library/editor.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { compareSignals } from '~/server/monitoring/library/compare-signals.ts';
import { changeSignalDraft, startSignalDraft } from '~/server/monitoring/library/draft-signal.ts';
import { signalForm } from '~/server/monitoring/library/forms.ts';
import { listSignals } from '~/server/monitoring/library/list-signals.ts';
import {
  type BacktestOrder,
  backtestNow,
  orderBacktest,
} from '~/server/monitoring/library/order-backtest.ts';
import { publishSignal } from '~/server/monitoring/library/publish-signal.ts';
import { runBacktest } from '~/server/monitoring/library/run-backtest.ts';
import { showBacktest } from '~/server/monitoring/library/show-backtest.ts';
import { showSignal } from '~/server/monitoring/library/show-signal.ts';
import { showSignalDraft } from '~/server/monitoring/library/show-signal-draft.ts';
import { findTested } from '~/server/monitoring/store-backtest.ts';
import { lookClosely, nextOfDay, screened, signalsToday } from '~/server/monitoring/watch-loans.ts';
import { changeDraft } from '~/server/policy/change-draft.ts';
import { discardDraft } from '~/server/policy/discard-draft.ts';
import { publishDraft } from '~/server/policy/publish-draft.ts';

const urls = freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = day('2026-11-23');
const code = 'tax-arrears';
const year: BacktestOrder = { from: addDays(today, -90), to: today, graceMonths: 3 };
let maker: Person;
let checker: Person;
let parties: Parties;

/** A watched firm that has owed tax for four months, as its lender has known for twenty days. */
beforeAll(async () => {
  await onDay(addDays(today, -60), async () => {
    maker = await makePerson('risk-operator');
    checker = await makePerson('risk-operator');
    parties = await createParties();
    await createLoan({
      enterpriseId: parties.enterpriseId,
      institutionId: parties.bankA.id,
      disbursedOn: clock.today(),
      state: 'active',
      recordedAt: clock.now(),
    });
    insist(
      await grantConsent(parties.owner, {
        recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
        purpose: 'post-loan',
        items: ['tax.arrears'],
        detail: 'detail',
        mode: 'view',
        fetchType: 'periodic',
        dataFrom: null,
        dataTo: null,
        validTo: latestEnd(clock.now()),
        readsPerDay: 50,
        retentionDays: 365,
        returnDirection: true,
      }),
    );
  });
  await onDay(addDays(today, -20), () =>
    withClient(urls.batchUrl, (client) =>
      client.query(
        `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, amount_fen, known_at)
         values ($1, 'tax.arrears', 1, $2, $3, $4, $5, 100000, $6)`,
        [
          ...[parties.enterpriseId, institutionId('court'), randomUUID(), randomBytes(16)],
          ...[addDays(today, -125), clock.now()],
        ],
      ),
    ),
  );
});

const asWorker = async <T>(work: () => Promise<T>): Promise<T> => {
  await useDatabase(urls.batchUrl);
  try {
    return await work();
  } finally {
    await useDatabase(urls.appUrl);
  }
};

/** The daily watch of all live loans: the sieve, the screen, the closer look. */
const watchToday = () =>
  asWorker(async () => {
    const signals = await withActor(platform, signalsToday);
    const next = await nextOfDay('00000000-0000-0000-0000-000000000000', 1_000, signals);
    const news = await screened(next?.loans ?? [], signals);
    return withActor(platform, (tx) => lookClosely(tx, platform, news, signals));
  });

/** The watches of all loans that the publishing of a draft ordered. */
const watchesOrdered = async (id: string) => {
  const rows = await withActor(platform, (tx) =>
    tx.outbox.findMany({ where: { job: 'monitoring.watch-day', key: { contains: id } } }),
  );
  return rows.map((row) => row.payload);
};

/** The tax office says that nothing is owed any more. */
const payTaxes = () =>
  withClient(urls.batchUrl, (client) =>
    client.query(
      `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, amount_fen, ended_on, known_at,
                         op, supersedes)
       select enterprise_id, item, item_version, provider_id, $2, source_key, occurred_on, amount_fen, $3, $4, 'correct', id
       from current_fact where enterprise_id = $1 and item = 'tax.arrears'`,
      [parties.enterpriseId, randomUUID(), clock.today(), clock.now()],
    ),
  );

const alerts = async () => {
  const rows = await withActor(platform, (tx) =>
    tx.alert.findMany({ where: { signalCode: code }, orderBy: { raisedAt: 'asc' } }),
  );
  return rows.map((row) => [row.signalCode, row.signalVersion, row.severity, row.state]);
};

const refusalOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? null;

/** The form as its maker would send it back, with some fields written anew. */
async function formOf(id: string, change: Record<string, string> = {}) {
  const { signal } = insist(await showSignalDraft(maker, id));
  return signalForm.parse({
    ...writeSignal(signal.body, signal.examples),
    'body/rule/kind': signal.body.rule?.kind ?? '',
    note: '收紧阈值。',
    legalBasis: signal.legalBasis,
    legalBasisEn: signal.legalBasisEn,
    validFrom: signal.validFrom,
    unverified: signal.unverified.join('\n'),
    ...change,
  });
}

/** Examples that hold once red begins at three months: the one of six months stays, none lies between. */
const tighter = { 'body/rule/ladder/2/months': '4' };

const backtest = async (id: string, order = year) => {
  const test = insist(await orderBacktest(maker, id, order));
  await asWorker(() => runBacktest(platform, test));
  return test;
};

test('a tightened threshold is drafted, tried on history, published by a second person, and raises on the next watch', () =>
  onDay(today, async () => {
    await watchToday();
    expect(await alerts()).toEqual([[code, 1, 'orange', 'open']]);

    const id = insist(await startSignalDraft(maker, code, 1));
    expect(refusalOf(await startSignalDraft(checker, code, 1))).toBe('policy.draft-open');
    expect(refusalOf(await changeSignalDraft(checker, id, await formOf(id)))).toBe('policy.not-the-maker');
    insist(await changeSignalDraft(maker, id, await formOf(id, tighter)));
    expect(refusalOf(await publishSignal(maker, id))).toBe('policy.own-draft');
    expect(refusalOf(await publishSignal(checker, id))).toBe('monitoring.backtest-missing');

    await backtest(id, { ...year, from: addDays(today, -7) });
    expect(refusalOf(await publishSignal(checker, id))).toBe('monitoring.backtest-missing');
    const tested = await backtest(id);
    const page = insist(await showBacktest(checker, tested, { page: 0 }));
    expect(page.result).toMatchObject({
      ...{ baseline: 1, loans: 1, changes: { new: 0, gone: 0, both: 1 } },
      after: { alerts: 2, firms: 1 },
      before: { alerts: 1, firms: 1 },
    });
    expect(page.loans.map(({ change, before, after }) => [change, before, after])).toEqual([
      ['both', 'orange', 'red'],
    ]);
    expect(insist(await showSignalDraft(maker, id))).toMatchObject({ isTested: true, hasHistory: true });
    const gate = { leastDays: 28, recentMonths: 3 };
    const testedOn = (on: Day) => withActor(platform, (tx) => findTested(tx, code, gate, on));
    const later = addDays(addMonths(today, gate.recentMonths), 1);
    expect([(await testedOn(today)).length, (await testedOn(later)).length]).toEqual([1, 0]);

    // another word of it is another content
    insist(await changeSignalDraft(maker, id, await formOf(id, { 'body/deadlineWorkingDays/red': '1' })));
    expect(insist(await showSignalDraft(maker, id)).isTested).toBe(false);
    expect(refusalOf(await publishSignal(checker, id))).toBe('monitoring.backtest-missing');
    insist(await changeSignalDraft(maker, id, await formOf(id, { 'body/deadlineWorkingDays/red': '2' })));
    expect(insist(await publishSignal(checker, id))).toEqual({ code, version: 2 });
    expect(await watchesOrdered(id)).toEqual([{ day: today, ref: id }]);
    expect(refusalOf(await orderBacktest(maker, id, year))).toBe('policy.decided-already');

    await watchToday();
    expect(await alerts()).toEqual([
      [code, 1, 'orange', 'closed'], // taken over by the graver one, and still of the version that raised it
      [code, 2, 'red', 'open'],
    ]);
    await watchToday();
    expect((await alerts()).length).toBe(2);

    const shown = insist(await showSignal(maker, code, { page: 0, alerts: true }));
    expect(shown.versions.map((v) => [v.version, v.draftedBy, v.publishedBy])).toEqual([
      [2, maker.name, checker.name],
      [1, null, null],
    ]);
    expect(insist(await compareSignals(maker, code, {})).differences).toContainEqual({
      ...{ path: 'body.rule.ladder.2.months', before: '6', after: '4' },
    });
  }));

test('arrears are seen as they grew: yellow on the first day, orange a month later', () =>
  onDay(today, async () => {
    const order = { ...year, from: addDays(today, -70) };
    const tested = insist(await asWorker(() => backtestNow({ code: 'loan-overdue', draftId: null }, order)));
    const { result, loans } = insist(await showBacktest(checker, tested, { page: 0 }));
    expect(result).toMatchObject({ baseline: null, after: { alerts: 2, firms: 1 } });
    // drawn sixty days ago: the first instalment fell due a month later
    expect(loans.map(({ first_on, after }) => [first_on, after])).toEqual([
      [addDays(addMonths(addDays(today, -60), 1), 1), 'orange'],
    ]);
  }));

test('a version of a later day waits for it', () =>
  onDay(today, async () => {
    const id = insist(await startSignalDraft(maker, 'social-arrears', 1));
    const later = { validFrom: addDays(today, 10), 'body/deadlineWorkingDays/yellow': '9' };
    insist(await changeSignalDraft(maker, id, await formOf(id, later)));
    await backtest(id);
    insist(await publishSignal(checker, id));
    expect(await watchesOrdered(id)).toEqual([]);
    const versionOn = (on: number) =>
      onDay(addDays(today, on), async () => {
        const signals = await withActor(platform, signalsToday);
        return signals.find((signal) => signal.code === 'social-arrears')?.version;
      });
    expect([await versionOn(9), await versionOn(10)]).toEqual([1, 2]);
  }));

test('one that is switched off says why, leaves its cases until their cause is gone, and can be switched on again', () =>
  onDay(addDays(today, 1), async () => {
    const id = insist(await startSignalDraft(maker, code, 2));
    insist(
      await changeSignalDraft(
        maker,
        id,
        await formOf(id, { 'body/active': '', 'body/because': 'too-often-wrong' }),
      ),
    );
    await backtest(id);
    insist(await publishSignal(checker, id));
    await watchToday();
    expect((await alerts()).at(-1)).toEqual([code, 2, 'red', 'open']);
    await payTaxes();
    await watchToday();
    expect((await alerts()).at(-1)).toEqual([code, 2, 'red', 'closed']);
    const { rows } = await listSignals(maker, { active: 'no' });
    expect(rows.find((row) => row.code === code)?.body).toMatchObject({ because: 'too-often-wrong' });
    const again = insist(await startSignalDraft(checker, code, 3));
    insist(await changeSignalDraft(checker, again, await formOf(again, { 'body/active': 'yes' })));
    expect(insist(await showSignalDraft(checker, again)).signal.body.active).toBe(true);
    insist(await discardDraft(maker, again, signalKinds));
  }));

test('a draft takes no day before today, no unknown category, no rule of another kind', () =>
  onDay(today, async () => {
    const id = insist(await startSignalDraft(maker, 'penalty-serious', 1));
    const change = async (more: Record<string, string>) =>
      refusalOf(await changeSignalDraft(maker, id, await formOf(id, more)));
    expect(await change({ validFrom: addDays(today, -1) })).toBe('monitoring.starts-in-past');
    expect(await change({ 'body/rule/categories': 'nonsense' })).toBe('monitoring.category-unknown');
    const other = { 'body/rule/ladder/1/dpd': '1', 'body/rule/ladder/2/dpd': '30' };
    expect(await change({ 'body/rule/kind': 'days-past-due', ...other })).toBe('monitoring.rule-changed');
    expect(await change({})).toBeNull();
    // a day that was fine when it was written has passed by the time of publishing
    await backtest(id);
    expect(refusalOf(await onDay(addDays(today, 1), () => publishSignal(checker, id)))).toBe(
      'monitoring.starts-in-past',
    );
  }));

test('the desk of the schemes has nothing to do with drafts of signals, nor the other way round', () =>
  onDay(today, async () => {
    const funds = await makePerson('funds-operator');
    const id = insist(await startSignalDraft(maker, 'dishonesty', 1));
    expect(refusalOf(await publishDraft(funds, id))).toBe('policy.not-found');
    expect(refusalOf(await discardDraft(funds, id))).toBe('policy.not-found');
    expect(refusalOf(await changeDraft(funds, id, {} as never))).toBe('policy.not-found');
    expect(refusalOf(await startSignalDraft(maker, 'services-subsidy', 1))).toBe('policy.not-found');
  }));
