import type { Handler } from '#jobs/handler.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { restatePerson } from '~/server/restatement/restate-person.ts';

/** A person behind a firm withdrew or was erased. */
export const restateForPerson: Handler<'restatement.restate-person'> = async (payload, run) => {
  const enterpriseId = payload.enterpriseId as EnterpriseId;
  const { answered, ...order } = payload;
  const told = answered && { ...answered, askers: answered.askers as InstitutionId[] };
  await run.once((tx) =>
    restatePerson(tx, run.actor, { ...order, enterpriseId, ...(told && { answered: told }) }),
  );
};
