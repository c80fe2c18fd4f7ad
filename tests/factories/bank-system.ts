import { generateKeyPairSync } from 'node:crypto';
import { approvalOf } from '#tests/factories/applying.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { action as takeToken } from '~/routes/api/token.ts';

/** A pair of keys as a bank makes it. */
export const pair = () => generateKeyPairSync('ed25519');
export const pem = (keys: ReturnType<typeof pair>) =>
  keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** A bank's system as the platform knows it. */
export type Client = { readonly id: string; readonly secret: string; readonly token: string };
/** An access token for a client. */
export async function tokenOf(id: string, secret: string): Promise<string> {
  const fields = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const request = new Request('http://127.0.0.1/api/v1/token', {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const answer = await takeToken({ request, params: {}, context: {} } as never);
  return String(((await answer.json()) as { access_token: string }).access_token);
}

/** An approval as a bank's system sends it. */
export const approvalOfSum = (sum: Fen) => {
  const proposal = approvalOf();
  if (proposal.outcome !== 'approve') throw new Error('no approval');
  const { fee, guaranteeFee, ...terms } = proposal.terms;
  const money = { amount: Number(sum), fee: Number(fee), guaranteeFee: Number(guaranteeFee) };
  return { outcome: 'approve', terms: { ...terms, ...money } };
};
