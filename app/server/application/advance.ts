import { type Command, type StepRefusal, step } from '~/domain/application/application.ts';
import { bankCommands, type CommandKind } from '~/domain/application/state.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { type Application, endOffers, lockApplication, saveStep } from '~/server/application/store.ts';
import { writeStep } from '~/server/application/write-step.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

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
  assign: 'reassigned',
  'ask-documents': 'documents-asked',
  resume: 'resumed',
  'end-pause': 'pause-ended',
  'ask-second-look': 'second-look-asked',
  uphold: 'second-look-refused',
  reopen: 'reopened',
};

/**
 * Takes one step of an application in the caller's transaction: the row is locked, the domain decides, and row, signed
 * message, event, audit line and the other party's notification are written together, and an end ends its offer. `facts` go into the message;
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
  if (moved.closedAt !== null && moved.state !== 'disbursed') await endOffers(tx, moved, at);
  const { kind } = command;
  const name = kind === 'decide' ? moved.state : happened[kind];
  const isBankStep = (bankCommands as readonly CommandKind[]).includes(kind);
  await writeStep(tx, actor, { application: moved, name, from: application.state, at, isBankStep, facts });
  return accept(moved);
}
