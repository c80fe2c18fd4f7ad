import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { readBands } from '~/domain/catalogue/bands.ts';
import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { fen, yuan } from '~/domain/kernel/money.ts';
import { maskName, readIdNumber } from './id-number.ts';
import {
  checkPersonUse,
  checkShare,
  identityCommitment,
  type PersonConsent,
  type PersonConsentId,
  type PersonId,
} from './person.ts';
import {
  type Asked,
  answerTo,
  checkProbing,
  type PersonRecord,
  questionOn,
  questionText,
} from './question.ts';
import { type Spell, staffFigures } from './staff.ts';

describe('an identity number', () => {
  test('the example of GB 11643 and invented ones are read, whatever their spaces and case', () => {
    expect(readIdNumber('11010519491231002x')).toBe('11010519491231002X');
    expect(readIdNumber(' 440524 1880 0101 0014 ')).toBe('440524188001010014');
    expect(readIdNumber(idNumberOf(7))).toBe(idNumberOf(7));
  });

  test('any single wrong digit, an impossible day and anything else are not', () => {
    const good = idNumberOf(42, '19920229');
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(good[at]) + by) % 10;
        expect(readIdNumber(good.slice(0, at) + digit + good.slice(at + 1))).toBeNull();
      }),
    );
    expect(readIdNumber(idNumberOf(1, '19930229'))).toBeNull();
    for (const text of ['', '123', 'abc', '１１０１０５']) expect(readIdNumber(text)).toBeNull();
  });

  test('a name shows its first character', () => {
    expect([maskName('林晓禾'), maskName('周工'), maskName('欧阳修文武')]).toEqual(['林**', '周*', '欧**']);
  });
});

describe('who is asked', () => {
  test.each([
    ['owner', null, 'privacy.share-missing'],
    ['owner', 249_999, 'privacy.share-small'],
    ['owner', 250_000, null],
    ['spouse', null, null],
  ] as const)('%s with %s', (relation, share, code) => {
    const checked = checkShare(relation, share, 250_000);
    expect(checked.ok ? null : checked.refusal.code).toBe(code);
  });

  test('the commitment hides the identity and still fits only it', () => {
    const identity = { name: '林晓禾', idNumber: idNumberOf(1), nonce: 'n' };
    expect(identityCommitment(identity)).not.toContain('林');
    expect(identityCommitment({ ...identity, nonce: 'm' })).not.toBe(identityCommitment(identity));
  });
});

describe('a person’s consent', () => {
  const bank = 'bank' as InstitutionId;
  const at = new Date('2026-11-23T02:00:00Z');
  const consent: PersonConsent = {
    ...{ id: 'c' as PersonConsentId, personId: 'p' as PersonId, enterpriseId: 'e' as EnterpriseId },
    ...{ institutionId: bank, purpose: 'pre-loan', items: ['provident.person-account'] },
    ...{ validFrom: new Date('2026-11-01'), validTo: new Date('2027-01-01') },
    ...{ grantedAt: new Date('2026-11-01'), revokedAt: null },
  };
  const use = { institutionId: bank, purpose: 'pre-loan' as const, item: 'provident.person-account', at };
  test.each([
    ['in force', [consent], {}, null],
    ['nobody signed', [], {}, 'privacy.person-none'],
    ['another bank', [consent], { institutionId: 'x' as InstitutionId }, 'privacy.person-none'],
    ['another purpose', [consent], { purpose: 'post-loan' as const }, 'privacy.person-none'],
    ['another item', [consent], { item: 'provident.housing-loan' }, 'privacy.person-items'],
    ['withdrawn at this moment', [{ ...consent, revokedAt: at }], {}, 'privacy.person-withdrawn'],
    ['ended at this moment', [{ ...consent, validTo: at }], {}, 'privacy.person-expired'],
    [
      'withdrawn after a wider one that would still run',
      [consent, { ...consent, grantedAt: new Date('2026-11-05'), revokedAt: at }],
      {},
      'privacy.person-withdrawn',
    ],
  ] as const)('%s', (_, consents, over, code) => {
    const verdict = checkPersonUse(consents, { ...use, ...over });
    expect(verdict.ok ? null : verdict.refusal.code).toBe(code);
  });
});

describe('yes or no', () => {
  const record = (amount: bigint | null, to: string | null = null): PersonRecord => ({
    ...{ from: '2026-01-01', to, amountFen: amount?.toString() ?? null, category: null },
  });
  test('a threshold is compared to the fen', () => {
    const atLeast = (n: number) => answerTo([record(1_000_000n)], { kind: 'at-least', amount: yuan(n) });
    expect([atLeast(9_999), atLeast(10_000), atLeast(10_001)]).toEqual(['yes', 'yes', 'no']);
  });
  test('a closed record answers whether there was one, not whether there is', () => {
    const closed = [record(1n, '2026-02-01')];
    expect([answerTo(closed, { kind: 'any' }), answerTo(closed, { kind: 'open' })]).toEqual(['yes', 'no']);
    expect(answerTo([], { kind: 'any' })).toBe('no');
  });
  const bands = { of: 'amount', edges: ['100', '500', '2000'] } as const;
  test('a band is told by the largest amount, edges to the fen, and no amount is no', () => {
    const inBand = (...amounts: (bigint | null)[]) =>
      answerTo(
        amounts.map((amount) => record(amount)),
        { kind: 'band', bands },
      );
    expect([99n, 100n, 499n, 500n, 2000n].map((amount) => inBand(amount, 1n))).toEqual(
      [0, 1, 1, 2, 3].map((band) => ({ band })),
    );
    expect([inBand(), inBand(null), inBand(null, 3n)]).toEqual(['no', 'no', { band: 0 }]);
  });
  test('a question in bands takes them from the item, and an item without bands answers none', () => {
    expect(questionOn({ code: 'x', bands }, { kind: 'band' })).toMatchObject({
      value: { kind: 'band', bands },
    });
    expect(questionOn({ code: 'x', bands: null }, { kind: 'band' })).toMatchObject({
      refusal: { code: 'privacy.no-bands', item: 'x' },
    });
    expect(readBands(questionText({ kind: 'band', bands }))).toEqual(bands);
  });

  const limits = { perSubjectAndDay: 10, perItemAndMonth: 6, narrowingPerItemAndMonth: 1 };
  test('a search for the figure by halving ends before it gets there', () => {
    const asked: Asked[] = [];
    let answers = 0;
    for (let step = 0; step < 40; step += 1) {
      const at = new Date(Date.UTC(2026, 10, 1) + step * 3_600_000);
      const next = { item: 'provident.housing-loan', question: 'any' };
      if (checkProbing(asked, next, at, limits).ok) answers += 1;
      asked.push({ ...next, at });
    }
    expect(answers).toBe(6);
  });
  test('an amount between two others is asked once, not twice; up and down a scale narrows nothing', () => {
    const at = new Date('2026-11-23T10:00:00Z');
    const play = (...amounts: number[]) => {
      const asked: Asked[] = [];
      return amounts.map((amount, i) => {
        const next = { item: 'x', question: questionText({ kind: 'at-least', amount: fen(amount) }) };
        const result = checkProbing(asked, next, new Date(at.getTime() + i), limits);
        asked.push({ ...next, at: new Date(at.getTime() + i) });
        return result.ok ? 'ok' : result.refusal.code;
      });
    };
    expect(play(0, 1000, 500, 250)).toEqual(['ok', 'ok', 'ok', 'privacy.probing-narrowing']);
    expect(play(1, 2, 3, 4, 5)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    expect(play(5, 4, 3, 2, 2)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    expect(play(0, 1000, 500, 2000, 500)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });

  test('by halving, however it is played, the figure stays within half of the first bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (figure) => {
        const asked: Asked[] = [];
        let [low, high] = [0, 1_000_000];
        for (const [i, amount] of [low, high].entries())
          asked.push({ item: 'x', question: `at-least ${amount}`, at: new Date(i) });
        for (let step = 0; step < 20; step += 1) {
          const middle = Math.floor((low + high) / 2);
          const next = { item: 'x', question: `at-least ${middle}` };
          const at = new Date(10 + step);
          if (checkProbing(asked, next, at, { ...limits, perItemAndMonth: 99, perSubjectAndDay: 99 }).ok)
            [low, high] = figure >= middle ? [middle, high] : [low, middle];
          asked.push({ ...next, at });
        }
        expect(high - low).toBe(500_000);
      }),
      { numRuns: 50 },
    );
  });

  test('a band tells no more together with amounts than half of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.array(fc.integer({ min: 1, max: 999_999 }), { maxLength: 30 }),
        fc.nat(30),
        (figure, amounts, when) => {
          const edges = ['250000', '500000', '750000'];
          const text = questionText({ kind: 'band', bands: { of: 'amount', edges } });
          const asked: Asked[] = [];
          let inside = 0;
          const band = Math.floor(figure / 250_000);
          const questions = amounts.map((amount) => `at-least ${amount}`);
          for (const [i, question] of questions.toSpliced(when, 0, text).entries()) {
            const next = { item: 'x', question, at: new Date(i) };
            const free = { ...limits, perItemAndMonth: 99, perSubjectAndDay: 99 };
            const answered = checkProbing(asked, next, next.at, free).ok;
            if (question === text) expect(answered).toBe(true);
            const amount = Number(question.split(' ')[1]);
            const isInside = question !== text && Math.floor(amount / 250_000) === band;
            const isNew = !asked.some((one) => one.question === question);
            const between = band > 0 && band < 3 && isInside && isNew;
            if (asked.some((one) => one.question === text) && between && answered) inside += 1;
            asked.push(next);
          }
          expect(inside).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('the day’s budget counts all items of one person and comes back the next day', () => {
    const at = new Date('2026-11-23T10:00:00Z');
    const another = { item: 'another', question: 'any' };
    const ten = Array.from({ length: 10 }, (_, i) => ({
      item: `item-${i}`,
      question: 'any',
      at: new Date(at.getTime() - i * 60_000),
    }));
    expect(checkProbing(ten, another, at, limits)).toMatchObject({
      refusal: { code: 'privacy.probing-day' },
    });
    expect(checkProbing(ten, another, new Date(at.getTime() + 86_400_000), limits).ok).toBe(true);
  });
});

describe('staff', () => {
  const on = day('2026-11-23');
  const spell = (person: number, from: string, to: string | null = null): Spell => ({
    ...{ person: String(person), from: day(from), to: to === null ? null : day(to) },
  });
  const present = (n: number) => Array.from({ length: n }, (_, i) => spell(i, `202${i % 5}-01-01`));
  const left = (n: number) => Array.from({ length: n }, (_, i) => spell(100 + i, '2024-01-01', '2026-06-30'));

  test('figures stand for five people or more, or for nobody', () => {
    expect(staffFigures([...present(12), ...left(5)], on, 5)).toMatchObject({ current: 12, leavers: 5 });
    expect(staffFigures([...present(12), ...left(4)], on, 5)).toMatchObject({
      current: 12,
      leavers: 'too-few',
    });
    expect(staffFigures(present(4), on, 5)).toMatchObject({
      ...{ current: 'too-few', medianMonths: 'too-few', leavers: 0 },
    });
  });

  test('who came back has not left, and who left long ago is not counted', () => {
    const back = [spell(1, '2020-01-01', '2026-05-31'), spell(1, '2026-07-01')];
    const longAgo = [spell(2, '2010-01-01', '2020-01-01')];
    expect(staffFigures([...back, ...longAgo, ...present(0)], on, 1)).toMatchObject({
      current: 1,
      leavers: 0,
    });
  });

  test('no figure on one to four people ever leaves', () => {
    const people = fc.array(
      fc.record({ n: fc.nat(8), back: fc.nat(60), months: fc.nat(40), open: fc.boolean() }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(people, (list) => {
        const spells = list.map(({ n, back, months, open }) => {
          const from = addMonths(on, -back);
          return { person: String(n), from, to: open ? null : addDays(addMonths(from, months), 1) };
        });
        const figures = staffFigures(spells, on, 5);
        for (const figure of [figures.current, figures.leavers])
          expect(figure === 'too-few' || figure === 0 || figure >= 5).toBe(true);
        if (figures.current === 'too-few' || figures.current === 0)
          expect(figures.medianMonths).toBe('too-few');
      }),
    );
  });
});
