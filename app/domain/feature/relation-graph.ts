/** How a firm is tied to a party: the firm is run by, owned by or controlled by it, or guarantees its debts. */
export const relationKinds = ['legal-representative', 'shareholder', 'controller', 'guarantee'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A tie in force. `party` is a credit code or the register's mark of a person; `partyFirm` the firm behind it, if known. */
export type Tie = {
  readonly firm: string;
  readonly kind: RelationKind;
  readonly party: string;
  readonly partyFirm: string | null;
};

/** How many other firms share a guarantee circle with a firm, and how many a controller. */
export type GraphStanding = { readonly circleFirms: number; readonly controlFirms: number };

/**
 * The standing of every firm that has a tie. A guarantee circle (担保圈) is what published guarantees connect, in whatever
 * direction and over however many firms. Firms are under common control when one party controls or represents them all,
 * or when one controls the other.
 */
export function graphStandings(ties: readonly Tie[]): Map<string, GraphStanding> {
  const circles = openGroups();
  const controls = openGroups();
  for (const { firm, kind, party, partyFirm } of ties) {
    if (kind === 'guarantee') circles.join(firm, partyFirm ?? party);
    if (kind === 'controller' || kind === 'legal-representative') controls.join(firm, partyFirm ?? party);
  }
  const firms = new Set(ties.flatMap(({ firm, partyFirm }) => (partyFirm ? [firm, partyFirm] : [firm])));
  const guarantors = countByGroup(circles, firmsAndParties(ties));
  const controlled = countByGroup(controls, firms);
  return new Map(
    [...firms].map((firm) => [
      firm,
      {
        circleFirms: circles.has(firm) ? (guarantors.get(circles.of(firm)) ?? 1) - 1 : 0,
        controlFirms: controls.has(firm) ? (controlled.get(controls.of(firm)) ?? 1) - 1 : 0,
      },
    ]),
  );
}

/** Who may stand in a circle: known firms, and guaranteed firms of which only the credit code is known. */
const firmsAndParties = (ties: readonly Tie[]): Set<string> =>
  new Set(
    ties
      .filter(({ kind }) => kind === 'guarantee')
      .flatMap(({ firm, party, partyFirm }) => [firm, partyFirm ?? party]),
  );

type Groups = ReturnType<typeof openGroups>;

function countByGroup(groups: Groups, members: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const member of members) {
    if (!groups.has(member)) continue;
    const group = groups.of(member);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

/** Members joined pair by pair; those that any chain of pairs connects are one group. */
function openGroups() {
  const above = new Map<string, string>();
  const of = (member: string): string => {
    let top = member;
    for (let next = above.get(top); next !== undefined && next !== top; next = above.get(top)) top = next;
    for (let at = member; at !== top; ) {
      const next = above.get(at) ?? top;
      above.set(at, top);
      at = next;
    }
    return top;
  };
  return {
    of,
    has: (member: string) => above.has(member),
    join(a: string, b: string) {
      for (const member of [a, b]) if (!above.has(member)) above.set(member, member);
      above.set(of(a), of(b));
    },
  };
}
