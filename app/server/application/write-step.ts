import { randomUUID } from 'node:crypto';
import { isWebhookType } from '~/domain/institution/webhook.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import { type Canonical, canonicalJson } from '~/domain/kernel/hash.ts';
import type { Actor } from '~/server/access/actor.ts';
import { announceStep } from '~/server/application/announce-step.ts';
import type { Application } from '~/server/application/store.ts';
import { addEvent } from '~/server/application/store-event.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import type { Happening } from '~/server/institution/spread-webhook.ts';
import { signText } from '~/server/platform/signing.ts';

export type StepWritten = {
  /** The application after the step. */
  readonly application: Application;
  /** What happened, in the past tense. */
  readonly name: string;
  readonly from: string | null;
  readonly at: Date;
  /** Steps of the bank are signed: the platform shows no decision without the bank's message (domain.md row F1). */
  readonly isBankStep: boolean;
  /** Read by both sides: nothing of a proposal belongs here before it is decided. */
  readonly facts: { readonly [name: string]: Canonical };
};

/** Message, event, audit line and the other party's notification of one step, in the caller's transaction. */
export async function writeStep(tx: Tx, actor: Actor, step: StepWritten): Promise<void> {
  const { application, name, from, at } = step;
  const { id, enterpriseId, institutionId, state: to } = application;
  const userName = actor.kind === 'person' ? actor.name : '';
  const message = messageOf(step, userName);
  const signature = step.isBankStep ? signText(canonicalJson(message)).signature : null;
  const userId = actor.kind === 'person' ? actor.userId : null;
  const event = { kind: name, fromState: from, toState: to, at, userId, userName, message, signature };
  await addEvent(tx, { application, ...event });
  const kind = `application.${name}`;
  const about = { enterpriseId, institutionId, subjectId: id };
  const jobs = [
    ...(isWebhookType(kind)
      ? [spreadOrder({ institutionId, type: kind, subjectId: id, ref: randomUUID() })]
      : []),
    ...(name === 'resumed' || name === 'pause-ended' ? [clocksOrder(application, at)] : []),
  ];
  await recordChange(tx, actor, { kind, ...about, payload: { from, to }, jobs });
  await appendAudit(tx, actor, { action: kind, enterpriseId, detail: { applicationId: id, institutionId } });
  await announceStep(tx, application, name);
}

const spreadOrder = (payload: Happening) => ({ name: 'institution.spread-webhook', payload }) as const;

/** A dispute over a record may have lain across the pause: the clock is worked out from both. */
const clocksOrder = ({ id, enterpriseId }: Application, at: Date) =>
  ({
    name: 'restatement.set-clocks',
    payload: { enterpriseId, ref: id, at: 'resumed', on: dayAt(at) },
  }) as const;

const messageOf = ({ application, name, from, at, facts }: StepWritten, by: string): Canonical => ({
  format: 'xinqiao-application-step/1',
  application: application.id,
  institution: application.institutionId,
  step: name,
  from,
  to: application.state,
  at: at.toISOString(),
  by,
  facts,
});
