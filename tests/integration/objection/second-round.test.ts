import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makeRights, type Rights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { endOf } from '~/domain/objection/regime.ts';
import { system } from '~/server/access/actor.ts';
import { onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerObjection } from '~/server/objection/answer-objection.ts';
import { appealObjection } from '~/server/objection/appeal-objection.ts';
import { escalateOverdue } from '~/server/objection/escalate-overdue.ts';
import { extendAnswer } from '~/server/objection/extend-answer.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { forwardObjection } from '~/server/objection/forward-objection.ts';
import { reviewAppeal } from '~/server/objection/review-appeal.ts';
import { showObjection } from '~/server/objection/show-objection.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
let rights: Rights;

const file = async (factId: FactId) =>
  insist(await fileObjection(rights.owner, { factId, ground: 'wrong-content', body: '附文书。' }));
const answer = { verdict: 'refused', answer: '决定有效。', evidence: '3号', change: 'none' } as const;

describe('the clock of a second round', () => {
  const dueOf = async (id: string) => insist(await showObjection(rights.owner, id));

  test('runs from the day on which it was sent back, however long the review took, and may be extended once more', async () => {
    rights = await makeRights('330106'); // Zhejiang: five working days, fifteen more once, twenty in all
    const at = <T>(on: string, work: () => Promise<T>) => onDay(on as Day, work);
    const id = await at('2026-11-02', async () => file(await rights.penalty()));
    await at('2026-11-03', async () => insist(await forwardObjection(rights.operator, id, '一致')));
    await at('2026-11-04', async () => insist(await extendAnswer(rights.liaison, id, '需调阅档案')));
    await at('2026-11-12', async () => insist(await answerObjection(rights.liaison, id, answer)));
    await at('2026-11-16', async () => insist(await appealObjection(rights.owner, id, '请复核。')));
    const back = { outcome: 'send-back', reason: '请核对新证据' } as const;
    await at('2026-12-16', async () => insist(await reviewAppeal(rights.operator, id, back)));
    expect(await dueOf(id)).toMatchObject({ dueOn: '2026-12-23', extended: false });
    await at('2026-12-17', async () => insist(await extendAnswer(rights.liaison, id, '需鉴定')));
    const { dueOn, extended } = await dueOf(id);
    expect([dueOn, extended]).toEqual([
      endOf('2026-12-16' as Day, { days: 20, unit: 'working' }).lastDay,
      true,
    ]);
  });

  test('a desk that hands on too late is late, also where it would have had longer for an error of its own', async () => {
    rights = await makeRights('310104'); // Shanghai: handed on within two working days
    const id = await onDay('2026-11-20' as Day, async () => file(await rights.penalty()));
    expect(await dueOf(id)).toMatchObject({ dueOn: '2026-11-24', state: 'checking' });
    const late = (on: string) => withActor(platform, (tx) => escalateOverdue(tx, platform, on as Day));
    expect([await late('2026-11-24'), await late('2026-11-25')]).toEqual([0, 1]);
  });
});
