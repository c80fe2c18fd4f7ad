import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { institutionId } from '#prisma/seed/institutions.ts';
import { freshDatabase } from '#tests/database.ts';
import { createLoan } from '#tests/factories/loan.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { itemsOfSignal, netAssetsItem, type Signal } from '~/domain/monitoring/signal.ts';
import { factsOf, type SignalExample } from '~/domain/monitoring/signal-example.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findLoansOfFirm } from '~/server/monitoring/store-watch.ts';
import { signalsToday, watchLoans } from '~/server/monitoring/watch-loans.ts';

const urls = freshDatabase({ template: referenceTemplate });
const platform = system('test');
const asOf = day('2026-11-23'); // the day of the examples
let parties: Parties;
let active: readonly (Signal & { readonly examples: readonly SignalExample[] })[];

/** A firm of which every active signal has something to say: the first example that raises it, one after the other. */
beforeEach(() =>
  onDay(asOf, async () => {
    parties = await createParties();
    await withActor(platform, async (tx) => {
      const rows = await signalsToday(tx);
      const examples = await tx.policyVersion.findMany({ where: { kind: 'signal' } });
      active = rows
        .filter(({ body }) => body.active)
        .map((row) => ({
          ...row,
          examples: examples.find(({ code }) => code === row.code)?.examples as unknown as SignalExample[],
        }));
    });
    const raising = active.flatMap(
      ({ examples }) => examples.filter((each) => each.expect !== null)[0] ?? [],
    );
    expect(raising.length).toBe(active.length);
    await assert(raising);
  }),
);

/** The facts of the examples as those of one firm: it has one net worth, the least that an example gives. */
function factsOfOne(raising: readonly SignalExample[]) {
  const facts = raising.flatMap(factsOf);
  const worths = facts.filter(({ item }) => item === netAssetsItem);
  const [least] = worths.toSorted((a, b) => Number((a.amount ?? 0n) - (b.amount ?? 0n)));
  return facts.filter((fact) => fact.item !== netAssetsItem || fact === least);
}

async function assert(raising: readonly SignalExample[]) {
  await withClient(urls.batchUrl, async (client) => {
    for (const fact of factsOfOne(raising))
      await client.query(
        `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, ended_on, amount_fen, quantity, category, known_at)
         values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          ...[parties.enterpriseId, fact.item, institutionId('court'), randomUUID(), randomBytes(16)],
          ...[fact.occurredOn, fact.endedOn, fact.amount?.toString() ?? null, fact.quantity, fact.category],
          clock.now(),
        ],
      );
  });
}

const lend = (state: 'active' | 'settled') =>
  createLoan({
    enterpriseId: parties.enterpriseId,
    institutionId: parties.bankA.id,
    disbursedOn: addDays(asOf, -36),
    state,
  });

/** A consent to all that the signals look at and that needs one. */
async function monitor() {
  const rows = await withActor(
    platform,
    (tx) => tx.$queryRaw<{ code: string }[]>`
    select distinct code from catalogue_item where sensitivity = 'consent'`,
  );
  const watched = new Set(active.flatMap(itemsOfSignal));
  return insist(
    await grantConsent(parties.owner, {
      recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
      purpose: 'post-loan',
      items: rows.map(({ code }) => code).filter((code) => watched.has(code)),
      detail: 'detail',
      mode: 'view',
      fetchType: 'periodic',
      dataFrom: null,
      dataTo: null,
      validTo: latestEnd(clock.now()),
      readsPerDay: 50,
      retentionDays: 365,
      returnDirection: true,
    }),
  );
}

async function raised(): Promise<string[]> {
  await useDatabase(urls.batchUrl);
  try {
    return await withActor(platform, async (tx) => {
      await watchLoans(tx, platform, await findLoansOfFirm(tx, parties.enterpriseId));
      const alerts = await tx.alert.findMany({ where: { enterpriseId: parties.enterpriseId } });
      return alerts.map(({ signalCode }) => signalCode).sort();
    });
  } finally {
    await useDatabase(urls.appUrl);
  }
}

const sealAll = () =>
  withClient(urls.batchUrl, (client) =>
    client.query(
      `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on, known_at)
       select enterprise_id, item, item_version, provider_id, gen_random_uuid(), source_key, 'seal', id, occurred_on, $2
       from fact where enterprise_id = $1`,
      [parties.enterpriseId, clock.now()],
    ),
  );

test('every active signal speaks of a live loan under a live consent', () =>
  onDay(asOf, async () => {
    await lend('active');
    await monitor();
    expect(await raised()).toEqual(active.map(({ code }) => code).sort());
  }));

test.each([
  [
    'a settled loan',
    async () => {
      await lend('settled');
      await monitor();
    },
  ],
  ['no monitoring consent', () => lend('active')],
  [
    'a withdrawn one',
    async () => {
      await lend('active');
      insist(await withdrawConsent(parties.owner, await monitor()));
    },
  ],
])('none of them does with %s', (_, arrange) =>
  onDay(asOf, async () => {
    await arrange();
    expect(await raised()).toEqual([]);
  }),
);

test('of repaired facts none says anything; what is overdue at the bank itself is no record', () =>
  onDay(asOf, async () => {
    await lend('active');
    await monitor();
    await sealAll();
    expect(await raised()).toEqual(['loan-overdue']);
  }));
