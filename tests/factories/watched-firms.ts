import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { institutionId } from '#prisma/seed/institutions.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, addMonths, type Day, startOf } from '~/domain/kernel/day.ts';
import { dateOfDay } from '~/server/db/date.ts';

/** A record as its department delivers it, by its age on the day of the world. */
type Drawn = {
  readonly item: string;
  readonly on: Day | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly ended: Day | null;
  readonly amount: number | null;
  readonly quantity: number | null;
  readonly category: string | null;
  /** What became of it: it stands, it was corrected to another amount, or taken back. */
  readonly later: 'stands' | 'corrected' | 'revoked';
};

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 6 });
const later = fc.constantFrom('stands', 'stands', 'stands', 'stands', 'stands', 'corrected', 'revoked');

/** Two years of a monthly item whose level changes somewhere, with gaps and a few odd rows. */
function seriesOf(today: Day): fc.Arbitrary<Drawn[]> {
  const month = fc.record({ missing: fc.nat(9), jitter: fc.nat(20), precision: fc.nat(30), later });
  const drawn = fc.record({
    item: fc.constantFrom(
      'tax.payment',
      'utility.power-usage',
      'utility.water-usage',
      'business.monthly-result',
    ),
    months: fc.array(month, { minLength: 8, maxLength: 24 }),
    age: fc.nat(8),
    turned: fc.nat(10),
    level: fc.constantFrom(-120, -10, 15, 30, 45, 55, 90, 130),
    byQuantity: fc.boolean(),
    base: fc.integer({ min: -90, max: 400 }),
  });
  return drawn.map(({ item, months, age, turned, level, byQuantity, base }) =>
    months.flatMap(({ missing, jitter, precision, later: fate }, n) => {
      if (missing === 0) return [];
      const value = Math.round((base * (n < turned ? level : 100) * (90 + jitter)) / 10_000) * 100;
      return {
        item,
        on: addMonths(`${today.slice(0, 7)}-01` as Day, -age - n),
        precision: precision === 0 ? 'year' : 'month',
        ended: null,
        amount: byQuantity ? (jitter > 3 ? value * 7 : null) : value,
        quantity: byQuantity ? value : null,
        category: null,
        later: fate,
      } as const;
    }),
  );
}

/** An item and a category of it. */
type Kind = readonly [item: string, category: string | null];

/** Something that happened once, or lasts. */
function eventOf(today: Day, kinds: readonly Kind[]): fc.Arbitrary<Drawn> {
  const drawn = fc.record({
    kind: fc.constantFrom(...kinds),
    on: maybe(fc.integer({ min: -20, max: 500 }).map((age) => addDays(today, -age))),
    precision: fc.constant('day' as const),
    ended: fc.option(
      fc.integer({ min: -30, max: 200 }).map((age) => addDays(today, -age)),
      { nil: null },
    ),
    amount: maybe(fc.integer({ min: -900, max: 30_000 })),
    quantity: maybe(fc.integer({ min: 0, max: 8 })),
    later,
  });
  return drawn.map(({ kind: [item, category], ...rest }) => ({ ...rest, item, category }));
}

/** So many firms with records of all kinds, the same for one seed. */
export function drawFirms(count: number, today: Day, kinds: readonly Kind[]): Drawn[][] {
  const firm = fc.tuple(
    fc.array(seriesOf(today), { maxLength: 3 }),
    fc.array(eventOf(today, kinds), { minLength: 3, maxLength: 8 }),
  );
  return fc
    .sample(firm, { seed: 20_261_128, numRuns: count })
    .map(([series, events]) => [...series.flat(), ...events]);
}

/** Writes the firms with their records, all of one batch; a loan of each and a consent that opens the named items. */
export async function fundDrawnFirms(
  url: string,
  firms: readonly Drawn[][],
  today: Day,
  granted: readonly string[],
) {
  const bank = randomUUID();
  const batchId = randomUUID();
  const keyed = firms.map((records) => ({ id: randomUUID(), records }));
  await withClient(url, async (client) => {
    await client.query(
      `insert into institution (id, kind, code, name_zh, name_en, contact, state, assessment_expires_on)
       values ($1, 'bank', $2, '测试银行', 'Test bank', 'bank@example.org', 'approved', '2099-12-31')`,
      [bank, bank],
    );
    await client.query(
      `insert into enterprise (id, source, kind, name) select unnest($1::uuid[]), 'registered', 'company', '测试企业'`,
      [keyed.map(({ id }) => id)],
    );
    await client.query(
      `insert into loan (enterprise_id, id, institution_id, application_id, product_id, contract_no, principal_fen, rate_ppm, day_count, method,
                         term_months, purpose, contract_on, disbursed_on, maturity_on, flags, recorded_by, recorded_at)
       select f, gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'B-' || f, 12000000, 43500, 'actual360', 'equal-principal',
              12, 'working-capital', $2, $2, $2::date + interval '12 months', '{}', f, $4 from unnest($3::uuid[]) f`,
      [bank, dateOfDay(addMonths(today, -8)), keyed.map(({ id }) => id), startOf(today)],
    );
    await client.query(
      `insert into consent (enterprise_id, id, recipient_kind, institution_id, purpose, items, detail, mode, fetch_type, valid_from,
                            valid_to, reads_per_day, retention_days, granted_by, granted_at, body, previous_hash, hash, signature, key_id)
       select f, gen_random_uuid(), 'institution', $1, 'post-loan', $2, 'detail', 'view', 'periodic', $3, $3::timestamptz + interval '90 days',
              1000, 90, f, $3, '{}', '', f::text, '', '' from unnest($4::uuid[]) f`,
      [bank, granted, startOf(today), keyed.map(({ id }) => id)],
    );
    const rows = keyed.flatMap(({ id, records }) =>
      records.map((record, n) => ({ ...record, firm: id, id: randomUUID(), key: `${id}-${n}` })),
    );
    const insert = (op: string, some: readonly unknown[]) =>
      client.query(
        `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on, precision,
                           ended_on, amount_fen, quantity, category, known_at)
         select firm, case $1 when 'assert' then id else gen_random_uuid() end, item, 1, $2, $3, decode(md5(key), 'hex'), $1,
                case $1 when 'assert' then null else id end, "on", precision, ended,
                case $1 when 'correct' then amount * 3 / 2 else amount end, quantity, category, $5
         from jsonb_to_recordset($4) r (firm uuid, id uuid, key text, item text, "on" date, precision text, ended date, amount bigint,
                                        quantity integer, category text)`,
        [op, institutionId('court'), batchId, JSON.stringify(some), startOf(today)],
      );
    await insert('assert', rows);
    await insert(
      'correct',
      rows.filter((row) => row.later === 'corrected'),
    );
    await insert(
      'revoke',
      rows.filter((row) => row.later === 'revoked'),
    );
  });
  return { batchId, firms: keyed.map(({ id }) => id) };
}
