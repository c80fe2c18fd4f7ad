import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { looker, uscc } from '#tests/factories/delivery.ts';
import { makeRights, type Rights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { repairDuties } from '~/domain/repair/regime.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerObjection } from '~/server/objection/answer-objection.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { forwardObjection } from '~/server/objection/forward-objection.ts';
import { listObjections } from '~/server/objection/list-objections.ts';
import { stateOwnWords } from '~/server/objection/state-own-words.ts';
import { followSuccession } from '~/server/record/follow-succession.ts';
import { recordSuccession } from '~/server/record/record-succession.ts';
import { showKnown } from '~/server/record/show-known.ts';
import { undoSuccession } from '~/server/record/undo-succession.ts';
import { carryCases } from '~/server/repair/carry-cases.ts';
import { decideRepair } from '~/server/repair/decide-repair.ts';
import { fileRepair } from '~/server/repair/file-repair.ts';
import { listCases } from '~/server/repair/list-cases.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);
const platform = system('test');
let old: Rights;
let heir: Rights;
let disputed: FactId;
let repairable: FactId;
let edge: string;

const follow = async () => {
  await followSuccession(platform);
  await carryCases(platform);
};
const succeed = async (kind: 'merge' | 'spin-off', basis: string) =>
  insist(
    await recordSuccession(old.operator as Person, {
      ...{ kind, firm: uscc(71), successor: uscc(72), share: kind === 'merge' ? null : (300_000 as never) },
      ...{ effectiveOn: '2026-06-30' as Day, basis },
    }),
  );
/** The batch role of this database sees everybody's. */
const pending = async (who: Rights) =>
  (await listObjections(who.owner, { state: 'pending', page: 0 })).objections.filter(
    ({ enterpriseId }) => enterpriseId === who.enterpriseId,
  );
/** Live penalties of a firm and whether recipients see them. */
const held = (who: Rights) =>
  look<{ n: number; seen: number }>(
    `select count(*)::int as n, count(d.id)::int as seen from current_fact f
     left join disclosed_fact d on d.enterprise_id = f.enterprise_id and d.id = f.id
     where f.enterprise_id = $1 and f.item = 'penalty.decision'`,
    [who.enterpriseId],
  ).then(([row]) => row);

beforeAll(async () => {
  old = await makeRights('331003'); // Taizhou: suspended while the provider looks
  heir = await makeRights('640104');
  await look('update enterprise set uscc = $2 where id = $1', [old.enterpriseId, uscc(71)]);
  await look('update enterprise set uscc = $2 where id = $1', [heir.enterpriseId, uscc(72)]);
  disputed = await old.penalty();
  repairable = await old.penalty({ category: 'minor', on: '2026-07-01' });
  await old.record({ item: 'list.serious-dishonesty', category: 'listed', provider: 'market-regulation' });
});

describe('a merger', () => {
  test('takes the pending objection, repair and statement along, under the same clocks', async () => {
    const body = '处罚决定已被撤销，附文书。';
    insist(await fileObjection(old.owner, { factId: disputed, ground: 'wrong-content', body }));
    insist(await stateOwnWords(old.owner, { factId: disputed, body: '正在复议。' }));
    insist(
      await fileRepair(old.owner, {
        ...{ factId: repairable, kind: 'repair', promise: '承诺守法经营。', courtOrder: null },
        duties: repairDuties.map((duty) => ({ duty, proof: '验收意见' })),
      }),
    );
    const [before] = await pending(old);
    edge = await succeed('merge', '合并协议');
    await follow();
    expect(await pending(old)).toEqual([]);
    const [carried, ...others] = await pending(heir);
    expect(others).toEqual([]);
    expect(carried).toMatchObject({ item: 'penalty.decision', state: before?.state, dueOn: before?.dueOn });
    expect(
      await look('select body from fact_statement where enterprise_id = $1', [heir.enterpriseId]),
    ).toEqual([{ body: '正在复议。' }]);
    const desk = await listCases(old.liaison, { state: 'pending', page: 0 });
    expect(desk.objections.map(({ enterpriseId }) => enterpriseId)).toEqual([heir.enterpriseId]);
    expect(desk.repairs.map(({ enterpriseId }) => enterpriseId)).toEqual([heir.enterpriseId]);
  });

  test('and the flag, the black list and the history with them; once at rest nothing moves', async () => {
    expect(
      await look(
        `select 1 as on from current_fact where enterprise_id = $1 and item = 'list.serious-dishonesty'`,
        [heir.enterpriseId],
      ),
    ).toEqual([{ on: 1 }]);
    const [{ id } = { id: '' }] = await pending(heir);
    const steps = await look<{ kind: string }>(
      'select kind from rights_event where enterprise_id = $1 and case_id = $2 order by at, kind',
      [heir.enterpriseId, id],
    );
    expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['filed', 'carried-over']));
    const count = () =>
      look('select (select count(*) from rights_event) as steps, (select count(*) from objection) as cases');
    const before = await count();
    await follow();
    expect(await count()).toEqual(before);
  });

  test('is undone: what is pending goes back with the records', async () => {
    insist(await undoSuccession(old.operator as Person, { id: edge, basis: '法院裁定合并无效' }));
    await follow();
    expect(await pending(heir)).toEqual([]);
    expect(await pending(old)).toHaveLength(1);
    expect(await held(heir)).toEqual({ n: 0, seen: 0 });
    expect(await held(old)).toMatchObject({ n: 2 });
  });
});

describe('a spin-off after it', () => {
  test('leaves the case with the firm and opens it for the part that took the record too', async () => {
    await succeed('spin-off', '分立协议');
    await follow();
    expect([(await pending(old)).length, (await pending(heir)).length]).toEqual([1, 1]);
  });

  test('the successor’s own outcome stands against later corrections, and a revocation at the source ends it', async () => {
    const [{ id } = { id: '' }] = await pending(heir);
    const answer = {
      verdict: 'partly',
      answer: '金额有误，予以更正。',
      evidence: '更正函',
      change: 'correct',
    } as const;
    insist(await forwardObjection(heir.operator, id, '与来源一致。'));
    insist(await answerObjection(heir.liaison, id, { ...answer, content: { amountFen: 100_000n } }));
    const amounts = () =>
      look<{ fen: string }>(
        `select amount_fen::text as fen from current_fact where enterprise_id = $1 and item = 'penalty.decision' order by 1`,
        [heir.enterpriseId],
      ).then((rows) => rows.map(({ fen }) => fen));
    const decided = await amounts();
    expect(decided).toContain('100000');
    const [{ id: own } = { id: '' }] = await pending(old);
    insist(await forwardObjection(old.operator, own, '与来源一致。'));
    insist(await answerObjection(old.liaison, own, { ...answer, content: { amountFen: 200_000n } }));
    await follow();
    expect(await amounts()).toEqual(decided);
    const [head] = await look<{ id: string }>(
      `select id from current_fact where enterprise_id = $1 and amount_fen = 200000`,
      [old.enterpriseId],
    );
    await withActor(
      platform,
      (tx) =>
        tx.$queryRaw`select amend_fact(${old.enterpriseId}::uuid, ${head?.id}::uuid, ${randomUUID()}::uuid, 'revoke', ${randomUUID()}::uuid,
                                     now(), null, null, null, null, null)`,
    );
    await follow();
    expect(await amounts()).not.toContain('100000');
  });

  test('a repair granted to the firm seals the copies as well, at the next run that the decision asks for', async () => {
    const [{ id } = { id: '' }] = (
      await listCases(old.liaison, { state: 'pending', page: 0 })
    ).repairs.filter(({ enterpriseId }) => enterpriseId === old.enterpriseId);
    insist(await decideRepair(old.liaison, id, { move: 'grant', reason: '同意修复。' }));
    expect(await look(`select 1 from outbox where job = 'record.follow-succession'`)).not.toEqual([]);
    await follow();
    expect(await held(old)).toMatchObject({ n: 0 });
    expect(await held(heir)).toMatchObject({ n: 0 });
  });
});

test('a merger that was recorded in error leaves nothing behind, and what was decided meanwhile holds for the record itself', async () => {
  const firm = await makeRights('640104');
  const wrong = await makeRights('640104');
  await look('update enterprise set uscc = $2 where id = $1', [firm.enterpriseId, uscc(73)]);
  await look('update enterprise set uscc = $2 where id = $1', [wrong.enterpriseId, uscc(74)]);
  await firm.penalty();
  await firm.penalty({ category: 'minor', on: '2026-07-01' });
  const operator = firm.operator as Person;
  const merger = { kind: 'merge', firm: uscc(73), successor: uscc(74), share: null, basis: '误登' } as const;
  const id = insist(await recordSuccession(operator, { ...merger, effectiveOn: '2026-06-30' as Day }));
  await follow();
  const copies = await look<{ id: FactId; category: string }>(
    `select id, category from current_fact where enterprise_id = $1 and item = 'penalty.decision' order by (category = 'minor')`,
    [wrong.enterpriseId],
  );
  const decide = async (factId: FactId, change: 'correct' | 'revoke') => {
    const filed = { factId, ground: 'wrong-content', body: '与决定书不符。' } as const;
    const objection = insist(await fileObjection(wrong.owner, filed));
    const answer = { verdict: 'upheld', answer: '属实。', evidence: '更正函', change } as const;
    const content = change === 'correct' ? { content: { amountFen: 77_700n } } : {};
    insist(await answerObjection(wrong.liaison, objection, { ...answer, ...content }));
  };
  expect(copies).toHaveLength(2);
  await decide(copies[0]?.id as FactId, 'correct');
  await decide(copies[1]?.id as FactId, 'revoke');
  await follow();
  insist(await undoSuccession(operator, { id, basis: '登记有误' }));
  const told = await look(
    `select o.job from outbox o join enterprise_succession u on u.id::text = o.payload->>'ref' where u.undoes = $1 order by 1`,
    [id],
  );
  expect(told).toEqual([{ job: 'loan.tell-succession' }, { job: 'record.follow-succession' }]);
  await follow();
  expect(await held(wrong)).toEqual({ n: 0, seen: 0 });
  const own = () =>
    look<{ fen: string }>(
      `select amount_fen::text as fen from current_fact where enterprise_id = $1 and item = 'penalty.decision'`,
      [firm.enterpriseId],
    );
  expect(await own()).toEqual([{ fen: '77700' }]);
  const facts = () => look('select count(*)::int as n from fact');
  const before = await facts();
  await follow();
  expect(await facts()).toEqual(before);
  const known = { firm: uscc(74), item: 'penalty.decision', on: clock.today() };
  expect(insist(await showKnown(platform, known)).facts).toEqual([]);
});
