import { expect, test } from 'vitest';
import shipped from '#prisma/seed/score/card-2026.1.json' with { type: 'json' };
import { freshDatabase } from '#tests/database.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';
import { cardHash } from '~/domain/score/card.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { publishCard } from '~/server/score/publish-card.ts';
import { cardOf, publishedCard } from '~/server/score/store.ts';

freshDatabase({ template: referenceTemplate });
const actor = system('test');
const publish = (body: unknown) =>
  withActor(actor, async (tx) => insist(await publishCard(tx, body)).version);
const current = () => withActor(actor, publishedCard);

test('an installation that began with another card under the version goes on with the shipped one as a revision', async () => {
  expect(await publish(shipped)).toBe('2026.1');
  const later = { ...shipped, coverageFloorPpm: shipped.coverageFloorPpm + 1 };
  expect([await publish(later), await publish(later)]).toEqual(['2026.1.1', '2026.1.1']);
  const [first, second] = [await withActor(actor, (tx) => cardOf(tx, '2026.1')), await current()];
  expect(first.coverageFloorPpm).toBe(shipped.coverageFloorPpm);
  expect(second).toMatchObject({ card: { version: '2026.1.1', coverageFloorPpm: later.coverageFloorPpm } });
  expect(second && cardHash(second.card)).toBe(second?.hash);
  expect(await publish({ ...later, coverageFloorPpm: later.coverageFloorPpm + 1 })).toBe('2026.1.2');
});
