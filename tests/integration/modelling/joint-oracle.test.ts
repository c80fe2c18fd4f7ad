import { beforeAll, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants } from '#tests/factories/applying.ts';
import { codesOf, makeCrowd } from '#tests/factories/study-crowd.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { orderStudy } from '~/server/modelling/order-study.ts';
import { listStudies, showStudy } from '~/server/modelling/show-study.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

freshDatabase({ template: referenceTemplate });
const actor = system('test');
let parties: Awaited<ReturnType<typeof createApplicants>>;

/** Firms that no feature tells apart, each with a label that the bank made up. */
const codes = codesOf(5_200).filter((_, at) => at % 20 === 3);
const labels = codes.map((code, at) => `${code},${at % 2}`);

beforeAll(async () => {
  parties = await createApplicants();
  const { enterpriseId } = parties;
  await withActor(actor, (tx) => scoreFirm(tx, actor, { enterpriseId, cause: 'on-demand' }));
  await makeCrowd(codes, enterpriseId);
});

const order = (by: Person, lines: readonly string[]) =>
  orderStudy(by, { name: 'x', text: lines.join('\n'), measures: null });
const run = (studyId: string) =>
  doJob(handlers, { name: 'modelling.run-study', payload: { studyId }, key: studyId });
async function study(by: Person, lines: readonly string[]) {
  const id = insist(await order(by, lines));
  await run(id);
  return insist(await showStudy(by, id));
}

test('that nothing ranks is an answer: it keeps its marks and its budget, and is not given again a firm apart', async () => {
  const { officer } = parties.bankA;
  const first = await study(officer, labels);
  expect(first).toMatchObject({ released: null, refusal: { code: 'modelling.nothing-ranks' } });
  const kept = await withActor(actor, (tx) =>
    tx.jointOutcome.findUniqueOrThrow({ where: { studyId: first.id } }),
  );
  expect(kept.marks).toHaveLength(codes.length);
  expect(kept.content).toBe('');

  const flipped = labels.map((line, at) => (at === 7 ? `${codes[7]},0` : line));
  for (const near of [labels.slice(1), flipped])
    expect(await study(officer, near)).toMatchObject({ refusal: { code: 'modelling.too-close', least: 20 } });
  expect((await listStudies(officer)).spentMilli).toBe(3_000);
  expect(await study(officer, labels)).toMatchObject({ refusal: first.refusal, epsilonMilli: 1_000 });
  expect(await study(officer, labels.slice(0, 50))).toMatchObject({
    refusal: { code: 'modelling.too-few-rows' },
    epsilonMilli: 0,
  });
  expect((await listStudies(officer)).spentMilli).toBe(4_000);

  for (const without of [2, 3]) await study(officer, labels.toSpliced(without, 1));
  expect(await order(officer, labels.toSpliced(4, 1))).toMatchObject({
    refusal: { code: 'modelling.budget-spent', leftMilli: 0 },
  });
});

test('of two at once a firm apart, one alone hears that nothing ranks', async () => {
  const { officer } = parties.bankB;
  const ids = [insist(await order(officer, labels)), insist(await order(officer, labels.slice(1)))];
  await Promise.all(ids.map(run));
  const pages = await Promise.all(ids.map(async (id) => insist(await showStudy(officer, id))));
  expect(pages.map(({ refusal }) => refusal?.code).sort()).toEqual([
    'modelling.nothing-ranks',
    'modelling.too-close',
  ]);
});
