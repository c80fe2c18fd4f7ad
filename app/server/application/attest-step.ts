import { bankMessageText, isTimely } from '~/domain/application/bank-message.ts';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Application, findApplication } from '~/server/application/store.ts';
import { addMessage, isMessageKnown } from '~/server/application/store-message.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { isSignedBy, sameWriting } from '~/server/institution/client-key.ts';

/** The headers of a step that the bank signs itself. */
export const signatureHeader = 'bank-signature';
export const dayHeader = 'bank-day';

/** What a request says of the bank's own signature. */
export type Attestation = {
  /** Base64, as `sameWriting` puts it. */
  readonly signature: string;
  readonly day: Day;
  readonly publicKey: string;
  readonly clientId: string;
  readonly key: string;
  readonly bodyHash: string;
};

export type AttestRefusal = {
  readonly code:
    | 'application.message-missing'
    | 'application.message-no-key'
    | 'application.message-stale'
    | 'application.message-wrong'
    | 'application.message-replayed';
};

/** Thrown within the transaction of a step whose message does not hold: nothing of the step stays. */
export class MessageRefused extends Error {
  constructor(readonly refusal: AttestRefusal) {
    super(refusal.code);
  }
}

type Call = {
  readonly actor: { readonly userId: string };
  readonly key: string;
  readonly bodyHash: string;
  readonly publicKey: string | null;
  readonly request: Request;
};

/**
 * The bank's signature in a request, or null where the client has no key: then the platform signs on its behalf. A client
 * that registered a key signs every step by it, so that whoever took its secret decides nothing.
 */
export function attestationOf({
  actor,
  key,
  bodyHash,
  publicKey,
  request,
}: Call): Result<Attestation | null, AttestRefusal> {
  const signature = sameWriting(request.headers.get(signatureHeader) ?? '');
  if (!publicKey) return signature ? refuse({ code: 'application.message-no-key' }) : accept(null);
  const day = parseDay(request.headers.get(dayHeader) ?? '');
  if (!signature || !day) return refuse({ code: 'application.message-missing' });
  if (!isTimely(day, clock.today())) return refuse({ code: 'application.message-stale' });
  return accept({ signature, day, publicKey, clientId: actor.userId, key, bodyHash });
}

/** Checks the bank's message against the step just taken and keeps it beside it; throws `MessageRefused`. */
export async function attestStep(tx: Tx, applicationId: string, attestation: Attestation): Promise<void> {
  const application = await findApplication(tx, applicationId);
  if (!application) throw new Error('a step without its application');
  const { signature, publicKey, clientId } = attestation;
  const text = textOf(application, attestation);
  if (!isSignedBy(publicKey, text, signature))
    throw new MessageRefused({ code: 'application.message-wrong' });
  if (await isMessageKnown(tx, application.enterpriseId, signature))
    throw new MessageRefused({ code: 'application.message-replayed' });
  await addMessage(tx, application, { text, signature, publicKey }, { clientId, at: clock.now() });
}

const textOf = (application: Application, { clientId, day, key, bodyHash }: Attestation): string => {
  const { id, state, proposal, amountFen } = application;
  const amount = proposal?.outcome === 'approve' ? proposal.terms.amount : amountFen;
  return bankMessageText({ applicationId: id, clientId, state, amount: fen(amount), day, key, bodyHash });
};
