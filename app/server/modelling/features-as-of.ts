import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { FirmFeatures } from '~/domain/modelling/firm-card.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { scoreRemaining } from '~/domain/score/columnar/score-range.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openSegments, type Segments } from '~/server/feature/segments/open-segments.ts';
import { readSupplies } from '~/server/feature/store.ts';
import { planRun, type RunWorld } from '~/server/score/columnar/run-world.ts';
import { currentCard } from '~/server/score/store.ts';

/** A firm and the day on which it was granted a loan. */
export type Grant = { readonly enterpriseId: string; readonly on: Day };

export const grantKey = ({ enterpriseId, on }: Grant): string => `${enterpriseId} ${on}`;

/**
 * The public features of firms as they were known when the day of each grant began: nothing of that day or later, with the
 * supplies of then, and whatever became of the firm since. What is public is what the catalogue says today, for the use is
 * today's; a record that was sealed since counts at no instant (domain.md edge case 4). Firms that have no record, or amounts
 * that doubles do not hold, are not in it.
 */
export async function featuresAsOf(
  actor: Actor,
  grants: readonly Grant[],
): Promise<ReadonlyMap<string, FirmFeatures>> {
  const segments = await openSegments();
  const days = new Map<Day, Grant[]>();
  for (const grant of grants) days.set(grant.on, [...(days.get(grant.on) ?? []), grant]);
  const found = new Map<string, FirmFeatures>();
  for (const [on, firms] of days) {
    const world = await worldBefore(actor, on);
    for (const [enterpriseId, features] of featuresOn(world, segments, firms))
      found.set(grantKey({ enterpriseId, on }), features);
  }
  return found;
}

/** What was known before a day began; no consent opens anything. */
function worldBefore(actor: Actor, on: Day): Promise<RunWorld> {
  const knownAt = new Date(startOf(on).getTime() - 1);
  const asOf = addDays(on, -1);
  return withActor(actor, async (tx) => ({
    card: await currentCard(tx),
    catalogue: await readCatalogue(tx, clock.today()),
    supplies: await readSupplies(tx, knownAt),
    consents: new Map(),
    asOf,
    knownAt,
  }));
}

function featuresOn(
  world: RunWorld,
  segments: Segments,
  grants: readonly Grant[],
): (readonly [string, FirmFeatures])[] {
  const places = new Map<number, string>();
  for (const { enterpriseId } of grants) {
    const place = segments.table.firms.find(Buffer.from(enterpriseId.replaceAll('-', ''), 'hex'), 0);
    if (place >= 0) places.set(place, enterpriseId);
  }
  const { task } = planRun(world, segments, [...places.keys()]);
  scoreRemaining(task);
  const codes = cardFeatures(world.card);
  return [...task.firm].map((firm, subject) => {
    const known = codes.flatMap((code, f): [string, number][] => {
      const at = subject * codes.length + f;
      return task.answers.gaps[at] === 0 ? [[code, task.answers.values[at] as number]] : [];
    });
    return [places.get(firm) as string, new Map(known)];
  });
}
