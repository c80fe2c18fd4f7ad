import { inDefault } from '~/domain/overview/in-default.ts';
import { groupOf } from '~/domain/overview/trade-tie.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Graph } from '~/server/overview/read-graph.ts';
import { firmsListed, firmsOverdue } from '~/server/overview/store-portrait.ts';

export type GroupMember = {
  readonly id: string;
  readonly name: string;
  /** With a loan, of those that the reader may see: a bank's own, the platform's all. */
  readonly overdue: boolean;
  readonly listed: boolean;
};

/**
 * Members of a firm's group that are in default, for whoever must now assess the firm (classification rules, article 7).
 * Loans are read as the actor, so that no bank learns of another's; published dishonesty is everybody's.
 */
export async function membersInDefault(
  actor: Actor,
  self: string,
  { nodes, ties }: Graph,
): Promise<GroupMember[]> {
  const group = groupOf(self, ties);
  const others = nodes.filter(({ key, type }) => type === 'firm' && group.has(key));
  const keys = others.map(({ key }) => key);
  const overdue = await withActor(actor, (tx) => firmsOverdue(tx, keys));
  const listed = await withActor(system('overview.published-dishonesty'), (tx) =>
    firmsListed(tx, keys, clock.today()),
  );
  return inDefault(keys, overdue, listed).map((each) => ({
    ...each,
    name: others.find(({ key }) => key === each.id)?.name ?? '',
  }));
}
