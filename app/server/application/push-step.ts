import type { ApplicationId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import type { Also } from '~/server/application/also.ts';
import type { StepTaken } from '~/server/application/bank-operations.ts';
import type { Application } from '~/server/application/store.ts';
import { type KeyReused, type Once, onceOnly } from '~/server/platform/once-only.ts';

type Call = { readonly actor: InstitutionPerson; readonly key: string; readonly bodyHash: string };

/**
 * A step that a bank's system takes: the same use case as an officer's, once for a key. The request's hash holds the
 * application, so that one key cannot stand for steps of two.
 */
export function pushStep<V, R extends { readonly code: string }>(
  { actor, key, bodyHash }: Call,
  step: string,
  id: ApplicationId,
  run: (also: Also<V>) => Promise<Result<V, R>>,
  state: (value: V) => StepTaken['state'],
): Promise<Result<StepTaken, R | KeyReused>> {
  const once: Once = { key, requestHash: `${step} ${id} ${bodyHash}` };
  return onceOnly(actor, once, async (keep): Promise<Result<StepTaken, R>> => {
    const answer = (value: V): StepTaken => ({ id, state: state(value) });
    const done = await run((tx, value) => keep(tx, answer(value)));
    return done.ok ? accept(answer(done.value)) : done;
  });
}

export const stateOf = ({ state }: Application): StepTaken['state'] => state;
