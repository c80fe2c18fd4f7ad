import { sha256 } from '~/domain/kernel/hash.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { everythingAbout } from '~/server/overview/store-export.ts';
import { publicKeyPem, signText } from '~/server/platform/signing.ts';

/**
 * Everything held about the actor's firm in one signed file (PIPL 45): `signature` is Ed25519 over the text of `sha256`,
 * which is the hash of the text of `content`.
 */
export async function exportOwnData(actor: Actor): Promise<string> {
  const { enterpriseId } = asFirm(actor);
  const held = await withActor(actor, async (tx) => {
    await appendAudit(tx, actor, { action: 'overview.own-data-exported', enterpriseId });
    return everythingAbout(tx, enterpriseId);
  });
  const content = JSON.stringify({ format: 'xinqiao-export/1', at: clock.now().toISOString(), ...held });
  const digest = sha256(content);
  const seal = { sha256: digest, ...signText(digest), publicKey: publicKeyPem() };
  return `${JSON.stringify({ ...seal, content })}\n`;
}
