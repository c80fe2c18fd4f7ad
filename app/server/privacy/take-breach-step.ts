import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type BreachRefusal, type BreachStep, checkStep } from '~/domain/privacy/breach.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';
import {
  addBreachEvent,
  eventsOfBreaches,
  findBreach,
  firmsToTell,
  lockBreach,
  type StepFacts,
} from '~/server/privacy/store-registers.ts';

type StepRefusal =
  | BreachRefusal
  | { readonly code: 'privacy.breach-not-found' }
  | { readonly code: 'privacy.codes-unknown'; readonly field: 'codes'; readonly codes: readonly string[] };

/** Takes the next step of a breach. Telling the subjects puts a notice with the contents of PIPL 57 into each firm's inbox. */
export function takeBreachStep(
  actor: Actor,
  breachId: string,
  step: BreachStep,
  facts: StepFacts,
): Promise<Result<string, StepRefusal>> {
  const { userId, name: userName } = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<string, StepRefusal>> => {
    await lockBreach(tx, breachId);
    if (!(await findBreach(tx, breachId))) return refuse({ code: 'privacy.breach-not-found' });
    const events = await eventsOfBreaches(tx, [breachId]);
    const assessed = events.find((event) => event.step === 'assessed')?.facts ?? {};
    const level = typeof assessed.level === 'string' ? assessed.level : null;
    const allowed = checkStep(
      events.map((event) => event.step),
      level,
      step,
    );
    if (!allowed.ok) return allowed;
    const told = step === 'subjects-notified' ? await tellSubjects(tx, facts, assessed) : accept(0);
    if (!told.ok) return told;
    const kept = step === 'subjects-notified' ? { ...facts, codes: '', firms: told.value } : facts;
    await addBreachEvent(tx, {
      id: randomUUID(),
      breachId,
      step,
      facts: kept,
      userId,
      userName,
      at: clock.now(),
    });
    await appendAudit(tx, actor, { action: 'privacy.breach-handled', detail: { breach: breachId, step } });
    return accept(breachId);
  });
}

async function tellSubjects(
  tx: Tx,
  facts: StepFacts,
  assessed: StepFacts,
): Promise<Result<number, StepRefusal>> {
  const codes = [
    ...new Set(
      String(facts.codes)
        .toUpperCase()
        .split(/[\s,;，；]+/)
        .filter(Boolean),
    ),
  ];
  const firms = await firmsToTell(tx, codes);
  const known = new Set(firms.map(({ uscc }) => uscc));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0)
    return refuse({ code: 'privacy.codes-unknown', field: 'codes', codes: unknown.slice(0, 5) });
  const params = {
    ...{ kinds: String(assessed.kinds ?? ''), harm: String(assessed.harm ?? '') },
    ...{ measures: String(facts.measures), contact: String(facts.contact) },
  };
  for (const { id } of firms)
    await notify(tx, { to: { enterpriseId: id }, kind: 'privacy.breach', params, href: '/my/data-rights' });
  return accept(firms.length);
}
