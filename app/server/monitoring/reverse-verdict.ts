import { dayAt } from '~/domain/kernel/day.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import type { Verdict } from '~/domain/monitoring/case.ts';
import {
  reverseVerdict as decideReversal,
  factsOfVerdict,
  type ReversalRefusal,
  type VerdictRefusal,
} from '~/domain/monitoring/verdict.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Closing } from '~/server/monitoring/close-alert.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { addVerdict, findVerdicts, hasNewsSince, wasAnswered } from '~/server/monitoring/store-verdict.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

export type Reversal = Closing & { readonly reason: string };

/**
 * A second person of the bank puts another verdict in the place of the one that stands. Both are kept, the signal's precision counts the
 * one that stands, and the firm hears of it. The case itself stays closed.
 */
export function reverseVerdict(
  actor: Actor,
  alertId: string,
  { verdict, note, reason, ...typed }: Reversal,
): Promise<Result<Verdict, ReversalRefusal | VerdictRefusal | { code: 'monitoring.not-found' }>> {
  const { institutionId, userId, name } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const found = await lockAlert(tx, alertId);
    if (!found || found.institution_id !== institutionId) return refuse({ code: 'monitoring.not-found' });
    const at = clock.now();
    const { reversalDays } = await readHandling(tx, dayAt(found.closed_at ?? at));
    const may = decideReversal(await standingOf(tx, found), verdict, {
      ...{ person: userId, now: at, reversalDays },
    });
    if (!may.ok) return may;
    const facts = factsOfVerdict(verdict, typed, dayAt(at));
    if (!facts.ok) return facts;
    await changeAlert(tx, alertId, { verdict, verdictNote: note });
    const about = { alertId, enterpriseId: found.enterprise_id, institutionId };
    const by = { userId, userName: name, at };
    await addVerdict(tx, { ...about, verdict, note, reason, facts: facts.value, ...by });
    const step = { kind: 'reversed', party: 'institution', tell: ['firm', 'bank'], text: reason } as const;
    await writeCaseStep(tx, actor, { ...about, ...step, facts: { verdict, before: found.verdict } });
    return may;
  });
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockAlert>>>;

/** The verdict of a case that stands, and whether something new came after it was closed. */
export async function standingOf(tx: Tx, found: Locked) {
  const { closed_at: closedAt, loan_id: loanId, group_key: groupKey, enterprise_id: enterpriseId } = found;
  const institutionId = found.institution_id;
  const given = await findVerdicts(tx, enterpriseId, found.id);
  const hasNews =
    closedAt !== null && (await hasNewsSince(tx, { institutionId, loanId, groupKey, since: closedAt }));
  const verdict = found.verdict as Verdict | null;
  const heard = { dueAt: found.due_at, wasAnswered: await wasAnswered(tx, enterpriseId, found.id) };
  return { closedAt, verdict, by: given.at(-1)?.userId ?? null, hasNews, ...heard };
}
