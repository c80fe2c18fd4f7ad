import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties } from '#tests/factories/parties.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { type GrantedUse, permitMany } from '~/server/consent/permit-many.ts';
import { permitUse } from '~/server/consent/permit-use.ts';
import { withActor } from '~/server/db/with-actor.ts';

const urls = freshDatabase({ as: 'batch' });

/** One consent each: what differs from one that lets the lender watch. */
const consents = [
  {},
  { purpose: 'pre-loan' },
  { fetch_type: 'one-time' },
  { detail: 'summary' },
  { revoked_at: clock.now() },
  { valid_to: new Date(clock.now().getTime() - 1_000) },
  { items: ['penalty.decision'] },
  { product_id: randomUUID() },
  { recipient_kind: 'platform', institution_id: null },
];

test('many uses are judged together as each is alone', async () => {
  const parties = await createParties();
  const banks = [parties.bankA.id, parties.bankB.id, randomUUID() as InstitutionId];
  const firms = consents.map(() => randomUUID() as EnterpriseId);
  const [stored, without] = [randomUUID() as EnterpriseId, randomUUID() as EnterpriseId];
  await withClient(urls.ownerUrl, async (client) => {
    const grant = (firm: string, change: object) => {
      const row = {
        ...{
          enterprise_id: firm,
          id: randomUUID(),
          recipient_kind: 'institution',
          institution_id: parties.bankA.id,
        },
        ...{
          product_id: null,
          purpose: 'post-loan',
          items: ['tax.payment', 'utility.power-usage'],
          detail: 'detail',
        },
        ...{
          mode: 'view',
          fetch_type: 'periodic',
          valid_from: new Date(clock.now().getTime() - 9_000),
          reads_per_day: 5,
        },
        ...{
          valid_to: new Date(clock.now().getTime() + 86_400_000),
          retention_days: 90,
          granted_by: firm,
          granted_at: clock.now(),
        },
        ...{ body: '{}', previous_hash: '', hash: firm, signature: '', key_id: '', return_direction: false },
        ...change,
      };
      return client.query('insert into consent select * from jsonb_populate_record(null::consent, $1)', [
        JSON.stringify(row),
      ]);
    };
    for (const firm of [...firms, stored, without])
      await client.query(
        `insert into enterprise (id, source, kind, name) values ($1, 'registered', 'company', '测')`,
        [firm],
      );
    for (const [n, change] of consents.entries()) await grant(firms[n] ?? '', change);
    await grant(stored, {});
    await client.query(
      `insert into storage_only select * from jsonb_populate_record(null::storage_only, $1)`,
      [
        JSON.stringify({
          enterprise_id: stored,
          id: randomUUID(),
          since: clock.now(),
          reason: 'x',
          set_by: stored,
        }),
      ],
    );
  });
  const uses = [...firms, stored, without].flatMap((enterpriseId) =>
    banks.flatMap((institutionId): GrantedUse[] => {
      const use = {
        enterpriseId,
        institutionId,
        purpose: 'post-loan',
        items: 'granted',
        fetchType: 'periodic',
      } as const;
      return [use, { ...use, applicationId: randomUUID() }];
    }),
  );
  await withActor(system('test'), async (tx) => {
    const alone = [];
    for (const use of uses) alone.push(await permitUse(tx, use));
    expect(await permitMany(tx, uses)).toEqual(alone);
    expect(alone.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(
      new Set(alone.flatMap((verdict) => (verdict.ok ? [] : verdict.refusal.code))).size,
    ).toBeGreaterThan(3);
  });
});
