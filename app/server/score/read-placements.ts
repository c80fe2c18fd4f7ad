import type { Named } from '~/domain/catalogue/item.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { aheadPercent, type Placement, spreadKeys, spreadKinds } from '~/domain/score/percentile.ts';
import type { Tx } from '~/server/db/client.ts';
import { findRegion } from '~/server/enterprise/store-reference.ts';
import { placeOf, type Spread, spreadsOf } from '~/server/score/store-spread.ts';

/**
 * Where a firm's public score stands among all firms, in its region and in its industry: in each the narrowest group that
 * has enough firms. Empty while the firm has no public score or nothing was measured.
 */
export async function readPlacements(tx: Tx, enterpriseId: EnterpriseId): Promise<Placement[]> {
  const firm = await placeOf(tx, enterpriseId);
  if (!firm || firm.milli === null) return [];
  const { milli, section } = firm;
  const keys = spreadKeys(firm.region, section);
  const spreads = await spreadsOf(tx, keys);
  const trade: Named | null = firm.zh === null ? null : { zh: firm.zh, en: firm.en ?? firm.zh };
  const placements: Placement[] = [];
  for (const kind of spreadKinds) {
    const key = keys.find((each) => each.kind === kind && spreads.some((s) => isOf(s, each)));
    const spread = key && spreads.find((s) => isOf(s, key));
    if (!spread) continue;
    const { firms, least, cuts, asOf } = spread;
    const name = await nameOf(tx, spread, trade);
    placements.push({ kind, name, firms, least, aheadPercent: aheadPercent(cuts, milli), asOf });
  }
  return placements;
}

const isOf = (spread: Spread, { kind, key }: { kind: string; key: string }): boolean =>
  spread.kind === kind && spread.key === key;

async function nameOf(tx: Tx, { kind, key }: Spread, trade: Named | null): Promise<Named | null> {
  if (kind === 'all') return null;
  if (kind === 'industry') return trade;
  const code = (key.split('/')[0] ?? '').padEnd(6, '0');
  const region = (await findRegion(tx, code))?.namesZh.join('') ?? code;
  if (kind === 'region') return { zh: region, en: region };
  return { zh: `${region}${trade?.zh ?? ''}`, en: `${trade?.en ?? ''}, ${region}` };
}
