import type { Handler } from '#jobs/handler.ts';
import { deliverMail } from '~/server/platform/deliver-mail.ts';

/** Sends a mail and writes what came of it; the job's mark stands with what is written, so an attempt counts once. */
export const sendMail: Handler<'platform.send-mail'> = ({ mailId }, { actor, once }) =>
  deliverMail(actor, mailId, once);
