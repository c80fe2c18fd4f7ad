import { type MailMode, silentWish } from '~/domain/institution/mail-wish.ts';
import type { Person } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { mailPlace } from '~/server/platform/mail-transport.ts';
import { findMailSetting, lastMails } from '~/server/platform/store-mail.ts';

const shownMails = 5;

/** How a person is told by e-mail and how the last mails went; null for a role without an inbox. */
export async function showMail(actor: Person) {
  if (reachOf(actor, 'notification.read') === null) return null;
  return withActor(actor, async (tx) => {
    const { address, confirmedAt, codeExpiresAt, ...kept } = (await findMailSetting(tx, actor.userId)) ?? {
      ...silentWish,
      address: null,
      confirmedAt: null,
      codeExpiresAt: null,
    };
    const mails = await lastMails(tx, actor.userId, shownMails);
    return {
      address,
      isConfirmed: confirmedAt !== null,
      codeWaits: codeExpiresAt !== null && codeExpiresAt > clock.now(),
      mode: kept.mode as MailMode,
      digestHour: kept.digestHour,
      quietFrom: kept.quietFrom,
      quietTo: kept.quietTo,
      urgentAnytime: kept.urgentAnytime,
      hasServer: mailPlace() !== null,
      mails: mails.map((m) => ({
        id: m.id,
        kind: m.kind,
        dueAt: m.due_at.toISOString(),
        state: m.state,
        attempts: m.attempts,
        outcome: m.outcome,
      })),
    };
  });
}

export type MailShown = NonNullable<Awaited<ReturnType<typeof showMail>>>;
