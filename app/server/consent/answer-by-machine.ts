import { type AnsweredStep, acknowledgementStatement } from '~/domain/consent/acknowledgement-statement.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { acknowledgeWithdrawal } from '~/server/consent/acknowledge-withdrawal.ts';
import { listWithdrawals } from '~/server/consent/list-withdrawals.ts';
import { isSignedBy } from '~/server/institution/client-key.ts';
import { type Once, onceOnly } from '~/server/platform/once-only.ts';

/** The tasks of a machine's institution, each with the statement that its next step asks to be signed. */
export async function tasksOfMachine(actor: Person) {
  const { tasks, today } = await listWithdrawals(actor);
  const withdrawals = tasks.map(
    ({ consentId, firm, purpose, withdrawnAt, dueOn, steps, next, personId, dropped }) => ({
      ...{ consentId, firm, purpose, withdrawnAt, dueOn, steps: [...steps] },
      items: dropped?.map(({ code }) => code) ?? null,
      of: personId ? ('person' as const) : ('firm' as const),
      next:
        next === null || next === 'notified'
          ? null
          : { step: next, statement: acknowledgementStatement(consentId as ConsentId, next, actor.userId) },
    }),
  );
  return { withdrawals, today: today as string };
}

type Answer = {
  readonly consentId: ConsentId;
  readonly step: AnsweredStep;
  readonly signature: string;
  readonly publicKey: string | null;
};

/**
 * A machine of a recipient acknowledges a step. The signature over the statement must be by the client's own key; what was
 * signed is kept with the step. The same request again gets the same answer and changes nothing.
 */
export async function answerByMachine(
  actor: Person,
  { consentId, step, signature, publicKey }: Answer,
  once: Once,
) {
  const statement = acknowledgementStatement(consentId, step, actor.userId);
  if (!publicKey || !isSignedBy(publicKey, statement, signature))
    return refuse({ code: 'consent.signature-wrong' });
  const proof = { statement, signature, signedBy: actor.userId };
  const answer = { consentId, step };
  return onceOnly(actor, once, async (keep) => {
    const done = await acknowledgeWithdrawal(actor, { consentId, step, proof }, (tx) => keep(tx, answer));
    return done.ok ? { ok: true as const, value: answer } : done;
  });
}
