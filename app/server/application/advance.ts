import { type Command, type StepRefusal, step } from '~/domain/application/application.ts';
import { bankCommands, type CommandKind } from '~/domain/application/state.ts';
import { type Canonical, canonicalJson } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { announceStep } from '~/server/application/announce-step.ts';
import { type Application, lockApplication, saveStep } from '~/server/application/store.ts';
import { addEvent } from '~/server/application/store-event.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { signText } from '~/server/platform/signing.ts';

export type AdvanceRefusal = StepRefusal | { readonly code: 'application.not-found' };

/** What a step is called once it has happened. */
const happened: { readonly [K in CommandKind]: string } = {
  'pick-up': 'picked-up',
  propose: 'proposed',
  'send-back': 'sent-back',
  decide: 'decided',
  withdraw: 'withdrawn',
  'accept-offer': 'accepted',
  'decline-offer': 'offer-declined',
  contract: 'contracted',
  disburse: 'disbursed',
  return: 'returned',
  lapse: 'lapsed',
};

/**
 * Takes one step of an application in the caller's transaction: the row is locked, the domain decides, and row, signed
 * message, event, audit line and the other party's notification are written together. `facts` go into the message;
 * the firm can read them, so nothing of a proposal belongs there before it is decided.
 */
export async function advance(
  tx: Tx,
  actor: Actor,
  id: string,
  command: Command,
  facts: { readonly [name: string]: Canonical } = {},
): Promise<Result<Application, AdvanceRefusal>> {
  const application = await lockApplication(tx, id);
  if (!application) return refuse({ code: 'application.not-found' });
  const at = clock.now();
  const stepped = step(application, command, at);
  if (!stepped.ok) return stepped;
  const moved: Application = { ...application, ...stepped.value };
  await saveStep(tx, application, stepped.value, command.kind === 'decide' ? at : null);
  await writeDown(tx, actor, application, moved, command.kind, at, facts);
  return accept(moved);
}

async function writeDown(
  tx: Tx,
  actor: Actor,
  before: Application,
  moved: Application,
  kind: CommandKind,
  at: Date,
  facts: { readonly [name: string]: Canonical },
): Promise<void> {
  const { id, enterpriseId, institutionId } = moved;
  const name = kind === 'decide' ? moved.state : happened[kind];
  const who =
    actor.kind === 'person' ? { userId: actor.userId, userName: actor.name } : { userId: null, userName: '' };
  const message = {
    format: 'xinqiao-bank-message/1',
    application: id,
    institution: institutionId,
    step: name,
    from: before.state,
    to: moved.state,
    at: at.toISOString(),
    by: who.userName,
    facts,
  };
  const isBankStep = (bankCommands as readonly CommandKind[]).includes(kind);
  const signature = isBankStep ? signText(canonicalJson(message)).signature : null;
  await addEvent(tx, {
    application: moved,
    kind: name,
    fromState: before.state,
    toState: moved.state,
    at,
    ...who,
    message,
    signature,
  });
  const about = { enterpriseId, institutionId, subjectId: id };
  await recordChange(tx, actor, {
    kind: `application.${name}`,
    ...about,
    payload: { from: before.state, to: moved.state },
  });
  await appendAudit(tx, actor, {
    action: `application.${name}`,
    enterpriseId,
    detail: { applicationId: id, institutionId },
  });
  await announceStep(tx, moved, name);
}
