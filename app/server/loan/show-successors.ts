import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { successorsOfBorrower } from '~/server/loan/store-succession.ts';

/** Who answers for a borrower after a merger or a division: of the register, asked once the reader was let see the loan. */
export const showSuccessors = (enterpriseId: string) =>
  withActor(system('loan.successors'), (tx) => successorsOfBorrower(tx, enterpriseId as EnterpriseId));
