import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { Uscc } from '~/domain/enterprise/uscc.ts';
import { addMonths, startOf } from '~/domain/kernel/day.ts';
import { clock } from '~/server/clock.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { writeRows } from './ingest-data.ts';

/** What one of a day's deliveries is made of: an item, its part of the records, and how its cells look. */
type Stream = {
  readonly item: string;
  readonly share: number;
  readonly head: string;
  readonly cells: (n: number) => string;
};

const amount = (n: number) => `${(n * 7919) % 90_000}.00`;
/**
 * A day's records: nearly all the monthly series that departments export, and four in a thousand of what may warn, several times as
 * many as the yearly prevalence of public records in Jinan spread over its days.
 */
const streams: readonly Stream[] = [
  {
    item: 'tax.payment',
    share: 0.396,
    head: '记录编号,金额,类别',
    cells: (n) => `d${n},${amount(n)},增值税`,
  },
  {
    item: 'utility.power-usage',
    share: 0.28,
    head: '记录编号,金额,数量',
    cells: (n) => `d${n},${amount(n)},${400 + (n % 700)}`,
  },
  { item: 'social.coverage', share: 0.21, head: '数量', cells: (n) => String(5 + (n % 60)) },
  {
    item: 'utility.water-usage',
    share: 0.11,
    head: '金额,数量',
    cells: (n) => `${amount(n)},${20 + (n % 90)}`,
  },
  {
    item: 'court.judgment',
    share: 0.0012,
    head: '记录编号,金额,类别',
    cells: (n) => `d${n},${amount(n)},被告`,
  },
  { item: 'court.enforcement', share: 0.0004, head: '记录编号,金额', cells: (n) => `d${n},${amount(n)}` },
  { item: 'tax.arrears', share: 0.0006, head: '记录编号,金额', cells: (n) => `d${n},${amount(n)}` },
  {
    item: 'list.abnormal-operation',
    share: 0.0012,
    head: '记录编号,类别',
    cells: (n) => `d${n},住所无法联系`,
  },
  {
    item: 'penalty.decision',
    share: 0.0006,
    head: '记录编号,金额,类别',
    cells: (n) => `d${n},${amount(n)},一般`,
  },
];

export type DayFile = { readonly item: string; readonly file: string; readonly rows: number };

/** The deliveries of one day: files of at most 50,000 records, each of one item, over firms in an order of its own. */
export async function writeDay(folder: string, firms: readonly Uscc[], records: number): Promise<DayFile[]> {
  const month = clock.today().slice(0, 7);
  const made: DayFile[] = [];
  let drawn = 0;
  for (const { item, share, head, cells } of streams) {
    const rows = Math.round(records * share);
    for (let from = 0; from < rows; from += 50_000) {
      const file = path.join(folder, `${item}-${from}.csv`);
      const until = Math.min(rows, from + 50_000);
      const start = drawn;
      const lines = function* () {
        yield `统一社会信用代码,日期,${head}`;
        for (let n = from; n < until; n++) yield `${firms[(start + n) % firms.length]},${month},${cells(n)}`;
      };
      made.push({ item, file, rows: await writeRows(file, lines()) });
    }
    drawn += rows + 101;
  }
  return made;
}

const granted = [
  'tax.payment',
  'tax.arrears',
  'utility.power-usage',
  'utility.water-usage',
  'social.coverage',
  'court.judgment',
  'court.enforcement',
];

/**
 * Every firm with one loan of twelve instalments, eight months old, and a consent that lets the lender watch; ninety-eight in a hundred
 * paid what fell due; a year and a half of tax and power before.
 */
export async function fundFirms(ownerUrl: string): Promise<void> {
  const bank = randomUUID();
  const today = clock.today();
  const drawn = addMonths(today, -8);
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `insert into institution (id, kind, code, name_zh, name_en, contact, state, assessment_expires_on)
       values ($1, 'bank', 'bench-bank', '测试银行', 'Bench bank', 'bank@example.org', 'approved', '2099-12-31')`,
      [bank],
    );
    await client.query(
      `insert into consent (enterprise_id, id, recipient_kind, institution_id, purpose, items, detail, mode, fetch_type, valid_from,
                            valid_to, reads_per_day, retention_days, granted_by, granted_at, body, previous_hash, hash, signature, key_id)
       select id, gen_random_uuid(), 'institution', $1, 'post-loan', $2, 'detail', 'view', 'periodic', $3, $3::timestamptz + interval '90 days',
              1000000, 90, id, $3, '{}', '', id::text, '', '' from enterprise`,
      [bank, granted, startOf(today)],
    );
    await client.query(
      `insert into loan (enterprise_id, id, institution_id, application_id, product_id, contract_no, principal_fen, rate_ppm, day_count, method,
                         term_months, purpose, contract_on, disbursed_on, maturity_on, flags, recorded_by, recorded_at)
       select id, gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'B-' || id, 12000000, 43500, 'actual360', 'equal-principal',
              12, 'working-capital', $2, $2, $2::date + interval '12 months', '{}', id, now() from enterprise`,
      [bank, dateOfDay(drawn)],
    );
    await client.query(
      `insert into instalment (enterprise_id, loan_id, institution_id, seq, due_on, principal_fen, interest_fen)
       select enterprise_id, id, institution_id, n, disbursed_on + make_interval(months => n), 1000000, 43500
       from loan, generate_series(1, 12) n`,
    );
    await client.query(
      `insert into repayment (enterprise_id, id, loan_id, institution_id, paid_on, principal_fen, interest_fen, recorded_at)
       select i.enterprise_id, gen_random_uuid(), i.loan_id, i.institution_id, i.due_on, i.principal_fen, i.interest_fen, now()
       from instalment i where i.due_on < $1 and (hashtext(i.loan_id::text) % 50 <> 0 or i.seq < 7)`,
      [dateOfDay(today)],
    );
    for (const item of ['tax.payment', 'utility.power-usage'])
      await client.query(
        `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, precision, amount_fen, quantity, known_at)
         select e.id, $1, 1, $2, $3, decode(md5($1 || e.id || n), 'hex'), date_trunc('month', $4::date - make_interval(months => n))::date, 'month',
                1000000 + (hashtext(e.id::text || n) & 65535), 500, $4::timestamptz - make_interval(months => n)
         from enterprise e, generate_series(2, 18) n`,
        [item, bank, randomUUID(), dateOfDay(today)],
      );
    await client.query('vacuum analyze');
  });
}
