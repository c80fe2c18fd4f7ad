import { beforeAll, describe, expect, test } from 'vitest';
import { seedInstitutions } from '#prisma/seed/institutions.ts';
import { freshDatabase } from '#tests/database.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makeRights, type Rights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { type GrantInput, grantConsent } from '~/server/consent/grant-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { answerDoubt } from '~/server/declaration/answer-doubt.ts';
import { declare } from '~/server/declaration/declare.ts';
import { doubtDeclaration } from '~/server/declaration/doubt-declaration.ts';
import { enterFacts } from '~/server/declaration/enter-facts.ts';
import { judgeDeclaration } from '~/server/declaration/judge-declaration.ts';
import { listDeclarations } from '~/server/declaration/list-declarations.ts';
import { showDeclarations } from '~/server/declaration/show-declarations.ts';
import { withdrawDeclaration } from '~/server/declaration/withdraw-declaration.ts';
import { fileObjection } from '~/server/objection/file-objection.ts';
import { isSigned } from '~/server/platform/signing.ts';
import { showRecord } from '~/server/repair/show-record.ts';

const urls = freshDatabase({ as: 'batch', template: referenceTemplate });
const look = looker(urls);
const blank = { employees: null, revenue: null, assets: null, orders: null };
const evaluation = (): GrantInput => ({
  recipient: { kind: 'platform' },
  purpose: 'evaluation',
  items: ['registration.annual-figures'],
  detail: 'detail',
  mode: 'view',
  fetchType: 'periodic',
  dataFrom: null,
  dataTo: null,
  validTo: latestEnd(clock.now()),
  readsPerDay: 100,
  retentionDays: 90,
  returnDirection: false,
});
let parties: Rights;
const enter = () => enterFacts(system('test'), parties.enterpriseId, parties.enterpriseId);
const records = () =>
  look<{ said: string }>(
    `select concat_ws(' ', f.item, f.category, (f.amount_fen / 1000000)::text, f.quantity, f.op, i.code) as said
     from current_fact f join institution i on i.id = f.provider_id
     where f.item like 'declared.%' or f.item = 'rating.promise' order by 1`,
  ).then((rows) => rows.map(({ said }) => said));
const mine = async () => (await showDeclarations(parties.owner, 2025)).declarations;
const latest = async (state: string) => (await mine()).find((each) => each.state === state)?.id ?? '';

beforeAll(async () => {
  parties = await makeRights('640104');
  await withActor(system('test'), (tx) => seedInstitutions(tx, clock.today()));
});

describe('what a firm declares', () => {
  test('is signed with the words of the promise and becomes records apart, marked as unverified', async () => {
    const id = insist(
      await declare(parties.owner, { ...blank, year: 2025, revenue: wan(300), employees: 12 }),
    );
    await enter();
    expect(await records()).toEqual([
      'declared.figures revenue 300 assert self-declaration',
      'declared.staff 12 assert self-declaration',
      'rating.promise made assert development-reform',
    ]);
    const [signed] = await look<{ hash: string; signature: string; words: string }>(
      `select hash, signature, body #>> '{promise,text}' as words from declaration where id = '${id}'`,
    );
    expect(isSigned(signed?.hash ?? '', signed?.signature ?? '')).toBe(true);
    expect(signed?.words).toContain('本企业自愿申报');
  });

  test('is corrected by declaring again, not by an objection to oneself', async () => {
    const [own] = await look<{ id: FactId }>(`select id from current_fact where item = 'declared.figures'`);
    const factId = own?.id as FactId;
    const filed = await fileObjection(parties.owner, { factId, ground: 'wrong-content', body: '金额有误。' });
    expect(filed).toMatchObject({ ok: false, refusal: { code: 'objection.own-declaration' } });
    expect(insist(await showRecord(parties.owner, factId)).record.isDeclared).toBe(true);
    expect(await look('select 1 from objection')).toEqual([]);
  });

  test('is replaced by the next for the year: a figure left out is gone, entering twice adds nothing', async () => {
    insist(await declare(parties.owner, { ...blank, year: 2025, revenue: wan(320) }));
    await enter();
    const before = await look<{ n: number }>('select count(*)::int as n from fact');
    await enter();
    expect(await look<{ n: number }>('select count(*)::int as n from fact')).toEqual(before);
    expect(await records()).toEqual([
      'declared.figures revenue 320 assert self-declaration',
      'rating.promise made assert development-reform',
      'rating.promise made assert development-reform',
    ]);
    expect((await mine()).map(({ state }) => state).toSorted()).toEqual(['in-force', 'replaced']);
  });

  test('is not what a public body supplied: shown with its source, and refused; what needs a consent only under one', async () => {
    const said = { on: '2024-01-01', provider: 'market-regulation' };
    await parties.record({ ...said, item: 'registration.annual-report', quantity: 18 });
    await parties.record({
      ...said,
      item: 'registration.annual-figures',
      category: 'revenue',
      amount: wan(280),
    });
    const known = async () => (await showDeclarations(parties.owner, 2024)).known;
    expect(await known()).toMatchObject([
      { element: 'employees', quantity: 18, item: { zh: '企业年报信息' } },
    ]);
    const twice = await declare(parties.owner, { ...blank, year: 2024, employees: 20, revenue: wan(300) });
    expect(twice).toMatchObject({ refusal: { code: 'declaration.known-already', elements: ['employees'] } });
    insist(await grantConsent(parties.owner, evaluation()));
    expect((await known()).map(({ element }) => element)).toEqual(['employees', 'revenue']);
    expect(await declare(parties.owner, { ...blank, year: 2024, revenue: wan(300) })).toMatchObject({
      refusal: { code: 'declaration.known-already', elements: ['revenue'] },
    });
  });
});

describe('a doubt', () => {
  test('goes to the firm first, is decided by a second person and leaves a broken promise', async () => {
    const id = await latest('in-force');
    const about = { id, firm: parties.enterpriseId };
    insist(await doubtDeclaration(parties.operator, { ...about, reason: '与增值税申报不符' }));
    expect((await listDeclarations(parties.operator, { state: 'doubted' })).declarations).toHaveLength(1);
    expect(await withdrawDeclaration(parties.owner, id)).toMatchObject({
      refusal: { code: 'declaration.under-doubt' },
    });
    const judged = { ...about, verdict: 'broken', decision: '合同与账册不符' } as const;
    expect(await judgeDeclaration(parties.operator, judged)).toMatchObject({
      refusal: { code: 'declaration.same-person' },
    });
    expect(await judgeDeclaration(parties.colleague, judged)).toMatchObject({
      refusal: { code: 'declaration.answer-open' },
    });
    insist(await answerDoubt(parties.clerk, { id, answer: '口径不同，附说明' }));
    insist(await judgeDeclaration(parties.colleague, judged));
    await enter();
    expect(await records()).toEqual([
      'rating.promise broken correct development-reform',
      'rating.promise made assert development-reform',
    ]);
    const inbox = await look<{ kind: string }>(
      `select kind from notification where enterprise_id = '${parties.enterpriseId}' and kind like 'declaration.%' order by 1`,
    );
    expect(inbox.map(({ kind }) => kind)).toEqual(['declaration.broken', 'declaration.doubted']);
  });

  test('of another firm is nobody else’s to see or to answer; two stand for no year', async () => {
    const id = await latest('broken');
    expect(await answerDoubt(parties.stranger, { id, answer: '不是我的' })).toMatchObject({
      refusal: { code: 'declaration.not-found' },
    });
    expect((await showDeclarations(parties.stranger, 2025)).declarations).toEqual([]);
    insist(await declare(parties.owner, { ...blank, year: 2025, orders: wan(50) }));
    insist(await withdrawDeclaration(parties.owner, await latest('in-force')));
    await enter();
    expect((await records()).filter((said) => said.startsWith('declared.'))).toEqual([]);
  });

  test('decided by who raised it, or a row deleted, is refused by the database itself', async () => {
    const id = await latest('withdrawn');
    const same = `update declaration set doubted_by = gen_random_uuid(), decided_by = null where id = '${id}'`;
    await look(same);
    await expect(look(`update declaration set decided_by = doubted_by where id = '${id}'`)).rejects.toThrow(
      'declaration_two_people',
    );
    await expect(look(`delete from declaration where id = '${id}'`)).rejects.toThrow();
  });
});
