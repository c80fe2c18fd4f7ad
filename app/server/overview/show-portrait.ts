import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PortraitNode, PortraitTie } from '~/domain/overview/portrait.ts';
import type { Placement } from '~/domain/score/percentile.ts';
import type { ScoreView } from '~/domain/score/score-view.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findIndustry, findRegion } from '~/server/enterprise/store-reference.ts';
import { readFundedLoan } from '~/server/overview/store-funded-firm.ts';
import { findPortrayed, firmsInDefault, type TieRow, tiesAround } from '~/server/overview/store-portrait.ts';
import { readPlacements } from '~/server/score/read-placements.ts';
import { readScore } from '~/server/score/read-score.ts';

export type Portrait = {
  readonly enterpriseId: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly region: string | null;
  readonly industry: { readonly zh: string; readonly en: string } | null;
  readonly establishedOn: string | null;
  readonly score: Pick<ScoreView, 'milliPoints' | 'grade' | 'coveragePpm' | 'dimensions' | 'asOf'> | null;
  readonly placements: readonly Placement[];
  readonly nodes: readonly PortraitNode[];
  readonly ties: readonly PortraitTie[];
  /** Members of the group in default, for the risk desk to look at; null for everybody else. */
  readonly members:
    | readonly {
        readonly id: string;
        readonly name: string;
        readonly overdue: boolean;
        readonly listed: boolean;
      }[]
    | null;
};

/** The firm's own portrait: its public score, its place among others, and whom the public register ties it to. */
export const showOwnPortrait = (actor: Actor): Promise<Portrait> =>
  withActor(actor, (tx) => portraitOf(tx, asFirm(actor).enterpriseId, { forDesk: false }));

/** The portrait of the firm of a loan for the risk desk, with the members of its group that are in default. */
export function showPortrait(
  actor: Actor,
  loanId: string,
): Promise<Result<Portrait, { readonly code: 'loan.not-found' }>> {
  return withActor(actor, async (tx) => {
    const loan = await readFundedLoan(tx, loanId);
    if (!loan) return refuse({ code: 'loan.not-found' });
    return accept(await portraitOf(tx, loan.enterprise_id as EnterpriseId, { forDesk: true }));
  });
}

async function portraitOf(tx: Tx, id: EnterpriseId, { forDesk }: { forDesk: boolean }): Promise<Portrait> {
  const firm = await findPortrayed(tx, id);
  const score = await readScore(tx, { enterpriseId: id, which: 'public', reader: 'subject' });
  const industry = firm.industryCode ? await findIndustry(tx, firm.industryCode) : null;
  const region = firm.regionCode ? await findRegion(tx, firm.regionCode) : null;
  const graph = await graphAround(tx, { id, name: firm.name }, clock.today());
  return {
    enterpriseId: id,
    firm: firm.name,
    uscc: firm.uscc,
    region: region?.namesZh.join('') ?? null,
    industry: industry && { zh: industry.nameZh, en: industry.nameEn ?? industry.nameZh },
    establishedOn: firm.establishedOn?.toISOString().slice(0, 10) ?? null,
    score,
    placements: await readPlacements(tx, id),
    ...graph,
    members: forDesk ? await membersOf(tx, graph.nodes, clock.today()) : null,
  };
}

/** Ties of the firm, and of whom it is tied to: two steps. */
async function graphAround(tx: Tx, self: { id: string; name: string }, day: Day) {
  const near = await tiesAround(tx, [self.id], [], day);
  const firms = [
    ...new Set([
      self.id,
      ...near.flatMap(({ firm, partyFirm }) => [firm, ...(partyFirm ? [partyFirm] : [])]),
    ]),
  ];
  const controllers = near
    .filter(
      ({ kind, firm }) => firm === self.id && (kind === 'controller' || kind === 'legal-representative'),
    )
    .map(({ party }) => party);
  const rows = await tiesAround(tx, firms, controllers, day);
  return graphOf(self, rows);
}

const partyKey = ({ party, partyFirm }: TieRow): string => partyFirm ?? party;

function graphOf(self: { id: string; name: string }, rows: readonly TieRow[]) {
  const ties: PortraitTie[] = rows.map((row) => ({
    from: row.firm,
    to: partyKey(row),
    kind: row.kind,
    sharePpm: row.sharePpm,
    since: row.since,
  }));
  const nodes = new Map<string, PortraitNode>([
    [self.id, { key: self.id, name: self.name, type: 'self', distance: 0 }],
  ]);
  for (const distance of [1, 2])
    for (const row of rows)
      for (const [key, name, other, type] of [
        [row.firm, row.firmName, partyKey(row), 'firm'],
        [partyKey(row), row.partyName, row.firm, row.partyFirm ? 'firm' : 'party'],
      ] as const)
        if (!nodes.has(key) && nodes.get(other)?.distance === distance - 1)
          nodes.set(key, { key, name, type, distance });
  const known = ties.filter(({ from, to }) => nodes.has(from) && nodes.has(to));
  return { nodes: [...nodes.values()], ties: known };
}

async function membersOf(tx: Tx, nodes: readonly PortraitNode[], day: Day) {
  const others = nodes.filter(({ type }) => type === 'firm');
  const found = await firmsInDefault(
    tx,
    others.map(({ key }) => key),
    day,
  );
  return found.map((each) => ({ ...each, name: others.find(({ key }) => key === each.id)?.name ?? '' }));
}
