import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { arbitraryFacts } from '#tests/factories/arbitrary-fact.ts';
import { consentItems } from '#tests/factories/feature.ts';
import { deliver, type RecordParts } from '#tests/factories/records.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';

const actor = system('factory');
const pick = <T>(of: readonly T[], at: number): T => of[at % of.length] as T;

const regions = ['640106', '640200', '220400', null] as const;
const industries = ['1411', '0111', '62', '6513', 'C', null] as const;
const sizes = ['micro', 'small', 'undetermined', 'medium'] as const;

/** A few firms of every kind with any records: registration, declared figures, evaluation consents for every third. */
export async function makePopulation(count: number): Promise<EnterpriseId[]> {
  const firms = Array.from({ length: count }, () => randomUUID() as EnterpriseId);
  const today = clock.today();
  await withActor(actor, async (tx) => {
    await tx.enterprise.createMany({
      data: firms.map((id, i) => ({
        id,
        source: 'demo',
        kind: i % 4 === 0 ? 'sole-trader' : 'company',
        name: `firm ${i}`,
        status: i % 11 === 0 ? 'revoked' : 'active',
        regionCode: pick(regions, i),
        industryCode: pick(industries, i),
        industryVersion: 'GB/T 4754-2017',
        establishedOn: i % 7 === 0 ? null : dateOfDay(addDays(today, -60 * i)),
      })),
    });
    await tx.enterpriseProfile.createMany({
      data: firms.slice(count / 4).map((enterpriseId, i) => ({
        enterpriseId,
        employees: i * 9,
        revenueFen: BigInt(i) * 50_000_000_000n,
        assetsFen: i % 5 === 0 ? null : 1_000_000_000n,
        sizeClass: pick(sizes, i),
        updatedAt: clock.now(),
      })),
    });
  });
  await consentTo(firms.filter((_, i) => i % 3 === 0));
  await supply(firms);
  return firms;
}

const consentTo = (firms: readonly EnterpriseId[]) =>
  withBatchTransaction(async ({ client }) => {
    const from = startOf(addDays(clock.today(), -5));
    for (const [i, firm] of firms.entries())
      await client.query(
        `insert into consent (enterprise_id, id, recipient_kind, purpose, items, detail, mode, fetch_type, valid_from, valid_to,
                              reads_per_day, retention_days, granted_by, granted_at, body, previous_hash, hash, signature, key_id)
         values ($1, $2, 'platform', 'evaluation', $3, 'score', 'view', 'periodic', $4, $5, 9, 9, $2, $4, '{}', '', $6, '', '')`,
        [
          firm,
          randomUUID(),
          consentItems,
          from,
          startOf(addDays(clock.today(), i % 4 === 0 ? -1 : 90)),
          `hash ${i}`,
        ],
      );
  });

/** Any facts for each firm, delivered item by item, the same at every run; titles of honour for every fifth. */
async function supply(firms: readonly EnterpriseId[]): Promise<void> {
  const drawn = fc.sample(arbitraryFacts(), { numRuns: firms.length, seed: 20261123 });
  const records = drawn.flatMap((facts, i) => facts.map((fact) => ({ ...fact, firm: pick(firms, i) })));
  const titles = firms
    .filter((_, i) => i % 5 === 0)
    .map((firm, i) => ({
      id: randomUUID(),
      firm,
      item: 'honour.title',
      occurredOn: '2024-01-01',
      category: pick(['high-tech', 'specialised-new', 'award'], i),
    }));
  const all = [...records, ...titles] as (RecordParts & { firm: EnterpriseId; item: string })[];
  for (const item of new Set(all.map((record) => record.item))) {
    const own = all.filter((record) => record.item === item);
    await deliver({ item, at: startOf(addDays(clock.today(), -3)), records: own });
  }
}
