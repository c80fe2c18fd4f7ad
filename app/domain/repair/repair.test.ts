import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policies from '#prisma/seed/policy/repair.json' with { type: 'json' };
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import { classOf, kindsIn, latestOfEach, outlookOf, type RepairRegime, regimeOn } from './regime.ts';
import { mayFile, moveRepair, type RepairCore, repairMoves } from './repair.ts';

const versions = policies.map(
  ({ body, version, validFrom, validTo }) =>
    ({ ...body, version, validFrom, validTo }) as unknown as RepairRegime,
);
const regimes = latestOfEach(versions);
const penalty = (category: string | null) => ({ item: 'penalty.decision', category });

describe('both regimes', () => {
  test.each(
    policies.flatMap(({ version, examples }) => examples.map((example) => ({ version, ...example }))),
  )(
    'version $version: $category of $on opens on $earliest and ends on $latest',
    ({ version, item, category, on, earliest, latest, ...more }) => {
      const own = versions.filter((each) => each.version === version);
      const kinds = 'kinds' in more ? (more.kinds as string[]) : [];
      expect(outlookOf(own, day(on), { item, category, kinds })).toMatchObject({ earliest, latest });
    },
  );

  test.each([
    // Under the order of 2023 a minor penalty waits three months; the new rule opens on its first day.
    ['minor', '2026-02-10', '2026-04-01', 4],
    ['minor', '2025-12-01', '2026-03-01', 3],
    ['general', '2025-12-31', '2026-03-31', 3],
    ['general', '2026-01-01', '2026-04-01', 4],
    ['serious', '2025-03-31', '2026-03-31', 3],
    ['serious', '2025-04-01', '2026-04-01', 4],
  ])('a %s penalty of %s opens on %s under version %i', (category, on, earliest, version) => {
    expect(outlookOf(regimes, day(on), penalty(category))).toMatchObject({ earliest, version });
  });

  test('lists are repaired since the new rule; arrears end by payment and are never repaired', () => {
    expect(
      outlookOf(regimes, day('2025-01-01'), { item: 'list.serious-dishonesty', category: null }),
    ).toMatchObject({
      version: 4,
      earliest: '2026-04-01',
    });
    expect(outlookOf(regimes, day('2026-01-01'), { item: 'tax.arrears', category: null })).toBeNull();
    expect(classOf(regimes[1] as RepairRegime, penalty('unknown'))).toBe('general');
  });

  // domain.md §2.3, line by line: publication, earliest repair, latest automatic end, the regime before and the turn.
  test.each([
    ['minor', [], '2026-05-10', '2026-05-10', '2026-08-10'],
    ['general', [], '2026-05-10', '2026-08-10', '2027-05-10'],
    ['serious', [], '2026-05-10', '2027-05-10', '2029-05-10'],
    ['unknown', [], '2026-05-10', '2026-08-10', '2027-05-10'],
    ['unknown', ['通报批评'], '2026-05-10', '2026-05-10', '2026-08-10'],
    ['unknown', ['警告', '没收违法所得'], '2026-05-10', '2026-08-10', '2027-05-10'],
    ['unknown', ['警告', '罚款'], '2026-05-10', '2026-08-10', '2027-05-10'],
    ['minor', ['罚款'], '2026-05-10', '2026-05-10', '2026-08-10'],
    ['general', ['警告'], '2026-05-10', '2026-08-10', '2027-05-10'],
    ['general', ['警告', '吊销许可证件'], '2026-05-10', '2027-05-10', '2029-05-10'],
    ['serious', ['警告'], '2026-05-10', '2027-05-10', '2029-05-10'],
    // Before the turn: its longest term would be over, so the new rule ends it on its first day.
    ['minor', [], '2025-06-01', '2025-09-01', '2026-04-01'],
    ['general', [], '2024-12-31', '2025-03-31', '2026-04-01'],
    // Made before, ending after: the new rule's end counts from the document all the same.
    ['general', [], '2025-11-30', '2026-02-28', '2026-11-30'],
    ['serious', [], '2025-03-31', '2026-03-31', '2028-03-31'],
    // Fire safety waits a year under the order of 2023; under the new rule only its class counts.
    ['general', ['消防'], '2025-12-01', '2026-04-01', '2026-12-01'],
    ['general', ['消防'], '2025-02-01', '2026-02-01', '2026-04-01'],
    // Three years of the order of 2023 were over while it was in force.
    ['general', [], '2023-02-01', '2023-05-01', '2026-02-01'],
    // A leap day ends on the last day of February.
    ['serious', [], '2028-02-29', '2029-02-28', '2031-02-28'],
  ])(
    'a %s penalty (%j) of %s opens on %s and ends by itself on %s',
    (category, kinds, on, earliest, latest) => {
      const record = { item: 'penalty.decision', category, kinds };
      expect(outlookOf(regimes, day(on), record)).toMatchObject({ earliest, latest });
    },
  );

  test('a cell parts its kinds as people write them', () => {
    expect(kindsIn('警告、罚款；吊销许可证件', null, ' 消防 ')).toEqual([
      '警告',
      '罚款',
      '吊销许可证件',
      '消防',
    ]);
    expect(kindsIn(undefined, '')).toEqual([]);
  });

  test('the regimes follow each other without a gap', () => {
    const turn = day('2026-04-01');
    expect(regimeOn(regimes, addDays(turn, -1)).version).toBe(3);
    expect(regimeOn(regimes, turn).version).toBe(4);
    expect(() => regimeOn(regimes, day('2020-01-01'))).toThrow(/no repair regime/);
  });
});

const anyDay = fc.integer({ min: 0, max: 1800 }).map((n) => addDays(day('2023-05-01'), n));

const anyKinds = fc.subarray(['警告', '罚款', '没收违法所得', '吊销许可证件', '消防']);
const anyCategory = fc.constantFrom('minor', 'general', 'serious', 'unknown');

test('a later document never opens or ends earlier, and neither comes before its document', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), anyCategory, anyKinds, (on, gap, category, kinds) => {
      const record = { ...penalty(category), kinds };
      const one = outlookOf(regimes, on, record);
      const later = outlookOf(regimes, addDays(on, gap), record);
      if (!one || !later) throw new Error('a penalty can always be repaired');
      expect(one.earliest <= later.earliest && one.latest <= later.latest).toBe(true);
      expect(one.earliest >= on && one.latest > on).toBe(true);
    }),
  );
});

test('one more kind in a document never opens or ends anything sooner, and the order of kinds is nothing', () => {
  fc.assert(
    fc.property(
      anyDay,
      anyCategory,
      anyKinds,
      fc.constantFrom('警告', '罚款', '消防', '吊销许可证件'),
      (on, category, kinds, more) => {
        for (const regime of regimes) {
          const less = outlookOf([regime], on, { ...penalty(category), kinds });
          const all = outlookOf([regime], on, { ...penalty(category), kinds: [more, ...kinds] });
          const known = category !== 'unknown' || kinds.length > 0;
          if (less && all && known)
            expect(all.earliest >= less.earliest && all.latest >= less.latest).toBe(true);
          expect(classOf(regime, { ...penalty(category), kinds: [...kinds].reverse() })).toBe(
            classOf(regime, { ...penalty(category), kinds }),
          );
        }
      },
    ),
  );
});

describe('a file may be handed in', () => {
  const duties = ['corrected', 'fulfilled', 'promise', 'law'] as const;
  const outlook = { earliest: day('2026-09-14') };
  const code = (
    today: Day,
    done: readonly (typeof duties)[number][],
    given: typeof outlook | null = outlook,
  ) => {
    const may = mayFile(given, duties, done, today);
    return may.ok ? may.value : may.refusal;
  };
  test('from the first day on, every duty done', () => {
    expect(code(day('2026-09-14'), [...duties])).toBe('yes');
    expect(code(day('2026-09-13'), [...duties])).toEqual({ code: 'repair.too-early', from: '2026-09-14' });
    expect(code(day('2026-09-14'), ['promise', 'law'])).toEqual({
      code: 'repair.duties-open',
      duties: ['corrected', 'fulfilled'],
    });
    expect(code(day('2026-09-14'), [...duties], null)).toEqual({ code: 'repair.not-repairable' });
  });
});

test('whatever is tried in whatever order, a record is sealed once and only a failed plan brings it back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('repair' as const, 'reorganisation' as const),
      fc.array(fc.constantFrom(...repairMoves), { maxLength: 30 }),
      (kind, tried) => {
        let core: RepairCore = { kind, state: 'filed' };
        let sealed = 0;
        for (const move of tried) {
          const step = moveRepair(core, move);
          if (!step.ok) continue;
          if (step.value.effect === 'seal') sealed += 1;
          if (step.value.effect === 'restore') sealed -= 1;
          core = { kind, state: step.value.to };
        }
        expect(sealed).toBe(
          core.state === 'granted' || core.state === 'shielded' ? 1 : core.state === 'moot' ? sealed : 0,
        );
        expect(sealed === 0 || sealed === 1).toBe(true);
        if (kind === 'repair') expect(['shielded', 'failed']).not.toContain(core.state);
      },
    ),
  );
});
