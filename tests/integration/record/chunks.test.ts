import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';
import { sourceKey } from '~/domain/record/source-key.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);
const header = '统一社会信用代码,记录编号,日期,金额,类别';
const firms = [1, 2, 3].map(uscc);
const deliver = async (rows: readonly string[]) => {
  const { read, accepted, duplicate, quarantined } = insist(
    await ingestCsv('tax.payment', [header, ...rows].join('\n')),
  );
  return { read, accepted, duplicate, quarantined };
};
const row = (firm: number, no: string, amount: string) => `${firms[firm]},${no},2026-01,${amount},增值税`;

beforeAll(() => registerFirms(...firms));

describe('a row that was taken in before', () => {
  test('is passed over by its digest, and only what changed is read', async () => {
    expect(await deliver([row(0, 'A1', '1.00'), row(1, 'A2', '2.00')])).toMatchObject({ accepted: 2 });
    expect(await look(`select octet_length(lines) as bytes from delivered_lines`)).toEqual([{ bytes: 32 }]);
    expect(await deliver([row(0, 'A1', '1.00'), row(1, 'A2', '2.50')])).toEqual({
      ...{ read: 2, accepted: 1, duplicate: 1, quarantined: 0 },
    });
    expect(await look(`select sum(octet_length(lines))::int as bytes from delivered_lines`)).toEqual([
      { bytes: 48 },
    ]);
  });

  test('is still compared with the changed rows beside it: one record in two words is in doubt', async () => {
    const both = [row(0, 'A1', '1.00'), row(0, 'A1', '9.00')];
    expect(await deliver(both)).toEqual({ read: 2, accepted: 0, duplicate: 0, quarantined: 2 });
    expect(await deliver(both.toReversed())).toMatchObject({ accepted: 0, quarantined: 2 });
  });

  test('is read again under another header, and found to be a duplicate', async () => {
    const rows = [['金额,统一社会信用代码,记录编号,日期,类别'], [`1.00,${firms[0]},A1,2026-01,增值税`]];
    const { accepted, duplicate } = insist(await ingestCsv('tax.payment', rows.join('\n')));
    expect({ accepted, duplicate }).toEqual({ accepted: 0, duplicate: 1 });
  });
});

test('two codes of one firm name one record', async () => {
  const [firm] = await look<{ id: string }>('select id from enterprise where uscc = $1', [firms[0]]);
  await look(
    `insert into enterprise_identity (enterprise_id, id, scheme, value, warnings, known_at) values ($1, gen_random_uuid(), 'uscc', $2, '{}', now())`,
    [firm?.id, uscc(9)],
  );
  const former = row(0, 'T1', '7.00').replace(firms[0] as string, uscc(9));
  expect(await deliver([row(0, 'T1', '7.00'), former])).toEqual({
    ...{ read: 2, accepted: 1, duplicate: 1, quarantined: 0 },
  });
});

test('the first delivery of an item meets a record that came another way: nothing is held twice', async () => {
  await look(
    `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, amount_fen, known_at)
     select e.id, 'tax.arrears', 1, i.id, gen_random_uuid(), decode($2, 'hex'), '2026-01-05', 100, now() - interval '1 day'
     from enterprise e, institution i where e.uscc = $1 and i.code = 'tax'`,
    [firms[0], sourceKey('tax.arrears', ['no', 'B1'])],
  );
  const rows = ['B1,2026-01-05,1.00', 'B2,2026-01-06,2.00', 'B3,2026-01-07,3.00'];
  const file = ['统一社会信用代码,记录编号,日期,金额', ...rows.map((cells) => `${firms[0]},${cells}`)].join(
    '\n',
  );
  const { read, accepted, duplicate } = insist(await ingestCsv('tax.arrears', file));
  expect({ read, accepted, duplicate }).toEqual({ read: 3, accepted: 2, duplicate: 1 });
  expect(await look(`select 1 from fact where item = 'tax.arrears'`)).toHaveLength(3);
});

const ways = ['C', 'W'] as const;
type Way = (typeof ways)[number];

/** Rows that contradict each other make the delivery beside them a whole. */
const inDoubt = (no: string) => [row(2, no, '1.00'), row(2, no, '2.00')];

/** The versions of every record in the order they were learnt, and who holds them. */
const versions = (way: Way, run: number) =>
  look(
    `select array_position($1, encode(f.source_key, 'hex')) as record, e.uscc, f.op, f.amount_fen::text as amount,
            row_number() over (partition by f.enterprise_id, f.source_key order by f.known_at) as no
     from fact f join enterprise e on e.id = f.enterprise_id
     where encode(f.source_key, 'hex') = any($1) order by 1, 2, 5`,
    [[0, 1, 2, 3, 4].map((no) => sourceKey('tax.payment', ['no', `${way}${run}-${no}`]) as string)],
  );

test('chunk by chunk comes to the same as the whole: facts, counts and quarantine', async () => {
  const cell = fc.tuple(fc.nat(3), fc.nat(4), fc.integer({ min: 1, max: 3 }));
  const deliveries = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(deliveries, async (files) => {
      run += 1;
      const counts: Record<Way, unknown[]> = { C: [], W: [] };
      for (const way of ways)
        for (const cells of files) {
          const rows = cells.map(
            ([firm, no, amount]) =>
              `${firms[firm] ?? uscc(77)},${way}${run}-${no},2026-01,${amount}.00,增值税`,
          );
          const doubt = way === 'W' ? inDoubt(`D${run}`) : [];
          const { read, quarantined, ...others } = await deliver([...rows, ...doubt]);
          counts[way].push({
            ...others,
            read: read - doubt.length,
            quarantined: quarantined - doubt.length,
          });
        }
      expect(counts.C).toEqual(counts.W);
      expect(await versions('C', run)).toEqual(await versions('W', run));
    }),
    {
      numRuns: 12,
      examples: [
        [
          [
            [
              [3, 1, 3],
              [3, 1, 3],
            ],
          ],
        ],
        [
          [
            [
              [3, 4, 2],
              [3, 4, 2],
              [0, 0, 1],
            ],
            [[0, 0, 1]],
          ],
        ],
      ],
    },
  );
});
