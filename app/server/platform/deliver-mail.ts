import { nextTry, sequelOfMail } from '~/domain/institution/mail-wish.ts';
import type { Actor } from '~/server/access/actor.ts';
import { findPersonAsOf, isKeptFrom } from '~/server/access/find-person.ts';
import { mailCodeOf } from '~/server/access/mail-code.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type Posted, postLetter, siteAddress } from '~/server/platform/mail-transport.ts';
import { orderMail } from '~/server/platform/spread-mail.ts';
import {
  addMailAttempt,
  beginMail,
  findMailOwner,
  findUnread,
  setMailState,
  type WaitingMail,
} from '~/server/platform/store-mail.ts';
import { chooseLocale } from '~/text/define.ts';
import { codeLetter, type Letter, messageLetter } from '~/text/letter-mail.ts';

type Ready = { readonly mail: WaitingMail; readonly letter: (Letter & { readonly to: string }) | null };

/**
 * One attempt at a mail, outside every transaction, and what follows from it, written in one. What it says and whether it goes
 * out at all is decided now: not to a disabled account, not about what was read meanwhile. While an institution may
 * not read, mail to its people waits as it is (`releaseMails`).
 * A crash in between sends the letter again under the same Message-ID, by which the receiving side knows it.
 */
export async function deliverMail(
  actor: Actor,
  mailId: string,
  record: (write: (tx: Tx) => Promise<void>) => Promise<unknown>,
): Promise<void> {
  const ready = await withActor(actor, (tx) => prepare(tx, mailId));
  if (!ready) return;
  const { mail, letter } = ready;
  if (!letter) {
    await record(async (tx) => void (await setMailState(tx, mail.id, 'skipped')));
    return;
  }
  const begun = performance.now();
  const posted = await postLetter({ id: mail.id, ...letter });
  const ms = Math.round(performance.now() - begun);
  await record((tx) => settle(tx, actor, mail, posted, ms));
}

async function prepare(tx: Tx, mailId: string): Promise<Ready | null> {
  const owner = await findMailOwner(tx, mailId);
  if (owner && (await isKeptFrom(tx, owner, clock.now()))) return null;
  const mail = await beginMail(tx, mailId);
  if (!mail) return null;
  const reader = await findPersonAsOf(tx, mail.user_id, clock.now());
  if (!reader || !mail.address) return { mail, letter: null };
  const locale = chooseLocale(reader.locale);
  if (mail.kind === 'code') {
    const isWanted = mail.code_mail === mail.id; // a later address or code has taken its place
    return {
      mail,
      letter: isWanted ? { to: mail.address, ...codeLetter(mailCodeOf(mail, mail.address), locale) } : null,
    };
  }
  const kinds = mail.confirmed && mail.mode !== 'off' ? await findUnread(tx, mail.id) : [];
  if (kinds.length === 0) return { mail, letter: null };
  return { mail, letter: { to: mail.address, ...messageLetter(kinds, mail.urgent, siteAddress(), locale) } };
}

async function settle(tx: Tx, actor: Actor, mail: WaitingMail, { outcome, code }: Posted, ms: number) {
  const now = clock.now();
  await addMailAttempt(tx, mail, { outcome, code, ms }, now);
  const sequel = sequelOfMail(outcome, mail.attempts);
  if (typeof sequel === 'string') await setMailState(tx, mail.id, sequel);
  else {
    const next = nextTry(mail, mail, new Date(now.getTime() + sequel.seconds * 1_000));
    await orderMail(tx, actor, mail.id, next.getTime() - now.getTime());
  }
}
