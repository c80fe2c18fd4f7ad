import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { bankMessageText } from '~/domain/application/bank-message.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { attestStep } from '~/server/application/attest-step.ts';
import { decideApplication } from '~/server/application/decide-application.ts';
import { clock } from '~/server/clock.ts';
import { createClient } from '~/server/institution/create-client.ts';
import { reviewerOf } from './bank-acts.ts';
import { confirmationOf } from './confirmation.ts';
import { applicationOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import { bankerOf, type World } from './world.ts';

const clientName = '授信签发系统';

/**
 * The bank's own system confirms what the officer proposed, signed by a key of the bank's (domain.md row F1). The private
 * key is made here and kept nowhere: it signs this once, as a bank's would that stays in its vault.
 */
export async function decideBySystem(world: World, firm: StoryFirm, product: string) {
  const reviewer = await reviewerOf(world, product);
  const admin = await bankerOf(world, 'bank-admin');
  if (admin.institutionId !== reviewer.institutionId) throw new Error(`${product} is of another bank`);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const today = clock.today();
  const { id: clientId } = insist(
    await createClient(admin, {
      name: clientName,
      scopes: ['applications:decide'],
      expiresOn: addDays(today, 365),
      publicKey: pem,
    }),
  );
  const client = { ...reviewer, userId: clientId as UserId, name: `API · ${clientName}` };
  const key = randomUUID();
  const id = await applicationOf(world, firm, product);
  const decision = await confirmationOf(reviewer, id);
  const bodyHash = sha256(JSON.stringify(decision));
  return decideApplication(client, id, decision, async (tx, { state, proposal, amountFen }) => {
    const amount = fen(proposal?.outcome === 'approve' ? proposal.terms.amount : amountFen);
    const text = bankMessageText({ applicationId: id, clientId, state, amount, day: today, key, bodyHash });
    const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
    await attestStep(tx, id, { signature, day: today, publicKey: pem, clientId, key, bodyHash });
  });
}
