import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeRights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerObjection } from '~/server/objection/answer-objection.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { forwardObjection } from '~/server/objection/forward-objection.ts';
import { showObjection } from '~/server/objection/show-objection.ts';
import { stateOwnWords } from '~/server/objection/state-own-words.ts';

freshDatabase({ template: referenceTemplate });

test('the department that answers an objection reads the statement, as it stood, and no other does', async () => {
  const rights = await makeRights('331003');
  const factId = await rights.penalty();
  const unasked = await rights.penalty({ on: '2026-07-01' });
  insist(await stateOwnWords(rights.owner, { factId: unasked, body: '与异议无关的说明。' }));
  const objection = { factId, ground: 'wrong-content', body: '处罚决定已被撤销，附文书。' } as const;
  const id = insist(await fileObjection(rights.owner, objection));
  insist(await stateOwnWords(rights.owner, { factId, body: '罚款已缴清，见缴款书。' }));
  insist(await forwardObjection(rights.operator, id, '一致'));
  const read = async (actor = rights.liaison) => insist(await showObjection(actor, id)).statement;
  expect(await read()).toMatchObject({ body: '罚款已缴清，见缴款书。', by: rights.owner.name });
  expect(await read(rights.owner)).toEqual(await read());
  expect(await showObjection(rights.otherLiaison, id)).toMatchObject({ ok: false });
  const others = [rights.otherLiaison, rights.officer, rights.stranger];
  for (const actor of others) {
    const rows = await withActor(actor, (tx) => tx.$queryRaw`select * from statement_answered(${id}::uuid)`);
    expect(rows).toEqual([]);
  }
  const seen = await withActor(rights.liaison, (tx) => tx.factStatement.count());
  expect(seen).toBe(0);

  const answer = { verdict: 'refused', change: 'none', answer: '经核实，决定仍然有效。' } as const;
  insist(await answerObjection(rights.liaison, id, { ...answer, evidence: '台发改〔2026〕3号' }));
  await onDay(addDays(clock.today(), 1), async () => {
    insist(await stateOwnWords(rights.owner, { factId, body: '答复之后另加的话。' }));
    expect(await read()).toMatchObject({ body: '罚款已缴清，见缴款书。' });
    expect(await read(rights.owner)).toMatchObject({ body: '答复之后另加的话。' });
  });
});
