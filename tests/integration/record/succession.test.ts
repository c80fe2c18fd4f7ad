import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { followSuccession } from '~/server/record/follow-succession.ts';
import { recordSuccession, type SuccessionInput } from '~/server/record/record-succession.ts';
import { showKnown } from '~/server/record/show-known.ts';
import { showLineage } from '~/server/record/show-lineage.ts';
import { undoSuccession } from '~/server/record/undo-succession.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);
const [oldFirm, heir, partA, partB] = [uscc(1), uscc(2), uscc(3), uscc(4)];
const operator = {
  ...{ kind: 'person', userId: '00000000-0000-4000-8000-0000000000bb', name: '运营', role: 'data-operator' },
  ...{ enterpriseId: null, institutionId: null, institutionName: null, demo: false },
} as unknown as Person;
const header = '统一社会信用代码,记录编号,日期,金额,类别';
const penalise = (code: string, no: string, amount: string) =>
  ingestCsv('penalty.decision', `${header}\n${code},${no},2026-01-05,${amount},一般`).then(insist);
const merge = (wish: Partial<SuccessionInput> = {}) =>
  recordSuccession(operator, {
    ...{ kind: 'merge', firm: oldFirm, successor: heir, share: null, effectiveOn: '2026-06-30' as Day },
    ...{ basis: '合并协议 2026-1 号' },
    ...wish,
  });
const follow = () => followSuccession(system('test'));
/** Live negative records of a firm, in yuan. */
const held = (code: string) =>
  look<{ yuan: number }>(
    `select (amount_fen / 100)::int as yuan from current_fact f join enterprise e on e.id = f.enterprise_id
     where e.uscc = $1 and f.item = 'penalty.decision' order by 1`,
    [code],
  ).then((rows) => rows.map(({ yuan }) => yuan));
let edge: string;

beforeAll(async () => {
  await registerFirms(oldFirm, heir, partA, partB);
  await penalise(oldFirm, 'P1', '100.00');
  insist(await ingestCsv('tax.payment', `${header}\n${oldFirm},T1,2026-01,9.00,增值税`));
});

describe('a merger', () => {
  test('hands liabilities to the successor, each with its origin, and nothing else', async () => {
    edge = insist(await merge());
    await follow();
    expect(await held(heir)).toEqual([100]);
    expect(
      await look(
        `select detail->>'inheritedFrom' as origin from fact f join enterprise e on e.id = f.enterprise_id where e.uscc = $1`,
        [heir],
      ),
    ).toContainEqual({ origin: oldFirm });
    expect(
      await look(
        `select 1 from fact f join enterprise e on e.id = f.enterprise_id where e.uscc = $1 and item = 'tax.payment'`,
        [heir],
      ),
    ).toEqual([]);
    expect(await look('select status from enterprise where uscc = $1', [oldFirm])).toEqual([
      { status: 'cancelled' },
    ]);
  });

  test('is refused twice, backwards and ahead of its day', async () => {
    const codeOf = async (wish: Partial<SuccessionInput>) => {
      const result = await merge(wish);
      return result.ok ? 'ok' : result.refusal.code;
    };
    expect(await codeOf({})).toBe('enterprise.succession-twice');
    expect(await codeOf({ firm: heir, successor: oldFirm })).toBe('enterprise.succession-circle');
    expect(await codeOf({ effectiveOn: addDays(clock.today(), 1) })).toBe('enterprise.succession-future');
    expect(await codeOf({ firm: uscc(99) })).toBe('enterprise.succession-unknown-firm');
  });

  test('lets later deliveries about the firm reach the successor: new records and corrections', async () => {
    await penalise(oldFirm, 'P1', '150.00');
    await penalise(oldFirm, 'P2', '30.00');
    expect(await look(`select 1 from outbox where job = 'record.follow-succession'`)).not.toEqual([]);
    await follow();
    expect(await held(heir)).toEqual([30, 150]);
    const before = await look('select count(*)::int as n from fact');
    await follow();
    expect(await look('select count(*)::int as n from fact')).toEqual(before);
  });

  test('reaches those who succeed the successor', async () => {
    insist(await merge({ kind: 'spin-off', firm: heir, successor: partA, share: ppm(250_000) }));
    await follow();
    expect(await held(partA)).toEqual([30, 150]);
  });

  test('is undone: what was carried over is revoked everywhere, the firm is back, the past stays readable', async () => {
    insist(await undoSuccession(operator, { id: edge, basis: '法院裁定合并无效' }));
    await follow();
    expect([await held(oldFirm), await held(heir), await held(partA)]).toEqual([[30, 150], [], []]);
    expect(await look('select status from enterprise where uscc = $1', [oldFirm])).toEqual([
      { status: 'active' },
    ]);
    const lineage = await showLineage(operator, oldFirm);
    expect(lineage.edges).toMatchObject([{ isUndone: true, undoneBecause: '法院裁定合并无效' }]);
    const known = { firm: heir, item: 'penalty.decision', on: clock.today() };
    expect(insist(await showKnown(system('test'), known)).facts).toEqual([]);
    expect(await undoSuccession(operator, { id: edge, basis: '再次撤销' })).toMatchObject({ ok: false });
  });

  test('may be written down again afterwards', async () => {
    insist(await merge({ successor: partB }));
    await follow();
    expect(await held(partB)).toEqual([30, 150]);
  });
});

test('consents of a dissolved firm and of its people end and pass to nobody', async () => {
  const parties: Parties = await createParties();
  const consent = async () =>
    look<{ gone: boolean; n: number }>(
      `select bool_and(revoked_at is not null) as gone, count(*)::int as n from consent where enterprise_id = $1`,
      [parties.enterpriseId],
    );
  await look(
    `insert into consent (enterprise_id, id, recipient_kind, institution_id, purpose, items, detail, mode, fetch_type, valid_from, valid_to,
                          reads_per_day, retention_days, granted_by, granted_at, body, previous_hash, hash, signature, key_id)
     values ($1, gen_random_uuid(), 'institution', $2, 'pre-loan', '{tax.payment}', 'detail', 'view', 'periodic', now() - interval '1 day',
             now() + interval '60 days', 9, 9, $1, now(), '{}', '', 'h', '', '')`,
    [parties.enterpriseId, parties.bankA.id],
  );
  await look(
    `insert into person_consent (enterprise_id, id, person_id, institution_id, purpose, items, valid_from, valid_to, granted_at, body,
                                 previous_hash, hash, signature, key_id)
     values ($1, gen_random_uuid(), gen_random_uuid(), $2, 'pre-loan', '{provident.person-account}', now() - interval '1 day',
             now() + interval '60 days', now(), '{}', '', 'p', '', '')`,
    [parties.enterpriseId, parties.bankA.id],
  );
  await look('update enterprise set uscc = $2 where id = $1', [parties.enterpriseId, uscc(50)]);
  insist(await merge({ firm: uscc(50), successor: partA }));
  await follow();
  expect(await consent()).toEqual([{ gone: true, n: 1 }]);
  expect(
    await look(`select step from consent_acknowledgement where enterprise_id = $1`, [parties.enterpriseId]),
  ).toEqual([{ step: 'notified' }, { step: 'notified' }]);
  expect(
    await look(
      `select (select count(*)::int from person_consent where enterprise_id = $1 and revoked_at is null) as left,
              array_agg(kind order by kind) as told from notification where institution_id = $2`,
      [parties.enterpriseId, parties.bankA.id],
    ),
  ).toEqual([{ left: 0, told: ['consent.withdrawn', 'privacy.person-ended'] }]);
});
