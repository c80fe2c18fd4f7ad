import { randomUUID } from 'node:crypto';
import type { Attempt, WebhookType } from '~/domain/institution/webhook.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { mayAct } from '~/server/institution/store-may-act.ts';

export type EndpointState = 'active' | 'disabled' | 'removed';
export type DisabledFor = 'by-hand' | 'gone' | 'exhausted';

type NewEndpoint = {
  readonly id: string;
  readonly institutionId: InstitutionId;
  readonly url: string;
  readonly types: readonly WebhookType[];
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly createdBy: UserId;
  readonly at: Date;
};

export const addEndpoint = (tx: Tx, { at, types, ...endpoint }: NewEndpoint) =>
  tx.webhookEndpoint.create({
    data: { ...endpoint, types: [...types], state: 'active', createdAt: at, changedAt: at },
  });

/** An endpoint that was not removed. */
export const findEndpoint = (tx: Tx, id: string) =>
  tx.webhookEndpoint.findFirst({ where: { id, state: { not: 'removed' } } });

/** The endpoints of an institution with what became of their messages in the last thirty days. */
export const endpointRows = (tx: Tx, institutionId: string, since: Date) =>
  tx.$queryRaw<EndpointRow[]>`
    select e.id, e.url, e.types, e.state, e.disabled_for as "disabledFor", e.created_at as "createdAt",
           count(m.id)::int as messages,
           count(m.id) filter (where m.state = 'delivered')::int as delivered,
           count(m.id) filter (where m.state = 'pending')::int as pending,
           count(m.id) filter (where m.state = 'failed')::int as failed
    from webhook_endpoint e
    left join webhook_message m on m.endpoint_id = e.id and m.created_at >= ${since}
    where e.institution_id = ${institutionId}::uuid and e.state <> 'removed'
    group by e.id order by e.created_at desc`;

export type EndpointRow = {
  readonly id: string;
  readonly url: string;
  readonly types: string[];
  readonly state: EndpointState;
  readonly disabledFor: DisabledFor | null;
  readonly createdAt: Date;
  readonly messages: number;
  readonly delivered: number;
  readonly pending: number;
  readonly failed: number;
};

export const setEndpointState = (
  tx: Tx,
  id: string,
  state: EndpointState,
  disabledFor: DisabledFor | null,
  at: Date,
) => tx.webhookEndpoint.updateMany({ where: { id }, data: { state, disabledFor, changedAt: at } });

/** The active endpoints of an institution that want a type. */
export const endpointsFor = (tx: Tx, institutionId: string, type: WebhookType) =>
  tx.webhookEndpoint.findMany({
    where: { institutionId, state: 'active', OR: [{ types: { isEmpty: true } }, { types: { has: type } }] },
    orderBy: { id: 'asc' },
  });

type NewMessage = {
  readonly institutionId: string;
  readonly endpointId: string;
  readonly ref: string;
  readonly type: WebhookType;
  readonly subjectId: string;
  readonly body: string;
  readonly at: Date;
};

/** Adds a message; null where the endpoint was told of this already. */
export async function addMessage(tx: Tx, { at, ...message }: NewMessage): Promise<string | null> {
  const id = randomUUID();
  const row = { id, ...message, createdAt: at, state: 'pending', nextAt: at };
  const { count } = await tx.webhookMessage.createMany({ data: [row], skipDuplicates: true });
  return count === 1 ? id : null;
}

export const findMessage = (tx: Tx, id: string) => tx.webhookMessage.findFirst({ where: { id } });

export const setMessage = (
  tx: Tx,
  id: string,
  data: { readonly state: string; readonly attempts?: number; readonly nextAt: Date | null },
) => tx.webhookMessage.updateMany({ where: { id }, data });

export const addAttempt = (
  tx: Tx,
  message: { readonly id: string; readonly institutionId: string },
  { outcome, status }: Attempt,
  ms: number,
  at: Date,
) =>
  tx.webhookAttempt.createMany({
    data: [{ messageId: message.id, institutionId: message.institutionId, at, status, ms, outcome }],
  });

export const messagesOf = (tx: Tx, endpointId: string, state: string | null, take: number, skip: number) =>
  tx.webhookMessage.findMany({
    where: { endpointId, ...(state && { state }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    skip,
  });

export const attemptsOf = (tx: Tx, messageIds: readonly string[]) =>
  tx.webhookAttempt.findMany({ where: { messageId: { in: [...messageIds] } }, orderBy: { id: 'asc' } });

/** Messages of an institution whose time has come and that nobody sent, to endpoints that are on. */
export const findKeptBack = (tx: Tx, institutionId: string, now: Date) => tx.$queryRaw<{ id: string }[]>`
  select m.id from webhook_message m join webhook_endpoint e on e.id = m.endpoint_id and e.state = 'active'
  where m.institution_id = ${institutionId}::uuid and m.state = 'pending' and m.next_at <= ${now}
  order by m.created_at, m.id`;

/** Banks that may act today and have an active endpoint that wants a type. */
export async function banksToHear(tx: Tx, type: WebhookType, today: Day): Promise<InstitutionId[]> {
  const rows = await tx.$queryRaw<{ id: InstitutionId }[]>`
    select distinct i.id from webhook_endpoint e join institution i on i.id = e.institution_id
    where e.state = 'active' and (cardinality(e.types) = 0 or ${type} = any(e.types)) and i.kind = 'bank'
      and ${mayAct(today)}
    order by i.id`;
  return rows.map(({ id }) => id);
}
