import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type CardForm, cardForms, exportCardAs } from '~/domain/score/export-card.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { drawModel } from '~/server/modelling/draw-model.ts';
import { backTestOf } from '~/server/modelling/read-promotion.ts';
import { showCardModel } from '~/server/modelling/show-card-model.ts';
import { findModel } from '~/server/modelling/store.ts';
import { platformSeal } from '~/server/score/card-file.ts';
import type { Locale } from '~/text/define.ts';

export const modelForms = [...cardForms, 'pdf'] as const;
export type ModelForm = (typeof modelForms)[number];

type Missing = { readonly code: 'modelling.not-found' };
type File = { readonly name: string; readonly type: string; readonly body: string | Uint8Array };

/** A card as a file: signed JSON with its golden vectors, SQL, PMML, or its model document. Logged. */
export async function exportModel(
  actor: Person,
  { version, form }: { readonly version: string; readonly form: ModelForm },
  locale: Locale,
): Promise<Result<File, Missing>> {
  const file =
    form === 'pdf' ? await documentOf(actor, version, locale) : await cardFile(actor, version, form);
  if (!file) return refuse({ code: 'modelling.not-found' });
  await withActor(actor, (tx) =>
    appendAudit(tx, actor, { action: 'modelling.card-exported', detail: { version, form } }),
  );
  return accept(file);
}

async function documentOf(actor: Person, version: string, locale: Locale): Promise<File | null> {
  const shown = await showCardModel(actor, version);
  if (!shown.ok) return null;
  const backTest = await withActor(system('modelling.export-model'), (tx) => backTestOf(tx, shown.value));
  const body = await drawModel({ ...shown.value, backTest }, { at: clock.now().toISOString(), locale });
  return { name: `card-${version}.pdf`, type: 'application/pdf', body };
}

const types = { json: 'application/json', sql: 'application/sql', pmml: 'application/xml' } as const;

async function cardFile(actor: Person, version: string, form: CardForm): Promise<File | null> {
  const model = await withActor(actor, (tx) => findModel(tx, version));
  if (!model) return null;
  const body = exportCardAs(model, form, { table: 'firm_features', sign: platformSeal });
  return { name: `card-${version}.${form}`, type: `${types[form]}; charset=utf-8`, body };
}
