import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { attemptsOf, endpointRows, findEndpoint, messagesOf } from '~/server/institution/store-webhook.ts';

const month = 30 * 86_400_000;
const pageSize = 30;

/** The endpoints of the actor's bank. */
export async function listWebhooks(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  const since = new Date(clock.now().getTime() - month);
  const rows = await withActor(actor, (tx) => endpointRows(tx, institutionId, since));
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}

export const messageStates = ['pending', 'delivered', 'failed'] as const;
export type MessageState = (typeof messageStates)[number];

/** The delivery log of an endpoint, a page at a time: each message with its attempts. */
export function showWebhook(actor: Actor, id: string, state: MessageState | null, page: number) {
  return withActor(
    actor,
    async (tx): Promise<Result<WebhookLog, { readonly code: 'institution.webhook-not-found' }>> => {
      const endpoint = await findEndpoint(tx, id);
      if (!endpoint) return refuse({ code: 'institution.webhook-not-found' });
      const rows = await messagesOf(tx, id, state, pageSize + 1, (page - 1) * pageSize);
      const shown = rows.slice(0, pageSize);
      const attempts = await attemptsOf(
        tx,
        shown.map((row) => row.id),
      );
      const messages = shown.map((row) => ({
        id: row.id,
        type: row.type,
        subjectId: row.subjectId,
        state: row.state as MessageState,
        createdAt: row.createdAt.toISOString(),
        nextAt: row.nextAt?.toISOString() ?? null,
        attempts: attempts
          .filter((attempt) => attempt.messageId === row.id)
          .map(({ at, status, ms, outcome }) => ({ at: at.toISOString(), status, ms, outcome })),
      }));
      const { url, types, disabledFor } = endpoint;
      const standing = endpoint.state as 'active' | 'disabled';
      const next = rows.length > pageSize;
      return accept({ id, url, types, standing, disabledFor, messages, filter: state, page, next });
    },
  );
}

type ShownMessage = {
  readonly id: string;
  readonly type: string;
  readonly subjectId: string;
  readonly state: MessageState;
  readonly createdAt: string;
  readonly nextAt: string | null;
  readonly attempts: readonly {
    readonly at: string;
    readonly status: number | null;
    readonly ms: number;
    readonly outcome: string;
  }[];
};

export type WebhookLog = {
  readonly id: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly standing: 'active' | 'disabled';
  readonly disabledFor: string | null;
  readonly messages: readonly ShownMessage[];
  readonly filter: MessageState | null;
  readonly page: number;
  readonly next: boolean;
};
