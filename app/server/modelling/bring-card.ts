import { randomUUID } from 'node:crypto';
import { featureCodes } from '~/domain/feature/definitions.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { checkFeatures, type FeatureRefusal } from '~/domain/modelling/firm-card.ts';
import { statisticalCardHash } from '~/domain/score/statistical/card.ts';
import { type CardFileRefusal, openCard } from '~/domain/score/statistical/sealed.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { enterJointCard } from '~/server/modelling/enter-joint.ts';
import { addStudy, finishStudy, keepJointCard } from '~/server/modelling/store-study.ts';
import { isSealed } from '~/server/score/card-file.ts';

type OwnCard = { readonly name: string; readonly text: string };

/**
 * A bank brings a card of its own: every golden vector must hold and every feature be one of the platform's. It spends no
 * budget, for nothing of the platform's goes into it, until it is measured on outcomes; it scores applicants under their
 * consent.
 */
export async function bringCard(
  actor: Actor,
  { name, text }: OwnCard,
): Promise<Result<string, CardFileRefusal | FeatureRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  const opened = openCard(readJson(text), isSealed);
  if (!opened.ok) return opened;
  const checked = checkFeatures(opened.value, featureCodes);
  if (!checked.ok) return checked;
  const id = randomUUID();
  const hash = statisticalCardHash(opened.value);
  await withActor(system('modelling.bring-card'), async (tx) => {
    const at = clock.now();
    const head = {
      id,
      institutionId,
      name,
      rowsGiven: 0,
      contentHash: hash,
      epsilonMilli: 0,
      measures: null,
    };
    await addStudy(tx, { ...head, orderedBy: userId, orderedAt: at });
    await keepJointCard(tx, id, opened.value, hash);
    await enterJointCard(tx, { id, institutionId, name, orderedBy: userId }, opened.value);
    await finishStudy(tx, id, { ownCard: true }, at);
  });
  await withActor(actor, (tx) =>
    appendAudit(tx, actor, { action: 'modelling.card-brought', detail: { studyId: id, hash } }),
  );
  return accept(id);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
