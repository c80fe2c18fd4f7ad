import { nextTry } from '~/domain/institution/mail-wish.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { orderMail } from '~/server/platform/spread-mail.ts';
import { findMailsKeptBack } from '~/server/platform/store-mail.ts';

/**
 * Orders the mails to people of an institution that were kept back while it might not read; quiet hours hold for them too, and
 * what was read meanwhile is left out when they are sent. Returns how many.
 */
export async function releaseMails(tx: Tx, actor: Actor, institutionId: InstitutionId): Promise<number> {
  const now = clock.now();
  const kept = await findMailsKeptBack(tx, institutionId, now);
  for (const mail of kept)
    await orderMail(tx, actor, mail.id, nextTry(mail, mail, now).getTime() - now.getTime());
  return kept.length;
}
