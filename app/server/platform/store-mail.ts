import { randomUUID } from 'node:crypto';
import type { MailOutcome, MailPlan, MailWish } from '~/domain/institution/mail-wish.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';

export type Recipient = MailWish & { readonly user_id: string; readonly role: string };

/** A message with those of its house who are meant, see what it is about and asked for mail at a confirmed address. */
export async function findRecipients(tx: Tx, notificationId: string) {
  const notice = await tx.notification.findUnique({ where: { id: notificationId } });
  if (!notice) return null;
  const recipients = await tx.$queryRaw<Recipient[]>`
    select u.id as user_id, u.role, s.mode, s.digest_hour as "digestHour", s.quiet_from as "quietFrom", s.quiet_to as "quietTo",
           s.urgent_anytime as "urgentAnytime"
    from user_account u join mail_setting s on s.user_id = u.id
    where (u.enterprise_id = ${notice.enterpriseId}::uuid or u.institution_id = ${notice.institutionId}::uuid)
      and u.state = 'active' and s.mode <> 'off' and s.confirmed_at is not null
      and (${notice.userId}::uuid is null or u.id = ${notice.userId}::uuid)
      and (cardinality(${notice.roles}::text[]) = 0 or u.role = any(${notice.roles}::text[]))
      and (u.branch_id is null or notice_is_for(${notice.href}, ${JSON.stringify(notice.params)}::jsonb, u.branch_id))
    order by u.id`;
  return { notice, recipients };
}

type NewMail = {
  readonly userId: string;
  readonly kind: MailPlan['kind'] | 'code';
  readonly slot: string;
  readonly urgent: boolean;
  readonly dueAt: Date;
  readonly at: Date;
};

/** The mail of a person for a slot, made where it is not there yet. One that was tried already takes nothing more in. */
export async function openMail(tx: Tx, { at, ...mail }: NewMail) {
  const made = { id: randomUUID(), ...mail, createdAt: at, state: 'pending' };
  const { count } = await tx.mail.createMany({ data: [made], skipDuplicates: true });
  if (count === 1) return { id: made.id, isNew: true, isOpen: true };
  const [found] = await tx.$queryRaw<{ id: string; open: boolean }[]>`
    select id, state = 'pending' and attempts = 0 as open from mail
    where user_id = ${mail.userId}::uuid and slot = ${mail.slot} for update`;
  if (!found) throw new Error('a mail that is there and not found');
  return { id: found.id, isNew: false, isOpen: found.open };
}

export const addMailItem = (tx: Tx, item: Prisma.MailItemCreateManyInput) =>
  tx.mailItem.createMany({ data: [item], skipDuplicates: true });

export type WaitingMail = {
  id: string;
  user_id: string;
  kind: 'single' | 'digest' | 'code';
  urgent: boolean;
  attempts: number;
  address: string | null;
  confirmed: boolean;
  mode: string;
  code_mail: string | null;
} & Pick<MailWish, 'quietFrom' | 'quietTo' | 'urgentAnytime'>;

/** Begins an attempt at a mail that waits: from now on it takes no more messages in. With where it would go now. */
export async function beginMail(tx: Tx, id: string): Promise<WaitingMail | null> {
  const [row] = await tx.$queryRaw<WaitingMail[]>`
    update mail m set attempts = attempts + 1 from mail_setting s
    where m.id = ${id}::uuid and m.state = 'pending' and s.user_id = m.user_id
    returning m.id, m.user_id, m.kind, m.urgent, m.attempts, s.address, s.confirmed_at is not null as confirmed, s.mode, s.code_mail,
              s.quiet_from as "quietFrom", s.quiet_to as "quietTo", s.urgent_anytime as "urgentAnytime"`;
  return row ?? null;
}

/** The kinds of the messages of a mail that nobody has read in the inbox meanwhile, and that its reader still sees there. */
export async function findUnread(tx: Tx, mailId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ kind: string }[]>`
    select n.kind from mail_item i
    join notification n on n.id = i.notification_id
    join user_account u on u.id = i.user_id
    where i.mail_id = ${mailId}::uuid and n.read_at is null
      and (u.branch_id is null or notice_is_for(n.href, n.params, u.branch_id)) order by n.created_at, n.id`;
  return rows.map(({ kind }) => kind);
}

export const setMailState = (tx: Tx, id: string, state: 'sent' | 'skipped' | 'failed') =>
  tx.mail.updateMany({ where: { id, state: 'pending' }, data: { state } });

export const addMailAttempt = (
  tx: Tx,
  mail: { readonly id: string; readonly user_id: string },
  { outcome, code, ms }: { readonly outcome: MailOutcome; readonly code: number | null; readonly ms: number },
  at: Date,
) => tx.mailAttempt.createMany({ data: [{ mailId: mail.id, userId: mail.user_id, at, outcome, code, ms }] });

export const findMailSetting = (tx: Tx, userId: string) => tx.mailSetting.findUnique({ where: { userId } });

export const storeMailSetting = (tx: Tx, data: Prisma.MailSettingUncheckedCreateInput) =>
  tx.mailSetting.upsert({ where: { userId: data.userId }, create: data, update: data });

export const countCodes = (tx: Tx, userId: string, since: Date) =>
  tx.mail.count({ where: { userId, kind: 'code', createdAt: { gt: since } } });

/** The last mails of a person with how each went; nothing of what they said. */
export const lastMails = (tx: Tx, userId: string, take: number) => tx.$queryRaw<
  { id: string; kind: string; due_at: Date; state: string; attempts: number; outcome: string | null }[]
>`
  select m.id, m.kind, m.due_at, m.state, m.attempts,
         (select a.outcome from mail_attempt a where a.mail_id = m.id order by a.id desc limit 1) as outcome
  from mail m where m.user_id = ${userId}::uuid order by m.created_at desc, m.id limit ${take}`;

/** Whose mail it is, if it waits and holds messages; codes for an address hold none. */
export async function findMailOwner(tx: Tx, id: string): Promise<string | null> {
  const mail = await tx.mail.findFirst({
    where: { id, state: 'pending', kind: { not: 'code' } },
    select: { userId: true },
  });
  return mail?.userId ?? null;
}

type KeptBack = Pick<WaitingMail, 'id' | 'kind' | 'urgent' | 'quietFrom' | 'quietTo' | 'urgentAnytime'>;

/** Mails to people of an institution whose time has come and that nobody sent. */
export const findMailsKeptBack = (tx: Tx, institutionId: string, now: Date) => tx.$queryRaw<KeptBack[]>`
  select m.id, m.kind, m.urgent, s.quiet_from as "quietFrom", s.quiet_to as "quietTo", s.urgent_anytime as "urgentAnytime"
  from mail m join user_account u on u.id = m.user_id join mail_setting s on s.user_id = m.user_id
  where u.institution_id = ${institutionId}::uuid and m.state = 'pending' and m.kind <> 'code' and m.due_at <= ${now}
  order by m.due_at, m.id`;
