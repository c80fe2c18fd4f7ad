import type pg from 'pg';
import { addNeed, createApplicants, submitOne } from '#tests/factories/applying.ts';
import { makePerson } from '#tests/factories/people.ts';
import { startSession } from '~/server/http/session.ts';

/** The people and rows that the pages are about. */
export type WebWorld = {
  readonly officer: string;
  readonly owner: string;
  readonly application: string;
  readonly need: string;
};

const cookieOf = async (userId: Parameters<typeof startSession>[1]) =>
  (await startSession(new Request('http://localhost/'), userId)).split(';')[0] ?? '';

/** One firm with its bank and application by the product's own use cases; everybody else comes set by set. */
export async function makeWebWorld(client: pg.Client, size: { firms: number; applications: number }) {
  const parties = await createApplicants();
  const application = await submitOne({ ...parties, needId: await addNeed(parties) });
  const officer = await makePerson('officer', { institutionId: parties.bankA.id });
  await client.query(firmsSql, [size.firms]);
  await client.query(banksSql);
  await client.query(applicationsSql, [
    size.applications,
    parties.bankA.id,
    application,
    parties.owner.userId,
  ]);
  await client.query('vacuum analyze');
  return {
    officer: await cookieOf(officer.userId),
    owner: await cookieOf(parties.owner.userId),
    application,
    need: parties.needId,
  } satisfies WebWorld;
}

const firmsSql = `
  insert into enterprise (id, source, external_id, kind, name, region_code, industry_code, established_on, created_at)
  select gen_random_uuid(), 'bench', i::text, 'company', '企业 ' || i, '640106', '1411', date '2015-01-01' + i % 3000, now()
  from generate_series(1, $1::int) as i`;

/** Forty banks with two products each: the measured one has a fortieth of all applications. */
const banksSql = `
  with bank as (
    insert into institution (id, kind, code, name_zh, name_en, state, assessment_expires_on)
    select gen_random_uuid(), 'bank', 'bench-' || i, '银行 ' || i, 'Bank ' || i, 'approved', '2030-01-01'
    from generate_series(1, 39) as i returning id, code)
  insert into product (id, institution_id, code, name_zh, name_en, segment, zones, min_fen, max_fen, min_term_months,
                       max_term_months, rate_rule, rate_min_ppm, rate_max_ppm, methods, collateral, purposes, eligibility, state)
  select gen_random_uuid(), bank.id, bank.code || '-' || n, '产品 ' || bank.code || n, 'Product ' || bank.code || n, 'micro-small',
         '{}', 1000000, 1000000000, 1, 36, '{"kind": "fixed", "ppm": 36500}', 36500, 36500, '{equal-instalment}', '{credit}',
         '{working-capital}', '{"kind": "all", "rules": []}', 'published'
  from bank, generate_series(1, 2) as n`;

/** Closed ones mostly, as a desk of some years has; every firm has at most one that is open with a product. */
const applicationsSql = `
  with shelf as (
    select id, institution_id, row_number() over (order by (institution_id = $2::uuid) desc, id) - 1 as n
    from product where state = 'published' and institution_id is not null and not example),
  firm as (select id, row_number() over (order by id) - 1 as n from enterprise where source = 'bench'),
  sizes as (select (select count(*) from shelf) as products, (select count(*) from firm) as firms),
  model as (select * from application where id = $3::uuid)
  insert into application (enterprise_id, id, institution_id, product_id, need_id, consent_id, amount_fen, term_months, purpose,
                           collateral, state, submitted_by, submitted_at, pickup_due_at, decision_due_at, decline_reasons, closed_at)
  select firm.id, gen_random_uuid(), shelf.institution_id, shelf.id, gen_random_uuid(), gen_random_uuid(),
         1000000 + (i % 500) * 100000, 12, 'working-capital', '{credit}', s.state, $4::uuid, model.submitted_at - i * interval '7 seconds',
         model.pickup_due_at + (i % 400) * interval '1 hour', model.decision_due_at + (i % 900) * interval '1 hour', '{}',
         case when s.state = 'submitted' then null else model.submitted_at end
  from generate_series(1, $1::int) as i
  cross join sizes cross join model
  cross join lateral (select case when i <= sizes.firms and i % 10 = 0 then 'submitted'
                                  when i % 3 = 0 then 'declined' else 'withdrawn' end as state) as s
  join shelf on shelf.n = (i * 7) % sizes.products
  join firm on firm.n = i % sizes.firms`;
