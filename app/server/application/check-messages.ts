import { statesStep } from '~/domain/application/bank-message.ts';
import { type FiledMessage, type MessageFile, readMessageFile } from '~/domain/application/message-file.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { fingerprintOf, isSignedBy, readPublicKey } from '~/server/institution/client-key.ts';

export type CheckedMessage = Pick<FiledMessage, 'step' | 'state' | 'at' | 'by' | 'officer' | 'key'> & {
  /** Whether the signature fits the text, and the text says what stands beside it. */
  readonly isGood: boolean;
  /** Whether the key is the one that whoever checks gave; null when none was given for such a message. */
  readonly isTrusted: boolean | null;
};

export type CheckedMessages = { readonly application: string; readonly messages: readonly CheckedMessage[] };

/** Checks a file of signed messages on its own, without database or network. `trusted`: the bank's key in PEM, if known. */
export function checkMessages(
  text: string,
  trusted?: string,
): Result<CheckedMessages, { readonly code: 'application.messages-unreadable' }> {
  const read = readMessageFile(text);
  if (!read.ok) return read;
  const { application, messages } = read.value;
  const own = trusted === undefined ? null : readPublicKey(trusted);
  return accept({ application, messages: messages.map((each) => checked(each, application, own, trusted)) });
}

function checked(
  { text, signature, publicKey, ...about }: FiledMessage,
  application: MessageFile['application'],
  own: string | null,
  trusted: string | undefined,
): CheckedMessage {
  const key = readPublicKey(publicKey);
  const { step, state, at, by, officer } = about;
  const says = by === 'bank' ? statesStep(text, application, state) : recordsStep(text, application, state);
  return {
    ...{ step, state, at, by, officer },
    key: key ? fingerprintOf(key) : about.key,
    isGood: key !== null && fingerprintOf(key) === about.key && isSignedBy(key, text, signature) && says,
    isTrusted: trusted === undefined || by === 'platform' ? null : key !== null && key === own,
  };
}

/** Whether a record of the platform is about an application that reached a state. */
function recordsStep(text: string, application: string, state: string): boolean {
  try {
    const record = JSON.parse(text) as { application?: unknown; to?: unknown };
    return record.application === application && record.to === state;
  } catch {
    return false; // no record of the platform
  }
}
