import {
  type ApplicationCore,
  type Command,
  type StepRefusal,
  step,
} from '~/domain/application/application.ts';
import { mostOf } from '~/domain/application/authority.ts';
import { handsIn, type InterestRefusal, interestIn } from '~/domain/application/hands.ts';
import { isBankStep } from '~/domain/application/state.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Application } from '~/server/application/store.ts';
import {
  authoritiesOf,
  delegationsOf,
  interestedIn,
  isClient,
} from '~/server/application/store-authority.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

export type AuthorityRefusal = { readonly code: 'application.beyond-authority'; readonly mostFen: Fen };

/**
 * Whether a step may be taken now: by hands that are free of an interest in the firm, whoever's they are and whichever of
 * the bank's steps it is (domain.md row F3), and as the domain allows. Gives the application as it would be after it.
 */
export async function checkStep(
  tx: Tx,
  actor: Actor,
  application: Application,
  command: Command,
  at: Date,
): Promise<Result<ApplicationCore, StepRefusal | InterestRefusal>> {
  if (actor.kind === 'person' && isBankStep(command.kind)) {
    const hands = handsIn(command, actor.userId, application);
    const interested = await interestedIn(tx, application.enterpriseId, hands);
    const no = interestIn(command, actor.userId, application, interested);
    if (no) return refuse(no);
  }
  return step(application, command, at);
}

/**
 * Whether a person may approve what was proposed: within the own limit or one lent for today. Limits are those of people:
 * a bank's own system decides by the scope that its administrator gave it.
 */
export async function checkAuthority(
  tx: Tx,
  application: Application,
  userId: UserId,
): Promise<Result<null, AuthorityRefusal>> {
  if (application.proposal?.outcome !== 'approve') return accept(null);
  const today = clock.today();
  const { institutionId } = application;
  if (await isClient(tx, institutionId, userId)) return accept(null);
  const authorities = await authoritiesOf(tx, institutionId);
  const most = mostOf(userId, authorities, await delegationsOf(tx, institutionId, today), today);
  return most !== null && application.proposal.terms.amount > most
    ? refuse({ code: 'application.beyond-authority', mostFen: most })
    : accept(null);
}
