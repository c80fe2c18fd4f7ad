import type { InstitutionPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import type { Application } from '~/server/application/store.ts';

type Hands = {
  /** Whether the person declared an interest in the firm. */
  readonly interested: boolean;
  /** Up to what amount the person may approve; null is no limit. */
  readonly most: bigint | null;
};

/** What this person of the bank may do next; the use cases decide again, this only spares a refusal. */
export function fileActions(
  person: InstitutionPerson,
  { state, makerId, checkerId, proposal, barred }: Application,
  { interested, most }: Hands,
) {
  const may = (permission: Parameters<typeof reachOf>[1]) => reachOf(person, permission) !== null;
  const free = !interested && !barred.includes(person.userId);
  const isMine = makerId === person.userId;
  const isWithin = proposal?.outcome !== 'approve' || most === null || proposal.terms.amount <= most;
  return {
    pickUp: free && state === 'submitted' && may('application.pick-up'),
    propose: free && state === 'in-review' && isMine && may('application.propose'),
    decide: free && isWithin && state === 'proposed' && !isMine && may('application.decide'),
    secondLook:
      free && state === 'second-look' && !isMine && checkerId !== person.userId && may('application.decide'),
    contract: !interested && state === 'accepted' && may('loan.record'),
    disburse: !interested && state === 'contracted' && may('loan.record'),
    transfer: !interested && !person.branchId && may('application.assign'),
    declare: !interested && may('application.declare-interest'),
  };
}
