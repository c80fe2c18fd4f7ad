import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { exportPmml } from '~/domain/score/statistical/export-pmml.ts';
import { exportSql } from '~/domain/score/statistical/export-sql.ts';
import { cardText, sealCard } from '~/domain/score/statistical/sealed.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { drawModel } from '~/server/modelling/draw-model.ts';
import { showCardModel } from '~/server/modelling/show-card-model.ts';
import { findModel } from '~/server/modelling/store.ts';
import { publicKeyPem, signText } from '~/server/platform/signing.ts';
import type { Locale } from '~/text/define.ts';

export const modelForms = ['json', 'sql', 'pmml', 'pdf'] as const;
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
  const body = await drawModel(shown.value, { at: clock.now().toISOString(), locale });
  return { name: `card-${version}.pdf`, type: 'application/pdf', body };
}

async function cardFile(actor: Person, version: string, form: 'json' | 'sql' | 'pmml'): Promise<File | null> {
  const model = await withActor(actor, (tx) => findModel(tx, version));
  if (!model) return null;
  const name = `card-${version}.${form}`;
  if (form === 'sql')
    return {
      name,
      type: 'application/sql; charset=utf-8',
      body: exportSql(model.card, model.hash, 'firm_features'),
    };
  if (form === 'pmml')
    return { name, type: 'application/xml; charset=utf-8', body: exportPmml(model.card, model.hash) };
  const seal = { ...signText(model.hash), publicKey: publicKeyPem() };
  return { name, type: 'application/json; charset=utf-8', body: cardText(sealCard(model.card, seal)) };
}
