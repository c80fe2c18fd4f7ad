import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policies from '#prisma/seed/policy/repair.json' with { type: 'json' };
import { addDays, addMonths, type Day, day } from '~/domain/kernel/day.ts';
import { classOf, outlookOf, type RepairRegime, regimeOn } from './regime.ts';
import { mayFile, moveRepair, type RepairCore, repairMoves } from './repair.ts';

const regimes = policies.map(
  ({ body, version, validFrom, validTo }) =>
    ({ ...body, version, validFrom, validTo }) as unknown as RepairRegime,
);
const penalty = (category: string | null) => ({ item: 'penalty.decision', category });

describe('both regimes', () => {
  test.each(
    policies.flatMap(({ version, examples }) => examples.map((example) => ({ version, ...example }))),
  )(
    'version $version: $category of $on opens on $earliest and ends on $latest',
    ({ version, item, category, on, earliest, latest }) => {
      const own = regimes.filter((each) => each.version === version);
      expect(outlookOf(own, day(on), { item, category })).toMatchObject({ earliest, latest });
    },
  );

  test.each([
    // Under the order of 2023 a minor penalty waits three months; the new rule opens on its first day.
    ['minor', '2026-02-10', '2026-04-01', 2],
    ['minor', '2025-12-01', '2026-03-01', 1],
    ['general', '2025-12-31', '2026-03-31', 1],
    ['general', '2026-01-01', '2026-04-01', 2],
    ['serious', '2025-03-31', '2026-03-31', 1],
    ['serious', '2025-04-01', '2026-04-01', 2],
  ])('a %s penalty of %s opens on %s under version %i', (category, on, earliest, version) => {
    expect(outlookOf(regimes, day(on), penalty(category))).toMatchObject({ earliest, version });
  });

  test('lists are repaired since the new rule; arrears end by payment and are never repaired', () => {
    expect(
      outlookOf(regimes, day('2025-01-01'), { item: 'list.serious-dishonesty', category: null }),
    ).toMatchObject({
      version: 2,
      earliest: '2026-04-01',
    });
    expect(outlookOf(regimes, day('2026-01-01'), { item: 'tax.arrears', category: null })).toBeNull();
    expect(classOf(regimes[1] as RepairRegime, penalty('unknown'))).toBe('general');
  });

  test('the regimes follow each other without a gap', () => {
    const turn = day('2026-04-01');
    expect(regimeOn(regimes, addDays(turn, -1)).version).toBe(1);
    expect(regimeOn(regimes, turn).version).toBe(2);
    expect(() => regimeOn(regimes, day('2020-01-01'))).toThrow(/no repair regime/);
  });
});

const anyDay = fc.integer({ min: 0, max: 1800 }).map((n) => addDays(day('2023-05-01'), n));

test('a later document never opens earlier, nothing opens before its document, and the end is the months of the class on', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), fc.constantFrom('minor', 'general', 'serious'), (on, gap, category) => {
      const first = outlookOf(regimes, on, penalty(category));
      const second = outlookOf(regimes, addDays(on, gap), penalty(category));
      expect(first && second && first.earliest <= second.earliest).toBe(true);
      expect((first?.earliest ?? '') >= on).toBe(true);
      const regime = regimes.find(({ version }) => version === first?.version) as RepairRegime;
      expect(first?.latest).toBe(addMonths(on, regime.classes[category as 'minor'].latestMonths));
    }),
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
