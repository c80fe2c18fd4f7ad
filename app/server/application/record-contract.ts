import type { Day } from '~/domain/kernel/day.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { type Also, alongside } from '~/server/application/also.ts';
import type { Application } from '~/server/application/store.ts';
import { isContractNumberTaken } from '~/server/application/store-contract.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type ContractInput = { readonly contractNo: string; readonly contractOn: Day };

export type ContractRefusal =
  | AdvanceRefusal
  | { readonly code: 'application.contract-number-taken' | 'application.contract-in-future' };

/** The bank records the signed loan contract; its number and day stand in the bank's signed message. */
export function recordContract(
  actor: Actor,
  id: ApplicationId,
  { contractNo, contractOn }: ContractInput,
  also?: Also<Application>,
): Promise<Result<Application, ContractRefusal>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (contractOn > clock.today()) return refuse({ code: 'application.contract-in-future' });
    if (await isContractNumberTaken(tx, institutionId, contractNo))
      return refuse({ code: 'application.contract-number-taken' });
    const facts = { contractNo, contractOn };
    return alongside(tx, await advance(tx, actor, id, { kind: 'contract' }, facts), also);
  });
}
