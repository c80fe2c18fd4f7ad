import type { Application } from '~/server/application/store.ts';
import type { Tx } from '~/server/db/client.ts';

/** A message of a bank as it was signed. */
export type SignedMessage = {
  readonly text: string;
  /** Ed25519, base64. */
  readonly signature: string;
  /** PEM, as it was registered when the message came. */
  readonly publicKey: string;
};

/** Whether this signature stands under a step of the firm's already. */
export async function isMessageKnown(tx: Tx, enterpriseId: string, signature: string): Promise<boolean> {
  return (await tx.bankMessage.count({ where: { enterpriseId, signature } })) > 0;
}

/** Appends a bank's message to the last step of an application, which its transaction wrote. */
export const addMessage = (
  tx: Tx,
  { id, enterpriseId, institutionId }: Application,
  { text, signature, publicKey }: SignedMessage,
  by: { readonly clientId: string; readonly at: Date },
) =>
  tx.$executeRaw`
    insert into bank_message (enterprise_id, application_id, institution_id, event_id, client_id, public_key, text, signature, at)
    select ${enterpriseId}::uuid, ${id}::uuid, ${institutionId}::uuid, max(v.id), ${by.clientId}::uuid, ${publicKey}, ${text},
           ${signature}, ${by.at}
    from application_event v where v.enterprise_id = ${enterpriseId}::uuid and v.application_id = ${id}::uuid`;
