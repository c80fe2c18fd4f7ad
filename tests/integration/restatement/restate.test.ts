import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { batchFollowers } from '#jobs/contract.ts';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { makePerson } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { makeRights, type Rights } from '#tests/factories/rights.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { RestatementCause } from '~/domain/objection/cause.ts';
import { moveOf } from '~/domain/score/sheet-diff.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type Amendment, amendRecord } from '~/server/objection/amend-record.ts';
import { handleNotice } from '~/server/restatement/handle-notice.ts';
import { listNotices } from '~/server/restatement/list-notices.ts';
import { listRestatements } from '~/server/restatement/list-restatements.ts';
import { restate } from '~/server/restatement/restate.ts';
import { showRestatement } from '~/server/restatement/show-restatement.ts';
import { takeAnnouncedEffect } from '~/server/restatement/take-effect.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { scoreProvince } from '~/server/score/score-province.ts';
import { latestSheet } from '~/server/score/store.ts';

freshDatabase({ template: referenceTemplate });
const platform = system('test');
const yesterday = () => startOf(addDays(clock.today(), -1));
let rights: Rights;
beforeAll(async () => {
  const catalogue = await withActor(platform, (tx) => readCatalogue(tx, clock.today()));
  const items = [...catalogue.values()].filter(({ sensitivity }) => sensitivity === 'public');
  for (const { code } of items) await deliver({ item: code, at: yesterday() });
});
beforeEach(async () => {
  rights = await makeRights('640104');
});

const enterprise = () => rights.enterpriseId;
const score = () =>
  withActor(platform, (tx) => scoreFirm(tx, platform, { enterpriseId: enterprise(), cause: 'on-demand' }));
const sheet = () => withActor(platform, (tx) => latestSheet(tx, enterprise(), 'public'));

/** The register knows the firm. */
const supplied = () =>
  rights.record({
    item: 'registration.profile',
    category: 'active',
    on: '2015-05-01',
    provider: 'market-regulation',
    knownAt: yesterday(),
  });

async function amended(
  factId: FactId,
  op: Amendment['op'],
  cause: RestatementCause,
  content?: Amendment['content'],
) {
  const about = {
    enterpriseId: enterprise(),
    providerId: rights.liaison.institutionId as never,
    item: 'penalty.decision',
  };
  const ref = await withActor(rights.liaison, (tx) =>
    amendRecord(tx, rights.liaison, {
      ...about,
      factId,
      op,
      cause,
      caseId: randomUUID(),
      ...(content && { content }),
    }),
  );
  const restated = () =>
    withActor(platform, (tx) =>
      restate(tx, platform, { enterpriseId: enterprise(), ref: ref as string, cause }),
    );
  await restated();
  return { ref: ref as FactId, restated };
}

/** A bank read the firm's file under a consent. */
async function read(items: readonly string[]) {
  const officer = await makePerson('officer', { institutionId: rights.officer.institutionId as never });
  await withActor(officer, (tx) =>
    appendAudit(tx, officer, {
      action: 'consent.read',
      enterpriseId: enterprise(),
      purpose: 'pre-loan',
      detail: { what: 'application.overview', items: [...items], detail: 'detail' },
    }),
  );
  return officer;
}

describe('a revoked penalty', () => {
  test('restates the score with what moved, tells the firm and everybody who saw the old one, once', async () => {
    await supplied();
    const factId = await rights.penalty({ category: 'serious', on: addDays(clock.today(), -40) });
    await score();
    const before = await sheet();
    expect(before?.milliPoints).not.toBeNull();
    await read(['penalty.decision']);
    const { restated } = await amended(factId, 'revoke', 'revocation');
    const after = await sheet();
    expect(after?.milliPoints ?? 0).toBeGreaterThan(before?.milliPoints ?? 0);
    expect(after?.cause).toBe('correction');

    const [made, ...more] = await listRestatements(rights.owner);
    expect(more).toEqual([]);
    expect(made).toMatchObject({
      cause: 'revocation',
      state: 'effective',
      beforeId: before?.id,
      afterId: after?.id,
    });
    const page = insist(await showRestatement(rights.owner, made?.id ?? ''));
    const moved = page.lines.reduce((sum, line) => sum + moveOf(line), 0);
    expect(moved).toBe((after?.milliPoints ?? 0) - (before?.milliPoints ?? 0));

    const told = (await listNotices(rights.officer, 0)).notices;
    expect(told).toMatchObject([{ kind: 'viewer', state: 'told', cause: 'revocation' }]);
    expect(JSON.stringify(told)).not.toContain('罚决'); // a notice shows neither record nor score
    await restated();
    expect(await listRestatements(rights.owner)).toHaveLength(1);
    expect((await listNotices(rights.officer, 0)).notices).toHaveLength(1);
  });

  test('tells no bank that did not read it, and another firm finds nothing', async () => {
    await supplied();
    const factId = await rights.penalty();
    await score();
    await amended(factId, 'revoke', 'revocation');
    expect((await listNotices(rights.officer, 0)).notices).toEqual([]);
    expect(await listRestatements(rights.stranger)).toEqual([]);
    const [made] = await listRestatements(rights.owner);
    expect(await showRestatement(rights.stranger, made?.id ?? '')).toMatchObject({ ok: false });
  });
});

describe('a falling score', () => {
  /** A minor penalty that turns out to be a serious one. */
  const worsen = async () => {
    await supplied();
    const on = addDays(clock.today(), -40);
    const factId = await rights.penalty({ category: 'minor', on });
    await score();
    const before = await sheet();
    const content = {
      occurredOn: on,
      endedOn: null,
      amountFen: 9_000_000n,
      quantity: null,
      category: 'serious',
    };
    await amended(factId, 'correct', 'correction', content);
    return before;
  };
  test('is announced, held back from every run until its day, and then takes effect', async () => {
    const before = await worsen();
    const [made] = await listRestatements(rights.owner);
    expect(made).toMatchObject({ state: 'announced', afterId: null });
    expect((await sheet())?.id).toBe(before?.id);
    await score();
    await scoreProvince({ selection: 'all', cause: 'on-demand' });
    expect((await sheet())?.id).toBe(before?.id);

    const due = made?.effectiveOn as Day;
    const effect = (on: Day) =>
      onDay(on, () => withActor(platform, (tx) => takeAnnouncedEffect(tx, platform, on)));
    expect(await effect(addDays(due, -1))).toBe(0);
    expect(await effect(due)).toBe(1);
    expect(await effect(due)).toBe(0);
    const after = await sheet();
    expect(after?.milliPoints ?? 0).toBeLessThan(before?.milliPoints ?? 0);
    const [done] = await listRestatements(rights.owner);
    expect(done).toMatchObject({ state: 'effective', afterId: after?.id });
  });

  test('that comes with a small delivery is announced too, whichever of its followers runs first', async () => {
    await supplied();
    const on = addDays(clock.today(), -40);
    const factId = await rights.penalty({ category: 'minor', on, knownAt: yesterday() });
    await score();
    const before = await sheet();
    const batchId = await worsenedByDelivery(enterprise(), factId);
    for (const name of batchFollowers)
      await doJob(handlers, { name, payload: { batchId }, key: `${name}-${batchId}` } as never);
    expect(await listRestatements(rights.owner)).toMatchObject([
      { state: 'announced', cause: 'correction', beforeId: before?.id, afterId: null },
    ]);
    expect((await sheet())?.id).toBe(before?.id);
  });

  test('that is put right before its day never falls', async () => {
    const before = await worsen();
    const versions = await withActor(platform, (tx) =>
      tx.fact.findMany({ where: { enterpriseId: enterprise(), op: 'correct' } }),
    );
    await amended(versions[0]?.id as FactId, 'revoke', 'revocation');
    expect((await sheet())?.milliPoints ?? 0).toBeGreaterThanOrEqual(before?.milliPoints ?? 0);
  });
});

/** A delivery of one correction: the minor penalty was a serious one. */
async function worsenedByDelivery(firm: string, factId: FactId): Promise<string> {
  const batchId = randomUUID();
  await withBatchTransaction(({ client }) =>
    client.query(
      `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
                         amount_fen, category, detail, known_at)
       select enterprise_id, gen_random_uuid(), item, item_version, provider_id, $3, source_key, 'correct', id, occurred_on,
              9000000, 'serious', detail, $4
       from fact where enterprise_id = $1 and id = $2`,
      [firm, factId, batchId, clock.now()],
    ),
  );
  return batchId;
}

test('a decline that cited the record is looked at again by another person', async () => {
  await supplied();
  const factId = await rights.penalty();
  await score();
  const institutionId = rights.officer.institutionId as string;
  const first = await makePerson('reviewer', { institutionId: institutionId as never });
  const second = await makePerson('reviewer', { institutionId: institutionId as never });
  const declined = async (reasons: string[], daysAgo: number) => {
    const at = new Date(clock.now().getTime() - daysAgo * 86_400_000);
    const id = randomUUID();
    await withActor(platform, (tx) =>
      tx.application.create({
        data: {
          enterpriseId: enterprise(),
          id,
          institutionId,
          productId: randomUUID(),
          needId: randomUUID(),
          consentId: randomUUID(),
          amountFen: 1_000_000n,
          termMonths: 12,
          purpose: 'working-capital',
          collateral: [],
          state: 'declined',
          submittedBy: rights.owner.userId,
          submittedAt: at,
          pickupDueAt: at,
          decisionDueAt: at,
          checkerId: first.userId,
          declineReasons: reasons,
          decidedAt: at,
          closedAt: at,
        },
      }),
    );
    return id;
  };
  const cited = await declined(['negative-record', 'term-unsuitable'], 10);
  await declined(['short-history'], 10);
  await declined(['negative-record'], 200);
  await amended(factId, 'seal', 'repair');
  const { notices } = await listNotices(rights.officer, 0);
  expect(notices).toMatchObject([{ kind: 'second-look', applicationId: cited, state: 'open' }]);
  const id = notices[0]?.id ?? '';
  const hooked = await withActor(platform, (tx) =>
    tx.outbox.findMany({
      where: { job: 'institution.spread-webhook', payload: { path: ['subjectId'], equals: id } },
    }),
  );
  expect(hooked.map(({ payload }) => payload)).toMatchObject([
    { institutionId: rights.officer.institutionId, type: 'restatement.second-look' },
  ]);
  const handling = { outcome: 'invited', note: '记录已修复，欢迎重新申请。' } as const;
  expect(await handleNotice(first, id, handling)).toMatchObject({
    refusal: { code: 'restatement.same-person' },
  });
  const stranger = await makePerson('reviewer');
  expect(await handleNotice(stranger, id, handling)).toMatchObject({
    refusal: { code: 'restatement.not-found' },
  });
  insist(await handleNotice(second, id, handling));
  expect(await handleNotice(second, id, handling)).toMatchObject({
    refusal: { code: 'restatement.handled-already' },
  });
  const told = await withActor(rights.owner, (tx) =>
    tx.notification.findMany({ where: { kind: 'restatement.invited' } }),
  );
  expect(told).toHaveLength(1);
});
