import { z } from 'zod';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

export const messageFormat = 'xinqiao-messages/1';

const message = z.object({
  step: z.string(),
  state: z.string(),
  at: z.string(),
  /** Whose key: the bank's own, or the platform's for whoever acted. */
  by: z.enum(['bank', 'platform']),
  officer: z.string(),
  text: z.string(),
  /** Ed25519 over the bytes of the text in UTF-8, base64. */
  signature: z.string(),
  /** PEM. */
  publicKey: z.string(),
  /** The short name of the key. */
  key: z.string(),
});

const file = z.object({
  format: z.literal(messageFormat),
  application: z.string(),
  howToVerify: z.array(z.string()),
  messages: z.array(message).min(1),
});

export type FiledMessage = z.output<typeof message>;
export type MessageFile = z.output<typeof file>;

/** The signed messages of an application from a file; what is none is refused. */
export function readMessageFile(
  text: string,
): Result<MessageFile, { readonly code: 'application.messages-unreadable' }> {
  try {
    const read = file.safeParse(JSON.parse(text));
    if (read.success) return accept(read.data);
  } catch {
    // no JSON: refused below
  }
  return refuse({ code: 'application.messages-unreadable' });
}
