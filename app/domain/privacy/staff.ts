import { addMonths, type Day, monthsBetween } from '~/domain/kernel/day.ts';

/** One spell of work of one person; `to` is null while it lasts. */
export type Spell = { readonly person: string; readonly from: Day; readonly to: Day | null };

/** A figure about people, or the reason why there is none. */
export type Figure = number | 'too-few';

/** What a firm or a bank may learn about staff: figures, never rows, each for at least k people (edge case 9). */
export type StaffFigures = {
  readonly on: Day;
  readonly current: Figure;
  /** People whose last spell ended within the twelve months before. */
  readonly leavers: Figure;
  /** Months that the median of the present staff has been there, rounded down. */
  readonly medianMonths: Figure;
  readonly least: number;
};

function byPerson(spells: readonly Spell[]): ReadonlyMap<string, Spell[]> {
  const people = new Map<string, Spell[]>();
  for (const spell of spells) people.set(spell.person, [...(people.get(spell.person) ?? []), spell]);
  return people;
}

/**
 * Figures on staff with small groups held back. Whoever knows the sum could take a small group from the difference, so
 * where the leavers are too few and the present staff is shown, the present staff stays: the two groups are disjoint
 * and their sum is never published.
 */
export function staffFigures(spells: readonly Spell[], on: Day, least: number): StaffFigures {
  const people = byPerson(spells);
  const lasting = (spell: Spell) => spell.from <= on && (spell.to === null || spell.to >= on);
  const present = [...people.values()].filter((own) => own.some(lasting));
  const since = addMonths(on, -12);
  const left = [...people.values()].filter(
    (own) => !own.some(lasting) && own.some(({ to }) => to !== null && to >= since && to < on),
  );
  const tenures = present
    .map((own) => monthsBetween(own.map(({ from }) => from).sort()[0] as Day, on))
    .sort((a, b) => a - b);
  const shown = (n: number): Figure => (n === 0 || n >= least ? n : 'too-few');
  return {
    on,
    current: shown(present.length),
    leavers: shown(left.length),
    medianMonths:
      present.length >= least ? (tenures[Math.floor((tenures.length - 1) / 2)] as number) : 'too-few',
    least,
  };
}
