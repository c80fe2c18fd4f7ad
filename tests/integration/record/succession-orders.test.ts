import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { command } from '~/cli/commands/known.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { followSuccession } from '~/server/record/follow-succession.ts';
import { recordSuccession } from '~/server/record/record-succession.ts';
import { showOwnItem } from '~/server/record/show-own-item.ts';
import { undoSuccession } from '~/server/record/undo-succession.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);
const operator = {
  ...{ kind: 'person', userId: '00000000-0000-4000-8000-0000000000bb', name: '运营', role: 'data-operator' },
  ...{ enterpriseId: null, institutionId: null, institutionName: null, demo: false },
} as unknown as Person;

/** A is renamed, absorbed by B, and comes back; B is divided and gone, C succeeds it; A's penalty is corrected. */
const events = ['rename', 'merge', 'split', 'correct', 'revive'] as const;
type Event = (typeof events)[number];

const ordersOf = (left: readonly Event[]): Event[][] =>
  left.length === 0
    ? [[]]
    : left.flatMap((first) =>
        ordersOf(left.filter((each) => each !== first)).map((rest) => [first, ...rest]),
      );
const orders = ordersOf(events).filter((order) => order.indexOf('merge') < order.indexOf('revive'));
const worlds = orders.map((order, i) => ({
  order,
  firms: { A: uscc(10 + 3 * i), B: uscc(11 + 3 * i), C: uscc(12 + 3 * i) },
  edge: '',
}));
type World = (typeof worlds)[number];

const first = addDays(clock.today(), -20);
const dayOf = (step: number): Day => addDays(first, step);
const row = ({ A }: World['firms'], yuan: number) => `${A},P1,2026-01-05,${yuan}.00,一般`;
const penalise = (of: readonly World[], yuan: number) =>
  ingestCsv(
    'penalty.decision',
    ['统一社会信用代码,记录编号,日期,金额,类别', ...of.map(({ firms }) => row(firms, yuan))].join('\n'),
  );
const succeed = (kind: 'merge' | 'split', firm: string, successor: string) =>
  recordSuccession(operator, {
    ...{ kind, firm, successor, share: kind === 'merge' ? null : ppm(600_000) },
    ...{ effectiveOn: '2026-06-30' as Day, basis: '登记机关核准' },
  });

async function happen(event: Event, those: World[]): Promise<void> {
  if (event === 'correct') insist(await penalise(those, 150));
  if (event === 'rename') {
    const header = '统一社会信用代码,企业名称,行政区划代码,行业代码,成立日期,注册资本（万元）,登记状态';
    const lines = those.map(
      ({ firms: { A } }) => `${A},新河食品${A.slice(-6)}有限公司,640104,1411,2015-06-01,100,存续`,
    );
    insist(await ingestCsv('registration.profile', [header, ...lines].join('\n')));
  }
  for (const world of those) {
    const { A, B, C } = world.firms;
    if (event === 'merge') world.edge = insist(await succeed('merge', A, B));
    if (event === 'split') insist(await succeed('split', B, C));
    if (event === 'revive')
      insist(await undoSuccession(operator, { id: world.edge, basis: '法院裁定合并无效' }));
  }
}

/** The reference: what each firm answers for once the first `done` events of an order have happened, in yuan. */
function answersFor({ order }: World, done: number) {
  const so = new Set(order.slice(0, done));
  const [yuan, isMerged] = [so.has('correct') ? 150 : 100, so.has('merge') && !so.has('revive')];
  return { A: [yuan], B: isMerged ? [yuan] : [], C: isMerged && so.has('split') ? [yuan] : [], isMerged };
}

const inYuan = (facts: readonly { readonly fen: string | null }[]) =>
  facts.map(({ fen }) => Number(fen) / 100);

async function byCommand(firm: string, on: Day) {
  const answer = await command.run({
    argument: '',
    options: { firm, item: 'penalty.decision', on },
    locale: 'zh-CN',
  } as never);
  const { facts } = answer.json as { facts: { amount_fen: string | null }[] };
  return inYuan(facts.map(({ amount_fen: fen }) => ({ fen })));
}

async function onPage(enterpriseId: string, on: Day) {
  const owner = { ...operator, role: 'owner', enterpriseId } as unknown as Person;
  const page = insist(await showOwnItem(owner, { code: 'penalty.decision', asKnownOn: on }));
  return inYuan(page.facts.map(({ amountFen: fen }) => ({ fen })));
}

test('renamed, merged, divided, corrected and revived in any order: one end, and each day as it was known', async () => {
  expect(worlds).toHaveLength(60);
  await onDay(dayOf(0), async () => {
    await registerFirms(...worlds.flatMap(({ firms }) => Object.values(firms)));
    insist(await penalise(worlds, 100));
  });
  for (let step = 1; step <= events.length; step += 1)
    await onDay(dayOf(step), async () => {
      for (const event of events) {
        const those = worlds.filter(({ order }) => order[step - 1] === event);
        if (those.length > 0) await happen(event, those);
      }
      await followSuccession(system('test'));
      const gone = await look<{ uscc: string }>(`select uscc from enterprise where status = 'cancelled'`);
      const expected = worlds.flatMap((world) => [
        ...(answersFor(world, step).isMerged ? [world.firms.A] : []),
        ...(world.order.slice(0, step).includes('split') ? [world.firms.B] : []),
      ]);
      expect(gone.map(({ uscc: code }) => code).sort()).toEqual(expected.sort());
    });

  const ends = await look<{ uscc: string; name: string; yuan: number[] }>(
    `select e.uscc, e.name, array_remove(array_agg((f.amount_fen / 100)::int), null) as yuan from enterprise e
     left join current_fact f on f.enterprise_id = e.id and f.item = 'penalty.decision' where e.uscc = any($1) group by e.id`,
    [worlds.flatMap(({ firms }) => Object.values(firms))],
  );
  const endOf = (code: string) => ends.find((each) => each.uscc === code);
  for (const { firms } of worlds) {
    expect(endOf(firms.A)).toMatchObject({ name: expect.stringMatching(/^新河食品/), yuan: [150] });
    expect([endOf(firms.B)?.yuan, endOf(firms.C)?.yuan]).toEqual([[], []]);
  }
  const ids = new Map(
    (await look<{ uscc: string; id: string }>('select uscc, id from enterprise where uscc is not null')).map(
      ({ uscc: code, id }) => [code, id],
    ),
  );
  for (const world of worlds.filter((_, i) => i % 12 === 0))
    for (let done = 0; done <= events.length; done += 1) {
      const expected = answersFor(world, done);
      for (const who of ['A', 'B', 'C'] as const) {
        const code = world.firms[who];
        const said = `${world.order} after ${done}: ${who}`;
        expect(await byCommand(code, dayOf(done)), said).toEqual(expected[who]);
        expect(await onPage(ids.get(code) ?? '', dayOf(done)), said).toEqual(expected[who]);
      }
    }
});
