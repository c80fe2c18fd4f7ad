import type { ApplicationId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import type { Also } from '~/server/application/also.ts';
import {
  type AttestRefusal,
  attestationOf,
  attestStep,
  MessageRefused,
} from '~/server/application/attest-step.ts';
import type { StepTaken } from '~/server/application/bank-operations.ts';
import type { Application } from '~/server/application/store.ts';
import { type KeyReused, type Once, onceOnly } from '~/server/platform/once-only.ts';

type Call = {
  readonly actor: InstitutionPerson;
  readonly key: string;
  readonly bodyHash: string;
  readonly publicKey: string | null;
  readonly request: Request;
};

/**
 * A step that a bank's system takes: the same use case as an officer's, once for a key. The request's hash holds the
 * application, so that one key cannot stand for steps of two. A client with a key of its own signs what it states;
 * a step that was taken is answered again without a look at its signature, which may be of yesterday by then.
 */
export async function pushStep<V, R extends { readonly code: string }>(
  call: Call,
  step: string,
  id: ApplicationId,
  run: (also: Also<V>) => Promise<Result<V, R>>,
  state: (value: V) => StepTaken['state'],
): Promise<Result<StepTaken, R | KeyReused | AttestRefusal>> {
  const { actor, key, bodyHash } = call;
  const once: Once = { key, requestHash: `${step} ${id} ${bodyHash}` };
  const answer = (value: V): StepTaken => ({ id, state: state(value) });
  try {
    return await onceOnly(actor, once, async (keep): Promise<Result<StepTaken, R | AttestRefusal>> => {
      const attested = attestationOf(call);
      if (!attested.ok) return attested;
      const attestation = attested.value;
      const done = await run(async (tx, value) => {
        if (attestation) await attestStep(tx, id, attestation);
        await keep(tx, answer(value));
      });
      return done.ok ? accept(answer(done.value)) : done;
    });
  } catch (fault) {
    if (fault instanceof MessageRefused) return refuse(fault.refusal);
    throw fault;
  }
}

export const stateOf = ({ state }: Application): StepTaken['state'] => state;
