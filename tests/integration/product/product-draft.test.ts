import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { addCondition } from '~/domain/product/conditions.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { measureReach } from '~/server/match/measure-reach.ts';
import { turnShelf } from '~/server/product/bring-into-force.ts';
import {
  approveProductDraft,
  discardProductDraft,
  recallProductDraft,
  returnProductDraft,
  submitProductDraft,
} from '~/server/product/decide-draft.ts';
import { conditionForm, termsForm } from '~/server/product/draft-forms.ts';
import { showProductDraft } from '~/server/product/show-draft.ts';
import { startProductDraft } from '~/server/product/start-draft.ts';
import { findProductDraft } from '~/server/product/store-drafts.ts';
import { writeProductDraft } from '~/server/product/write-draft.ts';

freshDatabase({ template: referenceTemplate });

let parties: Parties;
beforeAll(async () => {
  parties = await createParties();
});

const robot = system('test');
const refusalOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? null;
const shelfOf = (id: string) => withActor(robot, (tx) => tx.product.findUnique({ where: { id } }));
const draftOf = async (id: string) =>
  (await withActor(robot, (tx) => findProductDraft(tx, id))) ?? expect.fail('no draft');

test('a version goes on the shelf on its day, after a second person approved it', async () => {
  const { officer, reviewer, product } = parties.bankA;
  const id = insist(await startProductDraft(officer, { from: 'product', product, offShelf: false }));
  const again = await startProductDraft(officer, { from: 'product', product, offShelf: false });
  expect(refusalOf(again)).toBe('product.draft-open');

  const tomorrow = addDays(clock.today(), 1);
  const written = await writeProductDraft(officer, id, {
    terms: { maxFen: '77000000' },
    effectiveFrom: tomorrow,
    note: '提高上限',
    conditions: (rule) => addCondition(rule, { kind: 'age', atLeast: 12 }),
  });
  insist(written);
  expect(refusalOf(await writeProductDraft(reviewer, id, { note: '我的' }))).toBe('product.draft-not-mine');
  expect(refusalOf(await approveProductDraft(reviewer, id))).toBe('product.draft-not-submitted');
  insist(await submitProductDraft(officer, id));
  insist(await recallProductDraft(officer, id));
  insist(await submitProductDraft(officer, id));
  insist(await returnProductDraft(reviewer, id, '请写明理由'));
  expect((await draftOf(id)).decisionNote).toBe('请写明理由');
  insist(await submitProductDraft(officer, id));
  expect(refusalOf(await approveProductDraft(officer, id))).toBe('product.draft-own');
  insist(await approveProductDraft(reviewer, id));

  await withActor(robot, (tx) => turnShelf(tx, robot, clock.today()));
  expect((await shelfOf(product))?.version).toBe(1);
  await withActor(robot, (tx) => turnShelf(tx, robot, tomorrow));
  const shelved = await shelfOf(product);
  expect(shelved).toMatchObject({ version: 2, maxFen: 77_000_000n, state: 'published' });
  expect(shelved?.eligibility).toMatchObject({ rules: [{ kind: 'age', atLeast: 12 }] });
  expect((await draftOf(id)).state).toBe('in-force');
});

test('a new product begins with a template, and one whose last day is past leaves the shelf', async () => {
  const { officer, reviewer } = parties.bankA;
  const id = insist(await startProductDraft(officer, { from: 'template', template: 'tax' }));
  const { productId } = await draftOf(id);
  expect(await shelfOf(productId)).toBeNull();
  insist(await writeProductDraft(officer, id, { terms: { validTo: clock.today() } }));
  insist(await submitProductDraft(officer, id));
  insist(await approveProductDraft(reviewer, id));
  await withActor(robot, (tx) => turnShelf(tx, robot, clock.today()));
  expect((await shelfOf(productId))?.state).toBe('published');
  await withActor(robot, (tx) => turnShelf(tx, robot, addDays(clock.today(), 1)));
  expect((await shelfOf(productId))?.state).toBe('withdrawn');
});

test('a version that was put away is kept and changed no more', async () => {
  const { officer } = parties.bankA;
  const id = insist(await startProductDraft(officer, { from: 'template', template: 'order' }));
  insist(await discardProductDraft(officer, id));
  expect(refusalOf(await submitProductDraft(officer, id))).toBe('product.draft-decided');
  expect(refusalOf(await discardProductDraft(officer, id))).toBe('product.draft-decided');
});

describe('reach', () => {
  test('is counted over all firms for the draft as it stands, and dropped when a change overtook it', async () => {
    const { officer } = parties.bankA;
    const id = insist(await startProductDraft(officer, { from: 'template', template: 'blank' }));
    const first = await draftOf(id);
    insist(
      await writeProductDraft(officer, id, {
        conditions: (rule) => addCondition(rule, { kind: 'region', in: ['99'] }),
      }),
    );
    await measureReach(robot, id, first.reachRef ?? randomUUID());
    expect((await draftOf(id)).reach).toBeNull();
    await measureReach(robot, id, (await draftOf(id)).reachRef ?? randomUUID());
    const { reach } = await draftOf(id);
    const firms = await withActor(robot, (tx) => tx.enterprise.count());
    expect(reach).toMatchObject({ firms, passing: 0, more: null, fewer: null });
    const shown = insist(await showProductDraft(officer, id));
    expect(shown.reach?.passing).toBeNull();
    expect(shown.isCounting).toBe(false);
  });
});

describe('the database', () => {
  test('shows a draft to its own bank alone', async () => {
    const { officer } = parties.bankA;
    const id = insist(await startProductDraft(officer, { from: 'template', template: 'policy' }));
    expect(refusalOf(await showProductDraft(parties.bankB.officer, id))).toBe('product.not-found');
    expect(refusalOf(await writeProductDraft(parties.bankB.officer, id, { note: '我的' }))).toBe(
      'product.not-found',
    );
  });

  test('lets nobody approve their own, write what is not theirs, or touch the shelf', async () => {
    const { officer, colleague, product } = parties.bankA;
    const id = insist(await startProductDraft(officer, { from: 'template', template: 'inventory' }));
    const run = (actor: typeof officer, sql: string) => withActor(actor, (tx) => tx.$executeRawUnsafe(sql));
    const where = `where id = '${id}'`;
    await expect(
      run(officer, `update product_draft set state = 'approved', decided_by = drafted_by ${where}`),
    ).rejects.toThrow(/product_maker_is_not_checker|XQ001/);
    await expect(run(colleague, `update product_draft set note = 'x' ${where}`)).rejects.toThrow(/XQ001/);
    await expect(run(officer, `update product set fee_ppm = 0 where id = '${product}'`)).rejects.toThrow(
      /XQ001/,
    );
  });
});

describe('forms', () => {
  const condition = (fields: Record<string, string | string[]>) => conditionForm.safeParse(fields);
  const messagesOf = (fields: Record<string, string | string[]>) =>
    condition(fields).error?.issues.map((issue) => issue.message) ?? [];

  test('read a condition of every kind', () => {
    const read = (fields: Record<string, string | string[]>) => condition(fields).data?.rule;
    expect(read({ question: 'revenue', low: '500' })).toEqual({
      kind: 'figure',
      of: 'revenue',
      atLeast: 500_000_000,
    });
    expect(read({ question: 'points', low: '620', high: '800' })).toEqual({
      kind: 'points',
      atLeast: 620_000,
      atMost: 800_000,
    });
    expect(read({ question: 'industry', codes: 'C、39 6513', negated: 'yes' })).toEqual({
      kind: 'not',
      rule: { kind: 'industry', in: ['C', '39', '6513'] },
    });
    expect(read({ question: 'grade', choice: 'B' })).toEqual({ kind: 'grade', atLeast: 'B' });
    expect(read({ question: 'title', choice: ['high-tech', 'nonsense'] })).toEqual({
      kind: 'title',
      anyOf: ['high-tech'],
    });
  });

  test('say what is wrong at the field', () => {
    expect(messagesOf({ question: 'age' })).toEqual(['product.bound-missing']);
    expect(messagesOf({ question: 'age', low: '9', high: '3' })).toEqual(['product.bounds-order']);
    expect(messagesOf({ question: 'age', low: 'soon' })).toEqual(['product.number']);
    expect(messagesOf({ question: 'region', codes: '宁夏' })).toEqual(['product.region-codes']);
    expect(messagesOf({ question: 'ask', zh: '有担保' })).toEqual(['form.required']);
    const terms = termsForm.safeParse({ rateLow: '三', minFen: '-1' });
    const paths = terms.error?.issues.map((issue) => issue.path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['nameZh', 'minFen', 'rateLow', 'effectiveFrom']));
  });
});
