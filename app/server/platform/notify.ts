import { randomUUID } from 'node:crypto';
import type { Role } from '~/domain/institution/role.ts';
import type { Canonical } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

export type Notice = {
  readonly to: { readonly enterpriseId: EnterpriseId } | { readonly institutionId: InstitutionId };
  /** Left out, everybody of the house: the roles it is meant for, or one person. */
  readonly roles?: readonly Role[];
  readonly userId?: UserId;
  /** Waits for no digest. */
  readonly urgent?: boolean;
  /** `stage.past-tense`; worded in `app/text` with these parameters. */
  readonly kind: string;
  readonly params: Canonical;
  /** The page that shows what it is about. */
  readonly href: string;
};

/**
 * Leaves a message in the other party's inbox, in the caller's transaction, and orders the mails where anybody there asked
 * for them. Nothing is returned: the writer may not read the other party's inbox.
 */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const to = { enterpriseId: null, institutionId: null, ...notice.to };
  const id = randomUUID();
  await tx.$executeRaw`
    with told as (
    insert into notification (id, enterprise_id, institution_id, user_id, roles, urgent, kind, params, href, created_at)
    values (${id}::uuid, ${to.enterpriseId}::uuid, ${to.institutionId}::uuid, ${notice.userId ?? null}::uuid,
            ${[...(notice.roles ?? [])]}::text[], ${notice.urgent ?? false}, ${notice.kind},
            ${JSON.stringify(notice.params)}::jsonb, ${notice.href}, ${clock.now()}))
    insert into outbox (job, key, payload)
    select 'platform.spread-mail', ${`spread-mail-${id}`}, jsonb_build_object('notificationId', ${id}::text)
    where house_wants_mail(${to.enterpriseId}::uuid, ${to.institutionId}::uuid)`;
}

/** The same of several notices, in their order and in one message. */
export async function notifyAll(tx: Tx, notices: readonly Notice[]): Promise<void> {
  const rows = notices.map(({ to, userId = null, roles = [], urgent = false, kind, params, href }) => ({
    ...{ enterpriseId: null, institutionId: null, ...to },
    ...{ id: randomUUID(), userId, roles, urgent, kind, params, href },
  }));
  await tx.$executeRaw`
    with notices as (
      select n.* from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as (id uuid, "enterpriseId" uuid, "institutionId" uuid, "userId" uuid, roles text[], urgent boolean, kind text, params jsonb, href text))
        with ordinality n (id, firm, house, person, roles, urgent, kind, params, href, n)),
    told as (
      insert into notification (id, enterprise_id, institution_id, user_id, roles, urgent, kind, params, href, created_at)
      select id, firm, house, person, roles, urgent, kind, params, href, ${clock.now()} from notices order by n)
    insert into outbox (job, key, payload)
    select 'platform.spread-mail', 'spread-mail-' || id, jsonb_build_object('notificationId', id::text)
    from notices where house_wants_mail(firm, house) order by n`;
}
