import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { PortraitNode, PortraitTie } from '~/domain/overview/portrait.ts';
import { type Dealing, tradeTies } from '~/domain/overview/trade-tie.ts';
import { system } from '~/server/access/actor.ts';
import type { TradeRow } from '~/server/application/store-trade.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { namesOfFirms, type TieRow, tiesAround } from '~/server/overview/store-portrait.ts';

export type Graph = { readonly nodes: readonly PortraitNode[]; readonly ties: readonly PortraitTie[] };

type Self = { readonly id: string; readonly name: string };

/**
 * Whom a firm is tied to: by public records, two steps far, and by the claims that the caller may see, of which those count
 * that the buyer confirmed. The platform reads for the caller, as the records of others are public and their names too.
 */
export function readGraph(self: Self, claims: readonly TradeRow[]): Promise<Graph> {
  const confirmed = claims.filter(({ state }) => state === 'confirmed');
  return withActor(system('overview.relation-graph'), async (tx) => {
    const rows = await rowsAround(tx, self.id, clock.today());
    return graphOf(self, rows, await partiesOfClaims(tx, confirmed));
  });
}

/** Ties of the firm, and of whom it is tied to. */
async function rowsAround(tx: Tx, self: string, day: Day): Promise<TieRow[]> {
  const near = await tiesAround(tx, { self, firms: [self], parties: [] }, day);
  const firms = new Set([self, ...near.flatMap(({ firm, partyFirm }) => [firm, partyFirm ?? firm])]);
  const parties = near
    .filter(({ kind, firm }) => firm === self && (kind === 'controller' || kind === 'legal-representative'))
    .map(({ party }) => party);
  return tiesAround(tx, { self, firms: [...firms], parties }, day);
}

type End = { readonly key: string; readonly name: string; readonly type: 'firm' | 'party' };
type Linked = { readonly from: End; readonly to: End };

async function partiesOfClaims(
  tx: Tx,
  claims: readonly TradeRow[],
): Promise<(Linked & { claim: TradeRow })[]> {
  const names = await namesOfFirms(tx, [...new Set(claims.map(({ enterpriseId }) => enterpriseId))]);
  return claims.map((claim) => ({
    claim,
    from: { key: claim.enterpriseId, name: names.get(claim.enterpriseId) ?? '', type: 'firm' },
    to: claim.buyerEnterpriseId
      ? { key: claim.buyerEnterpriseId, name: claim.buyerName, type: 'firm' }
      : { key: claim.buyerName, name: claim.buyerName, type: 'party' },
  }));
}

const endsOf = (row: TieRow): Linked => ({
  from: { key: row.firm, name: row.firmName, type: 'firm' },
  to: { key: row.partyFirm ?? row.party, name: row.partyName, type: row.partyFirm ? 'firm' : 'party' },
});

function graphOf(
  self: Self,
  rows: readonly TieRow[],
  claims: Awaited<ReturnType<typeof partiesOfClaims>>,
): Graph {
  const bonds = rows.filter(({ kind }) => kind !== 'trade');
  const awards = rows.filter(({ kind }) => kind === 'trade');
  const links = [...bonds, ...awards].map(endsOf).concat(claims);
  const nodes = nodesOf(self, links);
  const dealings = [...awards.map(awardOf), ...claims.map(claimOf)];
  const ties = [...bonds.map(bondOf), ...tradeTies(dealings)];
  return {
    nodes: [...nodes.values()],
    ties: ties.filter(({ from, to }) => nodes.has(from) && nodes.has(to)),
  };
}

function nodesOf(self: Self, links: readonly Linked[]): Map<string, PortraitNode> {
  const nodes = new Map<string, PortraitNode>([
    [self.id, { key: self.id, name: self.name, type: 'self', distance: 0 }],
  ]);
  for (const distance of [1, 2])
    for (const { from, to } of links)
      for (const [end, other] of [
        [from, to],
        [to, from],
      ] as const)
        if (!nodes.has(end.key) && nodes.get(other.key)?.distance === distance - 1)
          nodes.set(end.key, { ...end, distance });
  return nodes;
}

const bondOf = (row: TieRow): PortraitTie => {
  const { from, to } = endsOf(row);
  const { kind, sharePpm, since } = row;
  return { from: from.key, to: to.key, kind, sharePpm, since, trade: null };
};

const awardOf = (row: TieRow): Dealing => ({
  seller: row.firm,
  buyer: endsOf(row).to.key,
  source: 'award',
  amount: row.amountFen === null ? null : fen(row.amountFen),
  on: row.since as Day | null,
});

const claimOf = ({ claim, from, to }: Linked & { claim: TradeRow }): Dealing => ({
  seller: from.key,
  buyer: to.key,
  source: 'confirmed',
  amount: claim.confirmed,
  on: claim.answeredAt && dayAt(claim.answeredAt),
});
