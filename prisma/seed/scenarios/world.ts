import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import {
  asFirm,
  asInstitution,
  type FirmPerson,
  type InstitutionPerson,
  type Person,
  system,
} from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { CheckWorld } from '~/server/record/read-check-context.ts';
import { findPerson } from './find-person.ts';

/** What every story knows: the day of the first start, the catalogue, and what was found before. */
export type World = {
  readonly base: Day;
  readonly check: CheckWorld;
  /** Answers from memory, or finds it and remembers: a start that goes on knows only what the database knows. */
  recall<T>(what: string, find: (tx: Tx) => Promise<T>): Promise<T>;
  /** Remembers what was just made. */
  note(what: string, made: unknown): void;
};

export function openWorld(base: Day, check: CheckWorld): World {
  const known = new Map<string, unknown>();
  return {
    base,
    check,
    async recall<T>(what: string, find: (tx: Tx) => Promise<T>) {
      if (!known.has(what)) known.set(what, await withActor(system('seed.scenarios'), find));
      return known.get(what) as T;
    },
    note: (what, made) => void known.set(what, made),
  };
}

/** So many days before the first start; on a day off it was the working day before. */
export function ago(world: World, days: number): Day {
  let day = addDays(world.base, -days);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

export const personOf = (world: World, login: string): Promise<Person> =>
  world.recall(`person ${login}`, (tx) => findPerson(tx, login));

export const ownerOf = async (
  world: World,
  firm: { readonly owner: { readonly login: string } },
): Promise<FirmPerson> => asFirm(await personOf(world, firm.owner.login));

export const bankerOf = async (world: World, login: string): Promise<InstitutionPerson> =>
  asInstitution(await personOf(world, login));
