import { type FiledMessage, type MessageFile, messageFormat } from '~/domain/application/message-file.ts';
import { type Canonical, canonicalJson } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, houseOf } from '~/server/access/actor.ts';
import { findApplication } from '~/server/application/store.ts';
import { eventRows } from '~/server/application/store-event.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { fingerprintOf } from '~/server/institution/client-key.ts';
import { publicKeyPem } from '~/server/platform/signing.ts';

/** How anybody verifies a message without the platform: the text, the signature and the key as three files. */
const howToVerify: readonly string[] = [
  "node -e \"const m=JSON.parse(require('fs').readFileSync(process.argv[1])).messages[0];require('fs').writeFileSync('m.txt',m.text);require('fs').writeFileSync('m.sig',Buffer.from(m.signature,'base64'));require('fs').writeFileSync('m.pem',m.publicKey)\" messages.json",
  'openssl pkeyutl -verify -pubin -inkey m.pem -rawin -in m.txt -sigfile m.sig',
];

type Row = Awaited<ReturnType<typeof eventRows>>[number];
type NotFound = { readonly code: 'application.not-found' };

/**
 * The signed messages of an application in one file, for its firm and its bank: under each step of the bank the platform's
 * record, and where the bank signed by its own key that message as well. Each verifies offline.
 */
export function fileMessages(actor: Actor, id: string): Promise<Result<MessageFile, NotFound>> {
  return withActor(actor, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return refuse({ code: 'application.not-found' });
    const rows = await eventRows(tx, id);
    const isFirm = actor.kind === 'person' && houseOf[actor.role] === 'enterprise';
    const messages = (isFirm ? toldToFirm(rows) : rows).flatMap(messagesOf);
    return accept({ format: messageFormat, application: id, howToVerify: [...howToVerify], messages });
  });
}

/** Without what the bank signed about a proposal that was not decided: it states the amount. */
const toldToFirm = (rows: readonly Row[]): Row[] =>
  rows.map((row, at) => {
    const isOpen = row.toState === 'proposed' && !isDecision(rows[at + 1]?.toState);
    return isOpen ? { ...row, own: null } : row;
  });

const isDecision = (state: string | undefined): boolean => state === 'approved' || state === 'declined';

function messagesOf(row: Row): FiledMessage[] {
  const { kind: step, toState: state, userName: officer, own, signature } = row;
  const about = { step, state, officer, at: row.at.toISOString() };
  const filed = (by: FiledMessage['by'], text: string, sealed: string, publicKey: string): FiledMessage => ({
    ...about,
    ...{ by, text, signature: sealed, publicKey, key: fingerprintOf(publicKey) },
  });
  return [
    ...(own ? [filed('bank', own.text, own.signature, own.publicKey)] : []),
    ...(signature
      ? [filed('platform', canonicalJson(row.message as Canonical), signature, publicKeyPem())]
      : []),
  ];
}
