import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, dayAt, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { deliverUnderConsent } from '~/server/consent/deliver-under-consent.ts';
import { type GrantInput, grantConsent } from '~/server/consent/grant-consent.ts';
import { pauseConsent } from '~/server/consent/pause-consent.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { evaluationConsent } from '~/server/score/store.ts';

const urls = freshDatabase();
let parties: Parties;

const terms = (wish: Partial<GrantInput> = {}): GrantInput => ({
  recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
  purpose: 'pre-loan',
  items: ['tax.payment'],
  detail: 'detail',
  mode: 'view',
  fetchType: 'one-time',
  dataFrom: null,
  dataTo: null,
  validTo: latestEnd(clock.now()),
  readsPerDay: 3,
  retentionDays: 90,
  returnDirection: true,
  ...wish,
});
const grant = async (wish: Partial<GrantInput> = {}) =>
  insist(await grantConsent(parties.owner, terms(wish)));
const facts = (tx: Tx) => tx.fact.findMany({ where: { item: 'tax.payment' } });
const read = (actor = parties.bankA.officer, items: string[] = ['tax.payment']) =>
  readUnderConsent(actor, { enterpriseId: parties.enterpriseId, purpose: 'pre-loan', items }, facts);
const codeOf = async (outcome: ReturnType<typeof read>) => {
  const result = await outcome;
  return result.ok ? 'ok' : result.refusal.code;
};

beforeAll(async () => {
  parties = await createParties();
  await withClient(urls.batchUrl, (client) =>
    client.query(
      `insert into fact (enterprise_id, item, item_version, provider_id, batch_id, source_key, occurred_on, known_at)
       values ($1, 'tax.payment', 1, $2, $2, '\\x01', '2026-06-01', now())`,
      [parties.enterpriseId, randomUUID()],
    ),
  );
});

describe('a bank', () => {
  it('reads nothing without a consent', async () => {
    expect(await codeOf(read())).toBe('consent.none');
  });

  it('reads the items of its consent, no other item, and only so often a day', async () => {
    await grant();
    const first = insist(await read());
    expect(first).toHaveLength(1);
    expect(await codeOf(read(parties.bankA.officer, ['utility.power-usage']))).toBe('consent.items');
    expect(await codeOf(read(parties.bankA.officer, ['provident.person-account']))).toBe(
      'consent.personal-items',
    );
    expect(await codeOf(read())).toBe('ok');
    expect(await codeOf(read())).toBe('ok');
    expect(await codeOf(read())).toBe('consent.frequency');
  });

  it('never gets more reads by asking at the same time', async () => {
    await grant();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => codeOf(read())));
    expect(outcomes.filter((code) => code === 'ok')).toHaveLength(3);
  });

  it('learns nothing of a consent given to another bank', async () => {
    await grant();
    expect(await codeOf(read(parties.bankB.officer))).toBe('consent.none');
    const rows = await withActor(parties.bankB.officer, (tx) => tx.consent.findMany());
    expect(rows).toEqual([]);
    const trail = await withActor(parties.bankB.officer, (tx) => tx.auditEntry.findMany());
    expect(trail.filter((line) => line.institutionId !== parties.bankB.id)).toEqual([]);
  });

  it('is refused from the moment of withdrawal, told when it was', async () => {
    const id = await grant();
    expect(await codeOf(read())).toBe('ok');
    await withdrawConsent(parties.owner, id);
    expect(await read()).toMatchObject({ refusal: { code: 'consent.withdrawn', at: expect.any(String) } });
  });

  it('stops with a pause and goes on when it is resumed; the bank is told, the log names both', async () => {
    const id = await grant();
    const pause = (kind: 'paused' | 'resumed', by = parties.owner) => pauseConsent(by, id, kind);
    expect(await pause('resumed')).toMatchObject({ refusal: { code: 'consent.not-paused' } });
    insist(await pause('paused'));
    expect(await read()).toMatchObject({ refusal: { code: 'consent.paused', at: expect.any(String) } });
    expect(await pause('paused')).toMatchObject({ refusal: { code: 'consent.already-paused' } });
    insist(await pause('resumed'));
    expect(await codeOf(read())).toBe('ok');
    const told = await withActor(system('test'), (tx) =>
      tx.notification.findMany({
        where: { institutionId: parties.bankA.id, kind: { in: ['consent.paused', 'consent.resumed'] } },
      }),
    );
    expect(told.map(({ kind }) => kind).sort()).toEqual(['consent.paused', 'consent.resumed']);
    const logged = await withActor(parties.owner, (tx) =>
      tx.auditEntry.findMany({
        where: { consentId: id, action: { in: ['consent.paused', 'consent.resumed'] } },
      }),
    );
    expect(logged).toHaveLength(2);
    insist(await pause('paused'));
    insist(await withdrawConsent(parties.owner, id));
    expect(await codeOf(read())).toBe('consent.withdrawn');
    expect(await pause('resumed')).toMatchObject({ refusal: { code: 'consent.already-withdrawn' } });
  });

  it('gives no file when the consent is paused while the export is being made', async () => {
    const id = await grant();
    const intended = {
      ...{ enterpriseId: parties.enterpriseId, purpose: 'pre-loan' as const },
      ...{ items: ['tax.payment'], keeps: false },
    };
    const made = await deliverUnderConsent(parties.bankA.officer, intended, facts, async (rows) => {
      insist(await pauseConsent(parties.owner, id, 'paused'));
      return `${rows.length} rows`;
    });
    expect(made).toMatchObject({ ok: false, refusal: { code: 'consent.paused' } });
  });

  it('of a paused evaluation is none: the full score closes at once and opens again', async () => {
    const evaluation = insist(
      await grantConsent(
        parties.owner,
        terms({ recipient: { kind: 'platform' }, purpose: 'evaluation', fetchType: 'periodic' }),
      ),
    );
    const open = () =>
      withActor(parties.owner, (tx) => evaluationConsent(tx, parties.enterpriseId, clock.now()));
    expect(await open()).toBe(evaluation);
    insist(await pauseConsent(parties.owner, evaluation, 'paused'));
    expect(await open()).toBeNull();
    insist(await pauseConsent(parties.owner, evaluation, 'resumed'));
    expect(await open()).toBe(evaluation);
  });

  it('is paused by its own firm alone, and no pause is written past the rules', async () => {
    const id = await grant();
    const stranger = { ...parties.owner, enterpriseId: randomUUID() as never };
    expect(await pauseConsent(stranger, id, 'paused')).toMatchObject({
      refusal: { code: 'consent.not-found' },
    });
    insist(await pauseConsent(parties.owner, id, 'paused'));
    const edit = (data: object) =>
      withActor(parties.owner, (tx) => tx.consent.updateMany({ where: { id }, data }));
    await expect(edit({ pausedAt: new Date(0) })).rejects.toThrow();
    await expect(edit({ pausedAt: null, readsPerDay: 99 })).rejects.toThrow();
    const row = { enterpriseId: parties.enterpriseId, consentId: id };
    await expect(
      withActor(parties.owner, (tx) => tx.consentPause.updateMany({ where: row, data: { kind: 'resumed' } })),
    ).rejects.toThrow();
  });

  it('is refused while its institution is suspended', async () => {
    await grant();
    const stateOf = (state: string) =>
      withActor(system('test'), (tx) =>
        tx.institution.update({ where: { id: parties.bankA.id }, data: { state } }),
      );
    await stateOf('suspended');
    expect(await codeOf(read())).toBe('institution.suspended');
    await stateOf('approved');
  });

  it('gets no file when the consent is withdrawn while the export is being made', async () => {
    const id = await grant();
    const intended = {
      enterpriseId: parties.enterpriseId,
      purpose: 'pre-loan' as const,
      items: ['tax.payment'],
      keeps: false,
    };
    const made = await deliverUnderConsent(parties.bankA.officer, intended, facts, async (rows) => {
      await withdrawConsent(parties.owner, id);
      return `${rows.length} rows`;
    });
    expect(made).toMatchObject({ ok: false, refusal: { code: 'consent.withdrawn' } });
  });

  it('gets no file when the bank is suspended while the export is being made, and gets it again afterwards', async () => {
    await grant();
    const intended = {
      enterpriseId: parties.enterpriseId,
      purpose: 'pre-loan' as const,
      items: ['tax.payment'],
      keeps: false,
    };
    const setState = (state: string) =>
      withActor(system('test'), (tx) =>
        tx.institution.update({ where: { id: parties.bankA.id }, data: { state } }),
      );
    const deliver = (meanwhile: () => Promise<unknown>) =>
      deliverUnderConsent(parties.bankA.officer, intended, facts, async (rows) => {
        await meanwhile();
        return `${rows.length} rows`;
      });
    expect(await deliver(() => setState('suspended'))).toMatchObject({
      ok: false,
      refusal: { code: 'institution.suspended' },
    });
    await setState('approved');
    expect((await deliver(() => Promise.resolve())).ok).toBe(true);
  });

  it('leaves a line in the chain of the firm for every read and every refusal', async () => {
    const id = await grant();
    await read();
    await withdrawConsent(parties.owner, id);
    await read();
    const lines = await withActor(parties.owner, (tx) =>
      tx.auditEntry.findMany({ where: { action: 'consent.read' }, orderBy: { seq: 'desc' }, take: 2 }),
    );
    expect(lines.map((line) => [line.outcome, line.consentId, line.purpose, line.userName])).toEqual([
      ['refused', null, 'pre-loan', '陈经理'],
      ['ok', id, 'pre-loan', '陈经理'],
    ]);
  });
});

describe('a grant', () => {
  it('opens no item on natural persons and lasts twelve months at most', async () => {
    const personal = await grantConsent(parties.owner, terms({ items: ['provident.person-account'] }));
    expect(personal).toMatchObject({ refusal: { code: 'consent.personal-items' } });
    const validTo = startOf(addDays(dayAt(clock.now()), 500));
    expect(await grantConsent(parties.owner, terms({ validTo }))).toMatchObject({
      refusal: { code: 'consent.too-long' },
    });
  });

  it('replaces the earlier consent for the same recipient, purpose and product', async () => {
    await grant({ items: ['tax.payment', 'utility.power-usage'] });
    await grant({ items: ['tax.payment'] });
    expect(await codeOf(read(parties.bankA.officer, ['utility.power-usage']))).toBe('consent.items');
  });
});

describe('the mode of an item', () => {
  const publish = (version: number, ceiling: string) =>
    withClient(urls.ownerUrl, (client) =>
      client.query(
        `insert into catalogue_item select (jsonb_populate_record(null::catalogue_item, to_jsonb(c) || $1)).*
         from catalogue_item c where c.code = 'tax.payment' and c.version = 1`,
        [{ version, ceiling, valid_from: dayAt(clock.now()) }],
      ),
    );
  const take = (items: 'granted' | string[], detail: 'detail' | 'score' | 'answer') =>
    readUnderConsent(
      parties.bankA.officer,
      { enterpriseId: parties.enterpriseId, purpose: 'pre-loan', items, detail },
      async (_tx, permit) => permit,
    );

  it('caps what a bank gets at its next read, whatever the firm signed: figures only, then nothing', async () => {
    await grant({ readsPerDay: 20 });
    expect(insist(await take(['tax.payment'], 'detail')).items).toEqual(['tax.payment']);
    await publish(2, 'aggregate');
    expect(await take(['tax.payment'], 'detail')).toMatchObject({ refusal: { code: 'consent.ceiling' } });
    expect(insist(await take(['tax.payment'], 'score')).items).toEqual(['tax.payment']);
    const all = insist(await take('granted', 'detail'));
    expect([all.items.includes('tax.payment'), all.figures?.includes('tax.payment')]).toEqual([false, true]);
    await publish(3, 'store-only');
    for (const detail of ['detail', 'score', 'answer'] as const)
      expect(await take(['tax.payment'], detail)).toMatchObject({ refusal: { code: 'consent.ceiling' } });
    expect(insist(await take('granted', 'detail')).figures).not.toContain('tax.payment');
  });
});
