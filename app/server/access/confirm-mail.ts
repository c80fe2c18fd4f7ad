import { type CodeRefusal, checkMailCode } from '~/domain/institution/mail-wish.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { isMailCode } from '~/server/access/mail-code.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Confirms the address by the code that was sent there. A wrong one counts against the tries. */
export function confirmMail(actor: Person, typed: string): Promise<Result<'confirmed', CodeRefusal>> {
  return withActor(actor, async (tx) => {
    const now = clock.now();
    const waiting = await lockSetting(tx, actor.userId);
    const isRight = Boolean(
      waiting?.address && waiting.code_mail && isMailCode(typed, waiting.code_mail, waiting.address),
    );
    const checked = checkMailCode(
      { expiresAt: waiting?.code_expires_at ?? null, tries: waiting?.code_tries ?? 0 },
      isRight,
      now,
    );
    if (checked.ok) {
      const done = { confirmedAt: now, codeMail: null, codeExpiresAt: null, codeTries: 0, changedAt: now };
      await tx.mailSetting.update({ where: { userId: actor.userId }, data: done });
      await appendAudit(tx, actor, { action: 'access.mail-confirmed' });
    } else if (checked.refusal.code === 'access.mail-code-wrong')
      await tx.mailSetting.update({ where: { userId: actor.userId }, data: { codeTries: { increment: 1 } } });
    return checked;
  });
}

type Waiting = {
  address: string | null;
  code_mail: string | null;
  code_expires_at: Date | null;
  code_tries: number;
};

async function lockSetting(tx: Tx, userId: string): Promise<Waiting | null> {
  const [row] = await tx.$queryRaw<Waiting[]>`
    select address, code_mail, code_expires_at, code_tries from mail_setting where user_id = ${userId}::uuid for update`;
  return row ?? null;
}
