import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc, writeFile } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { type Day, day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { escalateClocks } from '~/server/privacy/escalate-clocks.ts';
import { decideConflict } from '~/server/record/decide-conflict.ts';
import { type ConflictShown, listConflicts } from '~/server/record/list-conflicts.ts';
import { reconcile } from '~/server/record/reconcile.ts';
import { settleConflict } from '~/server/record/settle-conflict.ts';
import { showScorecard } from '~/server/record/show-scorecard.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);
const operator = {
  ...{ kind: 'person', userId: '00000000-0000-4000-8000-0000000000bb', name: '运营', role: 'data-operator' },
  ...{ enterpriseId: null, institutionId: null, institutionName: null, demo: false },
} as unknown as Person;
const header = '统一社会信用代码,记录编号,日期,金额,类别';
const line = (firm: number, no: string, amount: string) => `${uscc(firm)},${no},2026-01,${amount},增值税`;
const file = (...rows: string[]) => writeFile('listing.csv', [header, ...rows].join('\n'));
const held = () =>
  look<{ yuan: number }>(
    `select (amount_fen / 100)::int as yuan from current_fact where item = 'tax.payment' order by 1`,
  ).then((rows) => rows.map(({ yuan }) => yuan));
const queue = async () => (await listConflicts(operator, { open: true })).conflicts;
const sides = ({ own, provider, third, thirdSpeaks }: ConflictShown) => [
  own && Number(own.amount_fen) / 100,
  provider && Number(provider.amount_fen) / 100,
  thirdSpeaks ? third && Number(third.amount_fen) / 100 : 'silent',
];
const compare = () =>
  reconcile(system('test'), {
    item: 'tax.payment',
    provider: file(line(1, 'A', '1.00'), line(1, 'B', '20.00'), line(2, 'D', '4.00')),
    third: file(line(1, 'A', '1.00'), line(1, 'B', '2.00'), line(1, 'C', '3.00'), '坏行,X,2026-01,1,增值税'),
    thirdSource: '审计报告',
  });

beforeAll(async () => {
  await registerFirms(uscc(1), uscc(2), uscc(3));
  const rows = [line(1, 'A', '1.00'), line(1, 'B', '2.00'), line(1, 'C', '3.00'), line(3, 'E', '5.00')];
  insist(await ingestCsv('tax.payment', [header, ...rows].join('\n')));
});

describe('three sources', () => {
  test('are compared record by record; a source speaks only of firms it names; nothing changes yet', async () => {
    expect(insist(await compare())).toMatchObject({ records: 4, conflicts: 3, added: 3, unreadable: 1 });
    const said = (await queue()).map(sides).map((side) => JSON.stringify(side));
    expect(said.toSorted()).toEqual(['[2,20,2]', '[3,null,3]', '[null,4,"silent"]']);
    expect(await held()).toEqual([1, 2, 3, 5]);
  });

  test('wait with the last day to decide and the authority whose determination it is', async () => {
    const [conflict] = await queue();
    expect(conflict).toMatchObject({ providerName: { zh: '省税务局' }, isLate: false });
    expect(conflict?.proposal).toMatchObject({ party: 'provider', stands: false });
    expect(conflict && conflict.dueOn > clock.today()).toBe(true);
    await look(`update reconciliation set at = '2026-09-29T02:00:00Z'`);
    expect((await queue())[0]).toMatchObject({ dueOn: '2026-10-12', isLate: true });
  });

  test('whose day passed are reported once, to the platform and to the department, and stand on its scorecard', async () => {
    await makePerson('data-operator');
    const report = (day: Day) => withActor(system('test'), (tx) => escalateClocks(tx, day));
    expect([await report(day('2026-10-12')), await report(day('2026-10-13'))]).toEqual([0, 1]);
    expect(await report(day('2026-10-14'))).toBe(0);
    const told = await look<{ code: string; kind: string; params: { waiting?: number; what?: string } }>(
      `select i.code, n.kind, n.params from notification n join institution i on i.id = n.institution_id
       where n.kind in ('privacy.clock-over', 'record.conflicts-overdue') order by n.kind`,
    );
    expect(told).toMatchObject([
      { kind: 'privacy.clock-over', params: { what: 'conflict', dueOn: '2026-10-12' } },
      { code: 'tax', kind: 'record.conflicts-overdue', params: { waiting: 3, dueOn: '2026-10-12' } },
    ]);
    expect(
      await look(
        `select body::jsonb->'detail'->>'what' as what from audit_entry where action = 'privacy.clock-over'`,
      ),
    ).toEqual([{ what: 'conflict' }]);
    const { conflicts } = insist(await showScorecard(operator, 'tax'));
    expect(conflicts).toEqual({ waiting: 3, late: 3 });
    expect(insist(await showScorecard(operator, 'court')).conflicts).toEqual({ waiting: 0, late: 0 });
  });

  test('compared again queue nothing twice', async () => {
    expect(insist(await compare())).toMatchObject({ conflicts: 3, added: 0 });
  });

  test('are settled by decision: a correction, a revocation, a new record', async () => {
    for (const conflict of await queue()) {
      insist(
        await decideConflict(operator, { id: conflict.id, verdict: 'provider', reason: '核对原始凭证' }),
      );
      await settleConflict(system('test'), conflict.id);
      await settleConflict(system('test'), conflict.id);
    }
    expect(await held()).toEqual([1, 4, 5, 20]);
    expect(
      await look(`select op from fact where item = 'tax.payment' and op <> 'assert' order by 1`),
    ).toEqual([{ op: 'correct' }, { op: 'revoke' }]);
    expect(await queue()).toEqual([]);
    expect((await listConflicts(operator, { open: false })).conflicts.every(({ settled }) => settled)).toBe(
      true,
    );
  });
});

test('a verdict is given once, and only for a source that speaks', async () => {
  const third = file(line(3, 'E', '6.00'));
  insist(
    await reconcile(system('test'), { item: 'tax.payment', provider: file(), third, thirdSource: '年报' }),
  );
  const [conflict] = await queue();
  const decide = (verdict: 'own' | 'provider') =>
    decideConflict(operator, { id: conflict?.id ?? '', verdict, reason: '核对原始凭证' });
  expect(await decide('provider')).toMatchObject({ ok: false });
  insist(await decide('own'));
  expect(await decide('own')).toMatchObject({ ok: false, refusal: { code: 'record.conflict-closed' } });
});

test('a record that changed since the comparison is left alone', async () => {
  const third = file(line(3, 'E', '7.00'));
  insist(
    await reconcile(system('test'), { item: 'tax.payment', provider: file(), third, thirdSource: '年报' }),
  );
  const [conflict] = await queue();
  insist(await ingestCsv('tax.payment', `${header}\n${line(3, 'E', '8.00')}`));
  insist(
    await decideConflict(operator, { id: conflict?.id ?? '', verdict: 'third', reason: '核对年报附注' }),
  );
  await settleConflict(system('test'), conflict?.id ?? '');
  expect(await held()).toContain(8);
});

test.each([
  [{ item: 'no.such' }, 'record.item-unknown'],
  [{ third: '/nowhere.csv' }, 'record.file-unreadable'],
  [{ third: writeFile('x.csv', 'a,b\n1,2') }, 'record.missing-columns'],
])('%o is refused in words', async (wrong, code) => {
  const input = { item: 'tax.payment', provider: file(), third: file(), thirdSource: '年报', ...wrong };
  expect(await reconcile(system('test'), input)).toMatchObject({ ok: false, refusal: { code } });
});

describe('the word of the authority that made the determination', () => {
  const listHeader = '统一社会信用代码,记录编号,日期,截止日期,类别';
  const entry = (firm: number, no: string, until = '') =>
    `${uscc(firm)},${no},2026-01-05,${until},住所无法联系`;
  const listing = (...rows: string[]) => writeFile('list.csv', [listHeader, ...rows].join('\n'));
  const open = () =>
    look<{ verdict: string | null; stood: boolean; decided_here: boolean }>(
      `select verdict, stood, decided_here from reconciliation_conflict q where item = 'list.abnormal-operation' order by source_key`,
    );

  test('stands where policy says so, but ends no record, and undoes nothing that was decided here', async () => {
    insist(
      await ingestCsv(
        'list.abnormal-operation',
        [listHeader, entry(1, 'L1'), entry(1, 'L2'), entry(2, 'L3')].join('\n'),
      ),
    );
    await look(
      `with held as (select f.* from fact f join enterprise e on e.id = f.enterprise_id
                     where f.item = 'list.abnormal-operation' and e.uscc = $1),
            batch as (insert into record_batch (id, provider_id, mapping, item, file_name, file_hash, file_bytes, state, rows_read,
                        rows_accepted, firms_touched, received_at, finished_at)
                      select gen_random_uuid(), provider_id, 'amendment', item, 'case-x', '', 0, 'accepted', 1, 1, 1, now(), now()
                      from held returning id)
       insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
                         precision, known_at)
       select h.enterprise_id, gen_random_uuid(), h.item, h.item_version, h.provider_id, b.id, h.source_key, 'revoke', h.id,
              h.occurred_on, h.precision, h.known_at + interval '1 second' from held h, batch b`,
      [uscc(2)],
    );
    const compared = insist(
      await reconcile(system('test'), {
        item: 'list.abnormal-operation',
        provider: listing(entry(1, 'L1', '2026-06-30'), entry(2, 'L3')),
        third: listing(entry(1, 'L1'), entry(1, 'L2')),
        thirdSource: '全国平台副本',
      }),
    );
    expect(compared).toMatchObject({ conflicts: 3, added: 3, stood: 1 });
    const kept = await open();
    expect(kept.filter(({ stood }) => stood)).toEqual([
      { verdict: 'provider', stood: true, decided_here: false },
    ]);
    expect(kept.filter(({ decided_here }) => decided_here)).toEqual([
      { verdict: null, stood: false, decided_here: true },
    ]);
    const orders = await look<{ id: string }>(
      `select payload->>'conflictId' as id from outbox where job = 'record.settle-conflict'
         and payload->>'conflictId' in (select id::text from reconciliation_conflict where stood)`,
    );
    expect(orders).toHaveLength(1);
    for (const { id } of orders) await settleConflict(system('test'), id);
    const ends = await look<{ on: string | null }>(
      `select ended_on::text as on from current_fact where item = 'list.abnormal-operation' order by ended_on`,
    );
    expect(ends).toEqual([{ on: '2026-06-30' }, { on: null }]);
    const why = (await queue()).map(({ proposal }) => proposal?.why);
    expect(why.toSorted()).toEqual(['authority-lacks', 'decided-here']);
  });

  test('may be the third source’s, or nobody’s; a decision against it is in the log', async () => {
    const run = (authority: 'third' | 'none', yuan: string) =>
      reconcile(system('test'), {
        item: 'tax.payment',
        provider: file(line(2, 'D', '4.00')),
        third: file(line(2, 'D', yuan)),
        thirdSource: '总局',
        authority,
      });
    insist(await run('third', '44.00'));
    const [conflict] = (await queue()).filter(({ item }) => item.zh === '税款征收信息');
    expect(conflict?.proposal).toMatchObject({ party: 'third', why: 'authority-says', stands: false });
    insist(
      await decideConflict(operator, { id: conflict?.id ?? '', verdict: 'own', reason: '凭证原件一致' }),
    );
    const logged = await look<{ body: string }>(
      `select body from audit_entry where action = 'record.conflict-decided'`,
    );
    expect(logged.filter(({ body }) => /"proposed":"third".*"verdict":"own"/.test(body))).toHaveLength(1);
    insist(await run('none', '45.00'));
    const [other] = (await queue()).filter(({ item }) => item.zh === '税款征收信息');
    expect(other?.proposal).toBeNull();
  });
});
