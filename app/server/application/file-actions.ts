import type { InstitutionPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import type { Application } from '~/server/application/store.ts';

/** What this person of the bank may do next; the use cases decide again, this only spares a refusal. */
export function fileActions(person: InstitutionPerson, { state, makerId }: Application) {
  const may = (permission: Parameters<typeof reachOf>[1]) => reachOf(person, permission) !== null;
  return {
    pickUp: state === 'submitted' && may('application.pick-up'),
    propose: state === 'in-review' && makerId === person.userId && may('application.propose'),
    decide: state === 'proposed' && makerId !== person.userId && may('application.decide'),
    contract: state === 'accepted' && may('loan.record'),
    disburse: state === 'contracted' && may('loan.record'),
  };
}
