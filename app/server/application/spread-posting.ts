import { randomUUID } from 'node:crypto';
import type { PostingType, WebhookType } from '~/domain/institution/webhook.ts';
import type { Actor } from '~/server/access/actor.ts';
import { banksKeptFrom } from '~/server/application/store-kept-from.ts';
import { findPosting } from '~/server/application/store-posting.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { spreadWebhook } from '~/server/institution/spread-webhook.ts';
import { banksToHear } from '~/server/institution/store-webhook.ts';

type Told = { readonly postingId: string; readonly type: PostingType; readonly ref: string };

/**
 * One message to each endpoint of a bank that may know of the posting, in words that are the same for all: what other
 * banks do with it is nowhere in them, and banks that the firm's posting is kept from hear nothing (domain.md rows E4, E7).
 */
export async function spreadPosting(tx: Tx, actor: Actor, { postingId, type, ref }: Told): Promise<void> {
  const posting = await findPosting(tx, postingId);
  if (!posting) return;
  const kept = await banksKeptFrom(tx, posting);
  for (const institutionId of await banksToHear(tx, type, clock.today())) {
    if (kept.has(institutionId)) continue;
    await spreadWebhook(tx, actor, { institutionId, type, subjectId: postingId, ref });
  }
}

/** The order to tell them, in the transaction of what happened. */
export const postingOrder = (postingId: string, type: PostingType) =>
  ({ name: 'application.spread-posting', payload: { postingId, type, ref: randomUUID() } }) as const;

/** The order to tell one bank's systems what it did itself, or what the firm did with its terms. */
export const answerOrder = (institutionId: string, postingId: string, type: WebhookType) =>
  ({
    name: 'institution.spread-webhook',
    payload: { institutionId, type, subjectId: postingId, ref: randomUUID() },
  }) as const;
