import type { ImpactRow } from '~/domain/modelling/month.ts';
import type { Tx } from '~/server/db/client.ts';
import { findRegion, readSectionNames } from '~/server/enterprise/store-reference.ts';

export type Fifth = { readonly rule: number; readonly card: number; readonly firms: number };

/** Firms by the fifth that the rule card and this card rank them into, 1 the lowest: a shadow run against what counts. */
export const fifthsOf = (tx: Tx, version: string): Promise<Fifth[]> =>
  tx.$queryRaw<Fifth[]>`
    with ranked as (
      select ntile(5) over (order by s.milli_points, c.enterprise_id) as rule,
             ntile(5) over (order by c.milli_points, c.enterprise_id) as card
      from card_score c join score_sheet s on s.enterprise_id = c.enterprise_id and s.id = c.sheet_id
      where c.card_version = ${version} and s.milli_points is not null)
    select rule, card, count(*)::int as firms from ranked group by rule, card order by rule, card`;

/** The names of the groups of an impact table by their key. */
export async function groupNames(
  tx: Tx,
  rows: readonly ImpactRow[],
): Promise<{ [key: string]: { zh: string; en: string } }> {
  const names: { [key: string]: { zh: string; en: string } } = {};
  for (const { code, zh, en } of await readSectionNames(tx)) names[code] = { zh, en };
  for (const { kind, key } of rows) {
    if (kind !== 'region') continue;
    const region = await findRegion(tx, `${key}00`);
    const name = region?.namesZh.at(-1) ?? key;
    names[key] = { zh: name, en: name };
  }
  return names;
}
