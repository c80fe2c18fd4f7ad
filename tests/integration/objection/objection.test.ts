import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase } from '#tests/database.ts';

import { makeRights, type Rights, refuseAll } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { consentedRecords } from '~/server/application/store-file.ts';
import { onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerObjection } from '~/server/objection/answer-objection.ts';
import { appealObjection } from '~/server/objection/appeal-objection.ts';
import { escalateOverdue } from '~/server/objection/escalate-overdue.ts';
import { extendAnswer } from '~/server/objection/extend-answer.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { forwardObjection } from '~/server/objection/forward-objection.ts';
import { listObjections } from '~/server/objection/list-objections.ts';
import { reviewAppeal } from '~/server/objection/review-appeal.ts';
import { showObjection } from '~/server/objection/show-objection.ts';
import { stateOwnWords } from '~/server/objection/state-own-words.ts';
import { withdrawObjection } from '~/server/objection/withdraw-objection.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
let rights: Rights;

beforeEach(async () => {
  rights = await makeRights('331003'); // Taizhou: checked, then suspended
});

const file = async (factId: FactId, body = '处罚决定已被撤销，附文书。') =>
  insist(await fileObjection(rights.owner, { factId, ground: 'wrong-content', body }));
/** What a recipient sees under a consent that was just checked. */
const shownToBank = () =>
  withActor(
    rights.officer,
    (tx) =>
      consentedRecords(
        tx,
        rights.enterpriseId,
        { items: ['penalty.decision'], dataFrom: null, dataTo: null },
        50,
      ),
    { subject: rights.enterpriseId },
  );
const answer = {
  verdict: 'refused',
  answer: '经核实，决定仍然有效。',
  evidence: '台发改〔2026〕3号',
  change: 'none',
} as const;

describe('a firm objects', () => {
  test('the record is flagged at once, suspended while the provider looks, shown again after the answer', async () => {
    const factId = await rights.penalty();
    const id = await file(factId);
    expect(await shownToBank()).toMatchObject([{ id: factId, disputed: true }]);
    expect(insist(await showObjection(rights.owner, id))).toMatchObject({
      state: 'checking',
      suspends: false,
    });

    insist(await forwardObjection(rights.operator, id, '与来源一致'));
    expect(await shownToBank()).toEqual([]);
    insist(await answerObjection(rights.liaison, id, answer));
    expect(await shownToBank()).toMatchObject([{ id: factId, disputed: false }]);
    expect(insist(await showObjection(rights.owner, id))).toMatchObject({
      state: 'answered',
      verdict: 'refused',
      dueOn: null,
    });
  });

  test('once at a time, and only to its own record that stands', async () => {
    const factId = await rights.penalty();
    await file(factId);
    const again = await fileObjection(rights.owner, { factId, ground: 'other', body: '再次' });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'objection.pending-already' } });
    const strange = await fileObjection(rights.stranger, { factId, ground: 'other', body: '别人的' });
    expect(strange).toMatchObject({ ok: false, refusal: { code: 'objection.record-not-found' } });
    const nothing = await fileObjection(rights.owner, {
      factId: randomUUID(),
      ground: 'other',
      body: '没有',
    });
    expect(nothing).toMatchObject({ ok: false, refusal: { code: 'objection.record-not-found' } });
  });

  test('two people of the firm at the same moment leave one objection', async () => {
    const factId = await rights.penalty();
    const wish = { factId, ground: 'other', body: '同时提出' } as const;
    const both = await Promise.all([fileObjection(rights.owner, wish), fileObjection(rights.clerk, wish)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await listObjections(rights.owner, { state: 'pending', page: 0 })).objections).toHaveLength(1);
  });

  test('and takes it back: the flag goes', async () => {
    const factId = await rights.penalty();
    const id = await file(factId);
    insist(await withdrawObjection(rights.owner, id));
    expect(await shownToBank()).toMatchObject([{ disputed: false }]);
    expect(await withdrawObjection(rights.owner, id)).toMatchObject({
      ok: false,
      refusal: { code: 'objection.not-now' },
    });
  });
});

describe('the provider answers', () => {
  test('upheld in part: corrected in the same moment, both versions kept and readable by date', async () => {
    const factId = await rights.penalty({ amount: 500_000n });
    const id = await file(factId);
    insist(await forwardObjection(rights.operator, id, '一致'));
    const content = { amountFen: 50_000n };
    insist(
      await answerObjection(rights.liaison, id, {
        verdict: 'partly',
        answer: '金额录入错误。',
        evidence: '更正函',
        change: 'correct',
        content,
      }),
    );
    const { record } = insist(await showObjection(rights.owner, id));
    expect(record.versions.map(({ op, content: said }) => [op, said?.amountFen])).toEqual([
      ['assert', '500000'],
      ['correct', '50000'],
    ]);
    expect(record.versions[0]?.until).toBe(record.versions[1]?.knownAt);
    expect(await shownToBank()).toMatchObject([{ amountFen: '50000', disputed: false }]);
    expect(await rights.orders('restatement.restate')).toMatchObject([{ cause: 'objection' }]);
  });

  test('upheld: revoked, and nobody but the parties reads what it said', async () => {
    const factId = await rights.penalty();
    const id = await file(factId);
    insist(await forwardObjection(rights.operator, id, '一致'));
    insist(await answerObjection(rights.liaison, id, { ...answer, verdict: 'upheld', change: 'revoke' }));
    expect(await shownToBank()).toEqual([]);
    const own = insist(await showObjection(rights.owner, id)).record;
    expect(own).toMatchObject({
      state: 'revoked',
      versions: [{ op: 'assert', content: {} }, { op: 'revoke' }],
    });
    const other = insist(await showObjection(rights.operator, id)).record;
    expect(other.versions[0]?.content).toBeNull();
    expect(await fileObjection(rights.owner, { factId, ground: 'other', body: '再来' })).toMatchObject({
      refusal: { code: 'objection.record-gone' },
    });
  });

  test('a verdict and what it does to the record go together; a wrong pair writes nothing', async () => {
    const factId = await rights.penalty();
    const id = await file(factId);
    insist(await forwardObjection(rights.operator, id, '一致'));
    const wrong = await refuseAll([
      answerObjection(rights.liaison, id, { ...answer, change: 'revoke' }),
      answerObjection(rights.liaison, id, { ...answer, verdict: 'upheld' }),
      answerObjection(rights.liaison, id, { ...answer, verdict: 'partly', change: 'revoke' }),
      answerObjection(rights.liaison, id, { ...answer, verdict: 'partly', change: 'correct', content: {} }),
      answerObjection(rights.liaison, id, {
        ...answer,
        verdict: 'partly',
        change: 'correct',
        content: { endedOn: '2000-01-01' },
      }),
    ]);
    expect(wrong).toEqual([
      'objection.change-unwanted',
      'objection.change-missing',
      'objection.change-missing',
      'objection.nothing-different',
      'objection.ends-before',
    ]);
    expect(insist(await showObjection(rights.owner, id))).toMatchObject({
      state: 'with-provider',
      answer: null,
      record: { versions: [{ op: 'assert' }] },
    });
  });

  test('another provider, another firm and a bank do not know of it', async () => {
    const id = await file(await rights.penalty());
    insist(await forwardObjection(rights.operator, id, '一致'));
    const strangers = await refuseAll([
      answerObjection(rights.otherLiaison, id, answer),
      extendAnswer(rights.otherLiaison, id, '延长'),
      withdrawObjection(rights.stranger, id),
      showObjection(rights.otherLiaison, id),
      showObjection(rights.stranger, id),
      showObjection(rights.officer, id),
    ]);
    expect(new Set(strangers)).toEqual(new Set(['objection.not-found']));
    for (const actor of [rights.otherLiaison, rights.stranger, rights.officer])
      expect((await listObjections(actor, { state: 'pending', page: 0 })).objections).toEqual([]);
  });
});

describe('an appeal', () => {
  test('is reviewed by another person, sent back once, and then ends', async () => {
    const id = await file(await rights.penalty());
    insist(await forwardObjection(rights.operator, id, '一致'));
    insist(await answerObjection(rights.liaison, id, answer));
    insist(await appealObjection(rights.owner, id, '答复没有回应我方证据。'));
    expect(await shownToBank()).toMatchObject([{ disputed: true }]);
    insist(await reviewAppeal(rights.operator, id, { outcome: 'send-back', reason: '请核对新证据' }));
    expect(await shownToBank()).toEqual([]);
    insist(await answerObjection(rights.liaison, id, { ...answer, answer: '维持。' }));
    expect(await appealObjection(rights.owner, id, '再复核')).toMatchObject({
      refusal: { code: 'objection.appeal-once' },
    });
    const steps = insist(await showObjection(rights.owner, id)).steps.map(({ kind }) => kind);
    expect(steps).toEqual(['filed', 'forwarded', 'answered', 'appealed', 'sent-back', 'answered']);
  });

  test('of the platform’s own answer is not reviewed by who gave it', async () => {
    const id = await file(await rights.penalty());
    insist(await answerObjection(rights.operator, id, answer));
    insist(await appealObjection(rights.owner, id, '不同意'));
    const own = await reviewAppeal(rights.operator, id, { outcome: 'dismiss', reason: '维持' });
    expect(own).toMatchObject({ refusal: { code: 'objection.own-answer' } });
    insist(await reviewAppeal(rights.colleague, id, { outcome: 'dismiss', reason: '维持' }));
    expect(insist(await showObjection(rights.owner, id)).state).toBe('closed');
  });
});

describe('the clock', () => {
  test('of each step follows the rule of the firm’s place; what is overdue is escalated once', async () => {
    const id = await onDay('2026-09-29' as Day, async () => file(await rights.penalty()));
    expect(insist(await showObjection(rights.owner, id)).dueOn).toBe('2026-10-08'); // two working days over the holiday
    const late = (on: string) => withActor(platform, (tx) => escalateOverdue(tx, platform, on as Day));
    expect(await late('2026-10-08')).toBe(0);
    expect(await late('2026-10-09')).toBe(1);
    expect(await late('2026-10-12')).toBe(0);
    const shown = insist(await showObjection(rights.owner, id));
    expect(shown).toMatchObject({ escalated: true, state: 'checking' });
    expect(shown.steps.map(({ kind }) => kind)).toEqual(['filed', 'escalated']);
    insist(await forwardObjection(rights.operator, id, '一致'));
    expect(insist(await showObjection(rights.owner, id)).escalated).toBe(false);
  });

  test('is extended once where the rule allows it', async () => {
    rights = await makeRights('440305'); // Shenzhen: two working days, three more once
    const id = await onDay('2026-11-20' as Day, async () => {
      const filed = await file(await rights.penalty());
      insist(await forwardObjection(rights.operator, filed, '一致'));
      insist(await extendAnswer(rights.liaison, filed, '需调阅档案'));
      return filed;
    });
    expect(insist(await showObjection(rights.owner, id))).toMatchObject({
      dueOn: '2026-11-27',
      extended: true,
    });
    expect(await extendAnswer(rights.liaison, id, '再延')).toMatchObject({
      refusal: { code: 'objection.extended-already' },
    });
    rights = await makeRights('331003');
    const other = await file(await rights.penalty());
    insist(await forwardObjection(rights.operator, other, '一致'));
    expect(await extendAnswer(rights.liaison, other, '延长')).toMatchObject({
      refusal: { code: 'objection.no-extension' },
    });
  });
});

test('the firm’s own statement stands beside the record wherever it is shown, until it is taken back', async () => {
  const factId = await rights.penalty();
  insist(await stateOwnWords(rights.owner, { factId, body: '罚款已于当月缴清。' }));
  insist(await stateOwnWords(rights.owner, { factId, body: '罚款已缴清，设备已更换。' }));
  expect(await shownToBank()).toMatchObject([{ statement: '罚款已缴清，设备已更换。' }]);
  insist(await stateOwnWords(rights.owner, { factId, body: '' }));
  expect(await shownToBank()).toMatchObject([{ statement: null }]);
  const strange = await stateOwnWords(rights.stranger, { factId, body: '不是我的' });
  expect(strange).toMatchObject({ ok: false, refusal: { code: 'objection.record-not-found' } });
});

test('nothing of a case is ever edited or deleted, and only the provider or the platform amends a record', async () => {
  const factId = await rights.penalty();
  await file(factId);
  const attempt = (sql: string, actor = rights.owner) => withActor(actor, (tx) => tx.$executeRawUnsafe(sql));
  await expect(attempt(`update rights_event set body = 'x'`, rights.operator)).rejects.toThrow();
  await expect(attempt('delete from fact_statement')).rejects.toThrow();
  await expect(attempt('delete from objection')).rejects.toThrow();
  await expect(
    attempt(
      `select amend_fact('${rights.enterpriseId}', '${factId}', gen_random_uuid(), 'revoke', gen_random_uuid(), now(), null, null, null, null, null)`,
    ),
  ).rejects.toThrow(/only the provider/);
});
