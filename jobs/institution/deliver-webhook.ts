import type { Handler } from '#jobs/handler.ts';
import { deliverWebhook as deliver } from '~/server/institution/deliver-webhook.ts';

/** Sends a message and writes what came of it; the job's mark stands with what is written, so an attempt counts once. */
export const deliverWebhook: Handler<'institution.deliver-webhook'> = ({ messageId }, { actor, once }) =>
  deliver(actor, messageId, once);
