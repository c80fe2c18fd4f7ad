import { randomUUID } from 'node:crypto';
import { planMail } from '~/domain/institution/mail-wish.ts';
import type { Actor, Person } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { addMailItem, findRecipients, openMail } from '~/server/platform/store-mail.ts';

const mayRead = (role: string) => reachOf({ kind: 'person', role } as Person, 'notification.read') !== null;

/** Who of a house hears of a message by mail, and in which mail: those who asked for it and may read the inbox. */
export async function spreadMail(tx: Tx, actor: Actor, notificationId: string): Promise<void> {
  const found = await findRecipients(tx, notificationId);
  if (!found) return; // its time was over
  const { id, urgent } = found.notice;
  const now = clock.now();
  for (const recipient of found.recipients.filter(({ role }) => mayRead(role))) {
    const plan = planMail(recipient, { id, urgent }, now);
    if (!plan) continue;
    const wanted = { userId: recipient.user_id, urgent, at: now, ...plan };
    const shared = await openMail(tx, wanted);
    const mail = shared.isOpen ? shared : await openMail(tx, { ...wanted, kind: 'single', slot: id });
    await addMailItem(tx, { mailId: mail.id, notificationId: id, userId: recipient.user_id });
    if (mail.isNew) await orderMail(tx, actor, mail.id, plan.dueAt.getTime() - now.getTime());
  }
}

/** Orders that a mail is sent after a pause; the queue lives by the machine's clock, not by the business day. */
export const orderMail = (tx: Tx, actor: Actor, mailId: string, waitMs: number): Promise<void> =>
  recordChange(tx, actor, {
    kind: 'platform.mail-ordered',
    subjectId: mailId,
    jobs: [
      {
        name: 'platform.send-mail',
        payload: { mailId, ref: randomUUID() },
        ...(waitMs > 0 && { notBefore: new Date(Date.now() + waitMs) }),
      },
    ],
  });
