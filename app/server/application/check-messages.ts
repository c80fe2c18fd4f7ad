import { isTimely, signedOf } from '~/domain/application/bank-message.ts';
import { type FiledMessage, readMessageFile } from '~/domain/application/message-file.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { fingerprintOf, isSignedBy, readPublicKey } from '~/server/institution/client-key.ts';

/** What a message says by its own signed text, and nothing that only stands beside it in the file. */
type Signed = {
  /** Null where the text does not say: a bank signs the state, the platform the step too. */
  readonly step: string | null;
  readonly state: string | null;
  /** The platform's instant, or the bank's business day. */
  readonly at: string | null;
  readonly officer: string | null;
};

export type CheckedMessage = Signed & {
  readonly by: FiledMessage['by'];
  /** The short name of the key that the file brings. */
  readonly key: string;
  /** Whether the signature fits the text, and what stands beside it in the file agrees with it. */
  readonly isGood: boolean;
  /** Whether its key is one that whoever checks trusts; null when none was given for such a message: then nobody knows who signed. */
  readonly isTrusted: boolean | null;
};

/** Keys that whoever checks has from elsewhere than the file, in PEM; several may stand one after another. */
export type TrustedKeys = { readonly bank?: string | undefined; readonly platform?: string | undefined };

export type CheckedMessages = { readonly application: string; readonly messages: readonly CheckedMessage[] };

/** Checks a file of signed messages on its own, without database or network. */
export function checkMessages(
  text: string,
  trusted: TrustedKeys = {},
): Result<CheckedMessages, { readonly code: 'application.messages-unreadable' }> {
  const read = readMessageFile(text);
  if (!read.ok) return read;
  const { application, messages } = read.value;
  const keys = { bank: keysIn(trusted.bank), platform: keysIn(trusted.platform) };
  return accept({ application, messages: messages.map((each) => checked(each, application, keys[each.by])) });
}

function checked(
  filed: FiledMessage,
  application: string,
  trusted: Set<string | null> | null,
): CheckedMessage {
  const { by, text, signature, publicKey } = filed;
  const key = readPublicKey(publicKey);
  const short = key ? fingerprintOf(key) : filed.key;
  const said = by === 'bank' ? saidByBank(filed, application) : saidByPlatform(filed, application);
  const isSigned = key !== null && short === filed.key && isSignedBy(key, text, signature);
  return {
    ...(isSigned && said ? said : { step: null, state: null, at: null, officer: null }),
    ...{ by, key: short },
    isGood: isSigned && said !== null,
    isTrusted: trusted && (key === null ? false : trusted.has(key)),
  };
}

const block = /-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g;

const keysIn = (text: string | undefined): Set<string | null> | null =>
  text === undefined ? null : new Set((text.match(block) ?? []).map(readPublicKey));

/** What a bank's text says of the application; null where the file says something else beside it. */
function saidByBank({ text, state, step, at }: FiledMessage, application: string): Signed | null {
  const signed = signedOf(text);
  const moment = new Date(at);
  if (!signed || signed.application !== application || signed.state !== state) return null;
  if (Number.isNaN(moment.getTime()) || !isTimely(signed.day, dayAt(moment))) return null;
  if (!(stepsTo[state] ?? [state]).includes(step)) return null;
  return { step: null, state, at: signed.day, officer: null };
}

/** Steps of a bank that do not bear the name of the state which they lead to. */
const stepsTo: { readonly [state: string]: readonly string[] } = {
  'in-review': ['picked-up', 'sent-back', 'reassigned', 'documents-asked'],
  declined: ['declined', 'second-look-refused'],
  submitted: ['reopened'],
};

/** What the platform's record says of the application; null where the file says something else beside it. */
function saidByPlatform(filed: FiledMessage, application: string): Signed | null {
  try {
    const record = JSON.parse(filed.text) as { readonly [name: string]: unknown };
    const { step, state, at, officer } = filed;
    const agrees = record.step === step && record.to === state && record.at === at && record.by === officer;
    return agrees && record.application === application ? { step, state, at, officer } : null;
  } catch {
    return null; // no record of the platform
  }
}
