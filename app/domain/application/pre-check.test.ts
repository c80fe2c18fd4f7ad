import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import policies from '#prisma/seed/policy/pre-check.json' with { type: 'json' };
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import {
  ageOn,
  findingsFor,
  type PreCheckFacts,
  type PreCheckRule,
  preCheck,
  stopping,
  unconfirmed,
} from './pre-check.ts';

const [bankA, bankB] = ['a', 'b'] as InstitutionId[] as [InstitutionId, InstitutionId];
const rules: PreCheckRule[] = [
  { check: 'in-business', effect: 'stop' },
  { check: 'founding-day', effect: 'stop', earliest: day('1949-10-01') },
  { check: 'person-age', effect: 'stop', leastYears: 18, mostYears: 100 },
  { check: 'owner-shares', effect: 'stop', mostPpm: 1_000_000 },
  { check: 'owners-named', effect: 'confirm', sharePpm: 200_000 },
  { check: 'twin-firm', effect: 'confirm' },
  { check: 'same-bank', effect: 'confirm' },
];
const clean: PreCheckFacts = {
  today: day('2026-11-27'),
  inBusiness: true,
  isSoleTrader: false,
  asksForPeople: false,
  establishedOn: day('2019-04-01'),
  owners: [{ name: '马某', sharePpm: 800_000, isFirm: false }],
  people: [{ relation: 'owner', name: '马某', bornOn: day('1980-02-29') }],
  twins: 0,
  applications: [
    { institutionId: bankA, product: '甲' },
    { institutionId: bankB, product: '乙' },
  ],
};
const found = (more: Partial<PreCheckFacts>) =>
  preCheck(rules, { ...clean, ...more }).map(({ check }) => check);
const owner = (sharePpm: number | null, name = '王某', isFirm = false) => ({ name, sharePpm, isFirm });
const person = (bornOn: Day | null) => ({ relation: 'owner', name: '马某', bornOn });

describe('before an application is forwarded', () => {
  it.each<[string, Partial<PreCheckFacts>, string[]]>([
    ['a firm in order', {}, []],
    ['out of business', { inBusiness: false }, ['in-business']],
    ['founded tomorrow', { establishedOn: day('2026-11-28') }, ['founding-day']],
    ['founded today', { establishedOn: day('2026-11-27') }, []],
    ['founded before there was a register', { establishedOn: day('1949-09-30') }, ['founding-day']],
    ['no day of founding known', { establishedOn: null }, []],
    ['an owner of seventeen', { people: [person(day('2008-11-28'))] }, ['person-age']],
    ['an owner who is eighteen today', { people: [person(day('2008-11-27'))] }, []],
    ['an owner of a hundred', { people: [person(day('1925-11-28'))] }, []],
    ['an owner of a hundred and one', { people: [person(day('1925-11-27'))] }, ['person-age']],
    ['born after today', { people: [person(day('2027-01-01'))] }, ['person-age']],
    ['not signed yet', { people: [person(null)] }, []],
    [
      'shares of more than the whole',
      { owners: [owner(600_000, '马某'), owner(400_001)] },
      ['owner-shares', 'owners-named'],
    ],
    ['an owner of a fifth not named', { owners: [owner(200_000)] }, ['owners-named']],
    ['an owner of just less', { owners: [owner(199_999)] }, []],
    ['an owner that is a firm', { owners: [owner(900_000, '某公司', true)] }, []],
    ['a share that the register does not state', { owners: [owner(null)] }, []],
    ['a sole trader has no other owners', { isSoleTrader: true, owners: [owner(900_000)] }, []],
    ['another firm of the name', { twins: 2 }, ['twin-firm']],
    [
      'two applications at one bank',
      { applications: [...clean.applications, { institutionId: bankA, product: '丙' }] },
      ['same-bank'],
    ],
  ])('%s', (_, more, expected) => {
    expect(found(more)).toEqual(expected);
  });

  it('tells a bank nothing that concerns another', () => {
    const findings = preCheck(rules, {
      ...clean,
      twins: 1,
      applications: [...clean.applications, { institutionId: bankA, product: '丙' }],
    });
    expect(findingsFor(findings, bankB).map(({ check }) => check)).toEqual(['twin-firm']);
    expect(findingsFor(findings, bankA).map(({ check }) => check)).toEqual(['twin-firm', 'same-bank']);
    expect(findings.at(-1)?.facts).toEqual({ applications: 2, products: '甲、丙' });
  });

  it('takes no confirmation for what stops it', () => {
    const findings = preCheck(rules, { ...clean, inBusiness: false, twins: 1 });
    expect(stopping(findings).map(({ check }) => check)).toEqual(['in-business']);
    expect(unconfirmed(findings, ['in-business']).map(({ check }) => check)).toEqual(['twin-firm']);
    expect(unconfirmed(findings, ['twin-firm'])).toEqual([]);
  });

  it('asks only what the data say', () => {
    expect(preCheck([], { ...clean, inBusiness: false, twins: 3 })).toEqual([]);
  });
});

it('counts whole years: one more on each birthday and never in between', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1920-01-01'), n));
  fc.assert(
    fc.property(days, days, (bornOn, today) => {
      const step = ageOn(bornOn, addDays(today, 1)) - ageOn(bornOn, today);
      const isLeap = bornOn.endsWith('-02-29');
      const next = addDays(today, 1).slice(5);
      const turns = isLeap
        ? next === '02-29' || (next === '03-01' && !today.endsWith('-02-29'))
        : next === bornOn.slice(5);
      expect(step).toBe(turns ? 1 : 0);
    }),
  );
});

it('stops a natural person who asks for people only where its rule says so; a company is stopped, whatever it asks', () => {
  const effects = (rule: Partial<PreCheckRule>, more: Partial<PreCheckFacts>) =>
    preCheck([{ check: 'in-business', effect: 'stop', ...rule } as PreCheckRule], {
      ...clean,
      inBusiness: false,
      ...more,
    }).map(({ effect }) => effect);
  const asking = { isSoleTrader: true, asksForPeople: true };
  expect(effects({}, asking)).toEqual(['confirm']);
  expect(effects({ onHumanReview: 'confirm' }, asking)).toEqual(['confirm']);
  expect(effects({ onHumanReview: 'stop' }, asking)).toEqual(['stop']);
  expect(effects({ effect: 'confirm', onHumanReview: 'stop' }, asking)).toEqual(['confirm']);
  expect(effects({}, { ...asking, asksForPeople: false })).toEqual(['stop']);
  expect(effects({}, { ...asking, isSoleTrader: false })).toEqual(['stop']);
});

it('by the policy in force legal status and age stop whoever asks for people, figures of the register do not', () => {
  const versions = policies as unknown as { readonly body: { readonly rules: PreCheckRule[] } }[];
  const shipped = versions.at(-1)?.body.rules ?? [];
  const wrong = {
    ...{ inBusiness: false, establishedOn: day('1900-01-01'), isSoleTrader: true, asksForPeople: true },
    owners: [{ name: '马某', sharePpm: 1_200_000, isFirm: false }],
    people: [{ relation: 'owner', name: '马某', bornOn: day('2015-01-01') }],
  };
  expect(preCheck(shipped, { ...clean, ...wrong }).map(({ check, effect }) => [check, effect])).toEqual([
    ['in-business', 'stop'],
    ['founding-day', 'confirm'],
    ['person-age', 'stop'],
    ['owner-shares', 'confirm'],
  ]);
});
