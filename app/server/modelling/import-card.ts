import { featureCodes } from '~/domain/feature/definitions.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkFeatures, checkRuleFeatures, type FeatureRefusal } from '~/domain/modelling/firm-card.ts';
import { cardFeatures, cardHash } from '~/domain/score/card.ts';
import type { OpenedCard, OpenRefusal } from '~/domain/score/card-file.ts';
import type { AnyCard } from '~/domain/score/export-card.ts';
import { statisticalCardHash } from '~/domain/score/statistical/card.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addModel, isVersionTaken } from '~/server/modelling/store.ts';
import { openCardText, signerOf } from '~/server/score/card-file.ts';
import { currentCard } from '~/server/score/store.ts';

export type Import = {
  readonly text: string;
  /** The version that it shall bear in the inventory. */
  readonly version: string;
  readonly purpose: string;
};

export type ImportRefusal =
  | OpenRefusal
  | FeatureRefusal
  | { readonly code: 'modelling.key-foreign'; readonly keyId: string }
  | { readonly code: 'modelling.version-taken'; readonly field: 'version' };

/**
 * Takes a card of either kind into the inventory as a candidate. Hash, signature and every golden vector must hold, a
 * signature must be the platform's own (a card without one was made outside and is signed when it is published), and every
 * feature must be one of the platform's: else nothing is kept.
 */
export async function importCard(
  actor: Person,
  { text, version, purpose }: Import,
): Promise<Result<string, ImportRefusal>> {
  const opened = openTrusted(text);
  if (!opened.ok) return opened;
  return withActor(actor, async (tx): Promise<Result<string, ImportRefusal>> => {
    const checked = await namedCard(tx, opened.value, version);
    if (!checked.ok) return checked;
    if (await isVersionTaken(tx, version))
      return refuse({ code: 'modelling.version-taken', field: 'version' });
    const { hash } = checked.value;
    await addModel(tx, {
      ...checked.value,
      version,
      origin: 'imported',
      institutionId: null,
      role: 'candidate',
      purpose,
      importedBy: actor.userId,
      importedAt: clock.now(),
    });
    const detail = { version, hash, kind: checked.value.kind };
    await recordChange(tx, actor, { kind: 'modelling.card-imported', payload: detail });
    await appendAudit(tx, actor, { action: 'modelling.card-imported', detail });
    return accept(version);
  });
}

/** The card under its version in the inventory, once its features are ones that it can be scored with here. */
async function namedCard(
  tx: Tx,
  opened: AnyCard,
  version: string,
): Promise<Result<AnyCard & { readonly hash: string }, FeatureRefusal>> {
  if (opened.kind === 'rule') {
    const card = { ...opened.card, version };
    const checked = checkRuleFeatures(card, new Set(cardFeatures(await currentCard(tx))));
    return checked.ok ? accept({ kind: 'rule', card, hash: cardHash(card) }) : checked;
  }
  const card = { ...opened.card, version };
  const checked = checkFeatures(card, featureCodes);
  return checked.ok ? accept({ kind: 'statistical', card, hash: statisticalCardHash(card) }) : checked;
}

function openTrusted(text: string): Result<OpenedCard, ImportRefusal> {
  const opened = openCardText(text);
  if (!opened.ok || signerOf(opened.value) !== 'other') return opened;
  return refuse({ code: 'modelling.key-foreign', keyId: opened.value.keyId ?? '' });
}
