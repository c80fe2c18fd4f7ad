import { findPerson } from '#prisma/seed/scenarios/find-person.ts';
import { type FirmKey, usccOf } from '#prisma/seed/scenarios/named-firms.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';

export { type FirmKey, firmKeys, usccOf } from '#prisma/seed/scenarios/named-firms.ts';

/** Somebody of the demo province, by sign-in name. */
export const personOf = (login: string): Promise<Person> =>
  withActor(system('test'), (tx) => findPerson(tx, login));

/** A named firm of the demo province as it is registered. */
export const firmOf = (key: FirmKey) =>
  withActor(system('test'), (tx) => tx.enterprise.findUniqueOrThrow({ where: { uscc: usccOf(key) } }));
