import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { OpenRefusal } from '~/domain/score/card-file.ts';
import { type AnyCard, type CardForm, exportCardAs } from '~/domain/score/export-card.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findModel } from '~/server/modelling/store.ts';
import { type FileRefusal, readCardFile, sealIfKey, signerOf, writeWhole } from '~/server/score/card-file.ts';
import { cardText } from '~/text/card.ts';
import { translate } from '~/text/define.ts';
import type { CliAnswer } from '../command.ts';
import { type CardContext, needed, refusedCard } from './card.ts';
import { sealLine } from './card-seal.ts';

type Found = { readonly card: AnyCard; readonly hash: string };

/**
 * `card export`: a card as signed JSON, SQL or PMML that scores alike; from a file (`--card`), or from the inventory and the
 * published rule cards (`--version`).
 */
export async function exportCard(context: CardContext): Promise<CliAnswer> {
  const { options, locale } = context;
  const [to, out] = [needed(context, 'to'), needed(context, 'out')];
  const found =
    options.version === undefined ? await fromFile(context, to) : await fromInventory(options.version, to);
  if (!found.ok) return refusedCard(found.refusal, locale);
  const { card, hash } = found.value;
  // a statistical card that came as a file reads the columns of its cases; a card of the inventory reads features
  const table = options.version === undefined && card.kind === 'statistical' ? 'cases' : 'firm_features';
  let signedBy: string | null = null;
  const sign = (of: string) => {
    const seal = sealIfKey(of);
    signedBy = seal?.keyId ?? null;
    return seal;
  };
  writeWhole(out, exportCardAs(card, to, { table, sign }));
  const isSigned = to === 'json';
  return {
    ok: true,
    json: { out, to, kind: card.kind, hash, ...(isSigned && { signedBy }) },
    lines: [
      translate(cardText, locale)('card.written', out),
      ...(isSigned ? [sealLine(signedBy, locale)] : []),
    ],
  };
}

type Foreign = { readonly code: 'card.key-foreign'; readonly keyId: string };

/** A card that bears another key's signature is not signed anew as if it were the platform's. */
async function fromFile(
  context: CardContext,
  to: CardForm,
): Promise<Result<Found, OpenRefusal | FileRefusal | Foreign>> {
  const opened = await readCardFile(needed(context, 'card'));
  if (!opened.ok) return opened;
  const { hash, keyId } = opened.value;
  if (to === 'json' && signerOf(opened.value) === 'other')
    return refuse({ code: 'card.key-foreign', keyId: keyId ?? '' });
  return accept({ card: opened.value, hash });
}

/** A card of the inventory; that it was taken is logged. */
function fromInventory(version: string, form: string) {
  const actor = system('cli.card-export');
  return withActor(actor, async (tx): Promise<Result<Found, { readonly code: 'modelling.not-found' }>> => {
    const model = await findModel(tx, version);
    if (!model) return refuse({ code: 'modelling.not-found' });
    await appendAudit(tx, actor, { action: 'modelling.card-exported', detail: { version, form } });
    return accept({ card: model, hash: model.hash });
  });
}
