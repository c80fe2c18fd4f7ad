import { type MailWish, mailCode } from '~/domain/institution/mail-wish.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { orderMail } from '~/server/platform/spread-mail.ts';
import { countCodes, findMailSetting, openMail, storeMailSetting } from '~/server/platform/store-mail.ts';

/** So many codes an hour at most: nobody floods somebody else's mailbox through us. */
const codesAnHour = 5;

type Refusal = { readonly code: 'access.mail-too-many'; readonly field: 'address' };

/**
 * Keeps how a person wants to be told by e-mail. A new address gets a code first and nothing else until it is confirmed; saving
 * the same unconfirmed address again sends a new one. Without an address there is no mail. Answers whether a code is under way.
 */
export function setMailWish(
  actor: Person,
  { address, ...wish }: MailWish & { readonly address: string | null },
): Promise<Result<{ readonly codeSent: boolean }, Refusal>> {
  const { userId } = actor;
  return withActor(actor, async (tx): Promise<Result<{ codeSent: boolean }, Refusal>> => {
    const at = clock.now();
    const before = await findMailSetting(tx, userId);
    const isSame = before?.address === address && before?.confirmedAt !== null;
    const needsCode = address !== null && !isSame;
    if (needsCode && (await countCodes(tx, userId, new Date(at.getTime() - 3_600_000))) >= codesAnHour)
      return refuse({ code: 'access.mail-too-many', field: 'address' });
    const codeMail = needsCode ? await orderCode(tx, actor, at) : null;
    await storeMailSetting(tx, {
      userId,
      address,
      ...wish,
      confirmedAt: isSame ? (before?.confirmedAt ?? null) : null,
      codeMail,
      codeExpiresAt: codeMail ? new Date(at.getTime() + mailCode.minutes * 60_000) : null,
      codeTries: 0,
      changedAt: at,
    });
    await appendAudit(tx, actor, {
      action: 'access.mail-set',
      detail: { mode: wish.mode, codeSent: needsCode },
    });
    return accept({ codeSent: needsCode });
  });
}

async function orderCode(tx: Tx, actor: Person, at: Date): Promise<string> {
  const slot = `code-${at.toISOString()}`;
  const mail = await openMail(tx, { userId: actor.userId, kind: 'code', slot, urgent: true, dueAt: at, at });
  await orderMail(tx, actor, mail.id, 0);
  return mail.id;
}
