import { mostOf } from '~/domain/application/authority.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Application } from '~/server/application/store.ts';
import { authoritiesOf, delegationsOf, hasInterest } from '~/server/application/store-authority.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

export type HandsRefusal =
  | { readonly code: 'application.interest' }
  | { readonly code: 'application.beyond-authority'; readonly mostFen: Fen };

/** Whether a person of the bank may have a hand in an application: nobody who declared an interest in the firm. */
export async function checkInterest(
  tx: Tx,
  application: Application,
  userId: UserId,
): Promise<Result<null, HandsRefusal>> {
  return (await hasInterest(tx, application.enterpriseId, userId))
    ? refuse({ code: 'application.interest' })
    : accept(null);
}

/** Whether a person may approve what was proposed: no interest, and within the own limit or one lent for today. */
export async function checkAuthority(
  tx: Tx,
  application: Application,
  userId: UserId,
): Promise<Result<null, HandsRefusal>> {
  const free = await checkInterest(tx, application, userId);
  if (!free.ok || application.proposal?.outcome !== 'approve') return free;
  const today = clock.today();
  const { institutionId } = application;
  const authorities = await authoritiesOf(tx, institutionId);
  const most = mostOf(userId, authorities, await delegationsOf(tx, institutionId, today), today);
  return most !== null && application.proposal.terms.amount > most
    ? refuse({ code: 'application.beyond-authority', mostFen: most })
    : accept(null);
}
