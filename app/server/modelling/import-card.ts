import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkFeatures, type FeatureRefusal } from '~/domain/modelling/firm-card.ts';
import { type StatisticalCard, statisticalCardHash } from '~/domain/score/statistical/card.ts';
import { type CardFileRefusal, openCard, type Seal } from '~/domain/score/statistical/sealed.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addModel, isVersionTaken } from '~/server/modelling/store.ts';
import { signText } from '~/server/platform/signing.ts';
import { isSealed } from '~/server/score/card-file.ts';

export type Import = {
  readonly text: string;
  /** The version that it shall bear in the inventory. */
  readonly version: string;
  readonly purpose: string;
};

export type ImportRefusal =
  | CardFileRefusal
  | FeatureRefusal
  | { readonly code: 'modelling.key-foreign'; readonly keyId: string }
  | { readonly code: 'modelling.version-taken'; readonly field: 'version' };

const known = new Set(featureDefinitions.map(({ code }) => code));

/**
 * Takes a card into the inventory as a candidate. Hash, signature and every golden vector must hold, a signature must be
 * the platform's own (a card without one was trained outside and is signed when it is published), and every feature
 * must be one of the platform's: else nothing is kept.
 */
export async function importCard(
  actor: Person,
  { text, version, purpose }: Import,
): Promise<Result<string, ImportRefusal>> {
  const opened = openTrusted(text);
  if (!opened.ok) return opened;
  const card = { ...opened.value, version };
  const checked = checkFeatures(card, known);
  if (!checked.ok) return checked;
  return withActor(actor, async (tx): Promise<Result<string, ImportRefusal>> => {
    if (await isVersionTaken(tx, version))
      return refuse({ code: 'modelling.version-taken', field: 'version' });
    const hash = statisticalCardHash(card);
    await addModel(tx, {
      version,
      card,
      hash,
      origin: 'imported',
      institutionId: null,
      role: 'candidate',
      purpose,
      importedBy: actor.userId,
      importedAt: clock.now(),
    });
    await recordChange(tx, actor, { kind: 'modelling.card-imported', payload: { version, hash } });
    await appendAudit(tx, actor, { action: 'modelling.card-imported', detail: { version, hash } });
    return accept(version);
  });
}

function openTrusted(text: string): Result<StatisticalCard, ImportRefusal> {
  const body = readJson(text);
  const opened = openCard(body, isSealed);
  if (!opened.ok) return opened;
  const { seal } = body as { seal: Seal | null };
  return seal && seal.keyId !== signText('').keyId
    ? refuse({ code: 'modelling.key-foreign', keyId: seal.keyId })
    : opened;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
