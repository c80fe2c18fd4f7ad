import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { looker } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { command } from '~/cli/commands/application.ts';
import { addDays, type Day, day, startOf } from '~/domain/kernel/day.ts';
import type { ApplicationId, FactId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { replayApplication } from '~/server/application/replay-application.ts';
import { type AsOf, showAsOf } from '~/server/application/show-as-of.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { versionOn } from '~/server/match/store-as-of.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { latestSheet } from '~/server/score/store.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
const platform = system('test');
const first = day('2026-11-02');
const item = 'penalty.decision';
let parties: Awaited<ReturnType<typeof createApplicants>>;
let id: ApplicationId;

const asPlatform = <T>(work: (tx: Parameters<Parameters<typeof withActor>[1]>[0]) => Promise<T>) =>
  withActor(platform, work as never) as Promise<T>;
const rescore = () =>
  asPlatform((tx) => scoreFirm(tx, platform, { enterpriseId: parties.enterpriseId, cause: 'on-demand' }));
const record = async (of: string, amount: bigint, on: Day) => {
  const records = [{ firm: parties.enterpriseId, occurredOn: addDays(on, -30), amount, category: 'general' }];
  const { facts } = await deliver({ item: of, at: clock.now(), records });
  return facts[0] as FactId;
};
const amend = (fact: string, op: 'correct' | 'revoke' | 'seal', amount: bigint | null = null) => {
  const next = randomUUID();
  return asPlatform(async (tx) => {
    await tx.$queryRaw`select amend_fact(${parties.enterpriseId}::uuid, ${fact}::uuid, ${next}::uuid, ${op}, gen_random_uuid(),
                       ${clock.now()}, ${addDays(first, -30)}::date, null, ${amount}, null, 'general')::text`;
    return next;
  });
};
const known = ({ known: seen }: AsOf) => {
  if (!seen.granted) throw new Error(seen.refusal.code);
  return seen;
};
const penalties = (shown: AsOf) =>
  known(shown)
    .records.shown.filter(({ itemZh }) => itemZh === '行政处罚信息')
    .map(({ says }) => says?.amountFen ?? null)
    .sort();
const textOf = (read: unknown) =>
  JSON.stringify(read, (_, value) => (typeof value === 'bigint' ? String(value) : value));
const asOf = async (actor: Parameters<typeof showAsOf>[0], on: Day, to?: Day) =>
  insist(await showAsOf(actor, id, { on, to }));

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  const catalogue = await asPlatform((tx) => readCatalogue(tx, first));
  for (const each of [...catalogue.values()].filter(({ sensitivity }) => sensitivity === 'public'))
    await deliver({ item: each.code, at: startOf(addDays(first, -1)) });
  await onDay(first, async () => {
    parties = await createApplicants();
    await record('registration.profile', 0n, first);
    await asPlatform((tx) =>
      tx.enterprise.update({
        where: { id: parties.enterpriseId },
        data: { uscc: '91640100MAXX00015K', kind: 'company' },
      }),
    );
    const only = [parties.bankA.product];
    const sent = await submitApplications(
      parties.owner,
      submissionOf(parties, { productIds: only, consented: only }),
    );
    id = insist(sent)[0] as ApplicationId;
  });
}, 60_000);

type Ask = readonly [record: number, op: 'say' | 'revoke' | 'seal'];

test('under a random story each day reads later as it was: to the subject whole, to the bank without what was sealed', async () => {
  const asks = fc.sample(
    fc.array(fc.tuple(fc.nat(3), fc.constantFrom('say', 'say', 'revoke', 'seal')), {
      minLength: 14,
      maxLength: 14,
    }),
    { numRuns: 1, seed: 45 },
  )[0] as Ask[];
  const heads: { fact: string; op: string; amounts: string[] }[] = [];
  const snapshots: { on: Day; live: string[]; milli: number | null }[] = [];
  for (let at = 0; at < 7; at++) {
    const on = addDays(first, at);
    await onDay(on, async () => {
      for (const [which, op] of asks.slice(at * 2, at * 2 + 2)) {
        const amount = BigInt(70_000_000 + at * 1_000 + which);
        const head = heads[which];
        if (!head && op === 'say')
          heads[which] = { fact: await record(item, amount, on), op, amounts: [String(amount)] };
        else if (head?.op === 'say') {
          const fact = await amend(head.fact, op === 'say' ? 'correct' : op, op === 'say' ? amount : null);
          heads[which] = {
            fact,
            op,
            amounts: op === 'say' ? [...head.amounts, String(amount)] : head.amounts,
          };
        }
      }
      await rescore();
      const sheet = await asPlatform((tx) => latestSheet(tx, parties.enterpriseId, 'public'));
      const live = heads.filter((head) => head?.op === 'say').map(({ amounts }) => amounts.at(-1) as string);
      snapshots.push({ on, live: live.sort(), milli: sheet?.milliPoints ?? null });
    });
  }
  const sealed = heads.filter((head) => head?.op === 'seal').flatMap(({ amounts }) => amounts);
  const revoked = heads.filter((head) => head?.op === 'revoke').flatMap(({ amounts }) => amounts);
  expect([sealed.length > 0, revoked.length > 0]).toEqual([true, true]);
  for (const { on, live, milli } of snapshots) {
    const own = await asOf(parties.owner, on);
    expect([penalties(own), known(own).score.before?.milliPoints]).toEqual([live, milli]);
    const bank = await asOf(parties.bankA.officer, on);
    const text = textOf(bank);
    expect([...sealed, ...revoked].filter((amount) => text.includes(amount))).toEqual([]);
    const open = live.filter((amount) => !sealed.includes(amount));
    expect(penalties(bank)).toEqual(open.map((amount) => (revoked.includes(amount) ? null : amount)).sort());
    const isTouched = live.some((amount) => sealed.includes(amount));
    if (!isTouched) expect(known(bank).score.before?.milliPoints).toBe(milli);
  }
  const end = snapshots.at(-1)?.on as Day;
  const kinds = known(await asOf(parties.bankA.officer, first, end)).changes.shown.map(({ kind }) => kind);
  expect(kinds).not.toContain('repaired');
  const auditor = await makePerson('audit-admin');
  const replay = insist(await replayApplication(auditor, { id, reason: '复核决策', on: first, to: end }));
  expect(known(replay)).toEqual(known(await asOf(parties.owner, first, end)));
}, 60_000);

test('a score without the sealed record is the score that the firm would have had without it', async () => {
  const [before, after] = [addDays(first, 10), addDays(first, 12)];
  const fact = await onDay(before, async () => {
    const made = await record(item, 88_000_000n, before);
    await rescore();
    return made;
  });
  await onDay(after, async () => {
    await amend(fact, 'seal');
    await rescore();
  });
  const own = known(await asOf(parties.owner, before, after)).score;
  expect(own.before?.milliPoints).toBeLessThan(own.after?.milliPoints ?? 0);
  expect(own.moved.flatMap(({ movers }) => movers.map(({ why }) => why))).toContain('repaired');
  const points = (lines: typeof own.moved) =>
    lines.reduce((sum, line) => sum + (line.after?.points ?? 0) - (line.before?.points ?? 0), 0);
  expect(points(own.moved)).toBe((own.after?.milliPoints ?? 0) - (own.before?.milliPoints ?? 0));
  const bank = known(await asOf(parties.bankA.officer, before, after)).score;
  expect(bank.before?.milliPoints).toBe(own.after?.milliPoints);
  expect(bank.moved).toEqual([]);
  const cli = await command.run({
    argument: 'as-of',
    options: { id, on: before, to: after },
    locale: 'en',
  } as never);
  expect(textOf(cli)).not.toContain('88000000');
});

test('another bank finds nothing, a withdrawn consent shuts the records, and every look is in the firm’s log', async () => {
  expect(await showAsOf(parties.bankB.officer, id, {})).toMatchObject({
    refusal: { code: 'application.not-found' },
  });
  const days = (await asOf(parties.bankA.officer, day('2020-01-01'))).days;
  expect(days).toMatchObject({ on: first, isMoved: true });
  const { consentId } = await asPlatform((tx) => tx.application.findFirstOrThrow({ where: { id } }));
  insist(await withdrawConsent(parties.owner, consentId as never));
  const shut = await asOf(parties.bankA.officer, first);
  expect(shut).toMatchObject({ state: 'submitted', known: { granted: false } });
  const looks = await asPlatform((tx) =>
    tx.auditEntry.count({
      where: { enterpriseId: parties.enterpriseId, action: 'application.looked-back' },
    }),
  );
  expect(looks).toBeGreaterThan(8);
});

test('a product counts by the version on the shelf that day, and not at all before it was out or once it was off', async () => {
  const { id: institutionId, product } = parties.bankA;
  const version = (number: number, from: Day, offShelf: boolean) =>
    look(`
      insert into product_draft (id, institution_id, product_id, version, body, effective_from, note, state, off_shelf, drafted_by, drafted_at, changed_at,
                                 decided_by, decided_at)
      values (gen_random_uuid(), '${institutionId}', '${product}', ${number}, '{}', '${from}', '', 'in-force', ${offShelf},
              '${parties.bankA.officer.userId}', now(), now(), '${parties.bankA.reviewer.userId}', now())`);
  const on = (days: number) =>
    asPlatform(async (tx) => {
      const then = await versionOn(tx, product, addDays(first, days));
      return then === null || then === 'current' ? then : then.version;
    });
  expect([await on(-700), await on(0)]).toEqual([null, 'current']);
  await version(2, addDays(first, 2), false);
  await version(3, addDays(first, 4), true);
  await version(4, addDays(first, 6), false);
  await look(`update product set version = 4 where id = '${product}'`);
  const seen = [];
  for (const days of [1, 2, 3, 4, 5, 6]) seen.push(await on(days));
  expect(seen).toEqual([null, 2, 2, null, null, 4]);
});
