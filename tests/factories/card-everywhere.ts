import { pmmlOutputs, pmmlScorer } from '#tests/factories/pmml.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { command } from '~/cli/commands/card.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type FirmFeatures, inputOf } from '~/domain/modelling/firm-card.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import type { AnyCard } from '~/domain/score/export-card.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { decideRole } from '~/server/modelling/decide-role.ts';
import { exportModel } from '~/server/modelling/export-model.ts';
import { proposeRole } from '~/server/modelling/propose-role.ts';
import { scoreOne } from '~/server/modelling/score-one.ts';
import { scoreShadow } from '~/server/modelling/score-shadow.ts';
import { findModel } from '~/server/modelling/store.ts';
import { featuresOf } from '~/server/modelling/store-sheets.ts';
import { readValues } from '~/server/score/sheet-row.ts';
import { cardOf, findFirms, latestSheet } from '~/server/score/store.ts';

type Urls = { readonly ownerUrl: string };
type Desk = { readonly maker: Person; readonly checker: Person };

const actor = system('test');

/** A card of the inventory made a challenger by two persons, with its shadow scores. */
export async function publish(version: string, { maker, checker }: Desk): Promise<void> {
  const id = insist(await proposeRole(maker, { version, toRole: 'challenger', reason: 'to try it' }));
  insist(await decideRole(checker, id, 'approved'));
  await scoreShadow(actor, version);
}

/** The milli-points that page, command, batch, SQL and PMML give one firm by one published card of the inventory. */
export async function everywhere(version: string, uscc: string, urls: Urls, maker: Person) {
  const { model, features, table, enterpriseId } = await withActor(actor, async (tx) => {
    const [firm] = await findFirms(tx, { key: uscc, id: null });
    const sheet = firm && (await latestSheet(tx, firm.id, 'public'));
    const found = await findModel(tx, version);
    if (!firm || !sheet || !found) throw new Error(`${version} ${uscc}: no card or no sheet`);
    const rule = await cardOf(tx, sheet.cardVersion);
    const known = featuresOf(rule, readValues(sheet.features, sheet.missing));
    const cells = cardFeatures(rule).map((code) => `${known.get(code) ?? 'null'}::bigint as "${code}"`);
    return { model: found, features: known, table: cells, enterpriseId: firm.id };
  });
  const page = insist(await scoreOne(maker, version, uscc)).milliPoints;
  const said = await runCard('firm', { version, firm: uscc }, 'en');
  const batch = await withActor(actor, async (tx) => {
    const shadow = await tx.cardScore.findUnique({
      where: { enterpriseId_cardVersion: { enterpriseId, cardVersion: version } },
    });
    // the rule champion's batch is the run over the province: its score is the sheet
    return shadow ?? (await latestSheet(tx, enterpriseId, 'public'));
  });
  const file = async (form: 'sql' | 'pmml') =>
    String(insist(await exportModel(maker, { version, form }, 'en')).body);
  const query = await file('sql');
  const sql = await withClient(urls.ownerUrl, async (client) => {
    await client.query('drop table if exists firm_features');
    await client.query(`create temporary table firm_features as select ${table.join(', ')}`);
    const { milli_points } = (await client.query(query)).rows[0];
    return milli_points === null ? null : Number(milli_points);
  });
  const pmml = pmmlOf(await file('pmml'), model, features);
  return {
    page,
    command: (said.json as { milliPoints: number | null }).milliPoints,
    batch: batch?.milliPoints ?? null,
    sql,
    pmml,
  };
}

/** What the exported scorecard says of a firm; a statistical one takes the integers that its fields describe. */
function pmmlOf(xml: string, model: AnyCard, features: FirmFeatures): number | null {
  if (model.kind === 'rule') {
    const named = Object.fromEntries(
      cardFeatures(model.card).map((code) => [code, features.get(code) ?? null]),
    );
    return pmmlOutputs(xml)(named).milli_points as number | null;
  }
  const input = inputOf(model.card, features);
  return pmmlScorer(xml)(
    Object.fromEntries(model.card.features.map(({ name }, k) => [name, input[k] ?? null])),
  );
}

/** Another version of the conditions, as the policy desk would publish it. */
export const lowerPromotion = (body: object) =>
  withActor(
    actor,
    (tx) => tx.$executeRaw`
      insert into policy_version (code, version, kind, jurisdiction, name_zh, name_en, legal_basis, valid_from, body,
                                  examples, unverified, published_at)
      select code, version + 1, kind, jurisdiction, name_zh, name_en, legal_basis, valid_from, ${JSON.stringify(body)}::jsonb,
             examples, unverified, published_at
      from policy_version where code = 'card-promotion' order by version desc limit 1`,
  );

/** Runs a verb of the command `card` over the test's database. */
export function runCard(argument: string, options: object, locale: 'zh-CN' | 'en') {
  const bar = { tick: () => undefined, total: () => undefined, done: () => undefined };
  const context = {
    options: { monotone: new Map(), ...options },
    urls: {},
    place: { driver: '', where: '' },
    clock,
    locale,
  };
  return command.run({ ...context, argument, progress: () => bar } as never);
}
