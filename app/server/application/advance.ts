import type { Command, StepRefusal } from '~/domain/application/application.ts';
import type { InterestRefusal } from '~/domain/application/hands.ts';
import { type CommandKind, isBankStep } from '~/domain/application/state.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { checkStep } from '~/server/application/check-hands.ts';
import { type Application, endOffers, lockApplication, saveStep } from '~/server/application/store.ts';
import { writeStep } from '~/server/application/write-step.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

export type AdvanceRefusal = StepRefusal | InterestRefusal | { readonly code: 'application.not-found' };

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

/** A decision is called by what it says; the first officer's having it is a pick-up, also where somebody assigned them. */
function nameOf(kind: CommandKind, before: Application, after: Application): string {
  if (kind === 'decide') return after.state;
  return kind === 'assign' && before.state === 'submitted' ? happened['pick-up'] : happened[kind];
}

/**
 * Takes one step of an application in the caller's transaction: the row is locked, hands and domain are asked, and row, signed
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
  const stepped = await checkStep(tx, actor, application, command, at);
  if (!stepped.ok) return stepped;
  const moved: Application = { ...application, ...stepped.value };
  await saveStep(tx, application, stepped.value, command.kind === 'decide' ? at : null);
  if (moved.closedAt !== null && moved.state !== 'disbursed') await endOffers(tx, moved, at);
  const { kind } = command;
  const name = nameOf(kind, application, moved);
  const written = { application: moved, name, from: application.state, at, facts };
  await writeStep(tx, actor, { ...written, isBankStep: isBankStep(kind) });
  return accept(moved);
}
