import { beforeAll, describe, expect, test } from 'vitest';
import { handlers } from '#jobs/handlers.ts';
import { doJob } from '#jobs/worker.ts';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { deliver, seal } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

freshDatabase({ template: referenceTemplate });

const actor = system('test');
let parties: Parties;
let publicItems: string[] = [];

beforeAll(async () => {
  parties = await createParties();
  const catalogue = await withActor(actor, (tx) => readCatalogue(tx, clock.today()));
  publicItems = [...catalogue.values()].filter((i) => i.sensitivity === 'public').map((i) => i.code);
});

const yesterday = () => startOf(addDays(clock.today(), -1));
const rescore = (enterpriseId: EnterpriseId) =>
  withActor(actor, (tx) => scoreFirm(tx, actor, { enterpriseId, cause: 'on-demand' }));
const sheets = (enterpriseId: EnterpriseId) =>
  withActor(actor, (tx) =>
    tx.scoreSheet.findMany({ where: { enterpriseId }, orderBy: { createdAt: 'asc' } }),
  );
const last = async (enterpriseId: EnterpriseId, scope = 'public') =>
  (await sheets(enterpriseId)).filter((sheet) => sheet.scope === scope).at(-1);

/** Does what the outbox holds, as the worker would. */
async function work(): Promise<void> {
  const waiting = await withActor(actor, (tx) =>
    tx.outbox.findMany({ where: { relayedAt: null }, orderBy: { id: 'asc' } }),
  );
  for (const { job, key, payload } of waiting) await doJob(handlers, { name: job as never, key, payload });
  await withActor(actor, (tx) => tx.$executeRaw`delete from outbox`).catch(() => undefined);
}

describe.sequential('a firm', () => {
  test('that nobody has supplied anything of has insufficient information, once', async () => {
    const { enterpriseId } = parties;
    expect(await rescore(enterpriseId)).toHaveLength(1);
    expect(await last(enterpriseId)).toMatchObject({
      grade: 'insufficient',
      milliPoints: null,
      coveragePpm: 0,
    });
    expect(await rescore(enterpriseId)).toHaveLength(0);
  });

  test('stays unknown until its own registration record comes, however many registers are supplied', async () => {
    const { enterpriseId } = parties;
    for (const item of publicItems) await deliver({ item, at: yesterday() });
    await rescore(enterpriseId);
    expect(await last(enterpriseId)).toMatchObject({ grade: 'insufficient', coveragePpm: 0 });
    const registration = { firm: enterpriseId, occurredOn: '2015-05-01', category: 'active' };
    await deliver({ item: 'registration.profile', at: yesterday(), records: [registration] });
    await rescore(enterpriseId);
    const sheet = await last(enterpriseId);
    expect(sheet).toMatchObject({ grade: 'B', milliPoints: 778_000, consentId: null });
    expect(sheet?.dimensionMilli.reduce((a, b) => a + b)).toBe(778_000);
  });

  test('is vetoed by a list entry, with the record quoted, and freed when the entry is sealed', async () => {
    const { enterpriseId } = parties;
    const entry = { firm: enterpriseId, occurredOn: '2026-02-01' };
    const { facts } = await deliver({ item: 'list.serious-dishonesty', at: yesterday(), records: [entry] });
    await rescore(enterpriseId);
    expect(await last(enterpriseId)).toMatchObject({ grade: 'D', vetoFactId: facts[0] });
    await seal(enterpriseId, facts[0] as never, yesterday());
    await rescore(enterpriseId);
    expect(await last(enterpriseId)).toMatchObject({ grade: 'B', vetoFactId: null });
  });

  test('has a full score only while it consents, and a public sheet follows the withdrawal', async () => {
    const { enterpriseId, owner } = parties;
    const tax = ['2026-07-01', '2026-08-01', '2026-09-01'].map((occurredOn) => ({
      firm: enterpriseId,
      occurredOn,
      amount: 30_000_000n,
      category: 'vat',
    }));
    await deliver({ item: 'tax.payment', at: yesterday(), records: tax });
    await rescore(enterpriseId);
    expect(await last(enterpriseId, 'full')).toBeUndefined();
    const consent = await grantConsent(owner, {
      recipient: { kind: 'platform' },
      purpose: 'evaluation',
      items: ['tax.payment'],
      detail: 'score',
      mode: 'view',
      fetchType: 'periodic',
      dataFrom: null,
      dataTo: null,
      validTo: startOf(addDays(clock.today(), 300)),
      readsPerDay: 10,
      retentionDays: 30,
      returnDirection: false,
    });
    if (!consent.ok) throw new Error(consent.refusal.code);
    await work();
    const full = await last(enterpriseId, 'full');
    expect(full).toMatchObject({ consentId: consent.value, cause: 'consent' });
    expect(full?.coveragePpm).toBeGreaterThan((await last(enterpriseId))?.coveragePpm ?? 0);
    const before = (await sheets(enterpriseId)).length;
    await withdrawConsent(owner, consent.value);
    await work();
    const after = await sheets(enterpriseId);
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ scope: 'public', cause: 'withdrawal', consentId: null });
  });

  test('leaves a line of each sheet in its own audit chain', async () => {
    const { enterpriseId } = parties;
    const lines = await withActor(actor, (tx) =>
      tx.auditEntry.findMany({ where: { enterpriseId, action: 'score.evaluated' } }),
    );
    expect(lines).toHaveLength((await sheets(enterpriseId)).length);
    expect(lines.filter((line) => line.consentId !== null)).toHaveLength(1);
  });

  test('that was cancelled is no longer scored', async () => {
    const { enterpriseId } = parties;
    await withActor(actor, (tx) =>
      tx.enterprise.update({ where: { id: enterpriseId }, data: { status: 'cancelled' } }),
    );
    expect(await rescore(enterpriseId)).toEqual([]);
  });
});

test('a sheet is dated with the business day on which it was made', async () => {
  const [sheet] = await sheets(parties.enterpriseId);
  expect(sheet?.asOf.toISOString().slice(0, 10)).toBe(dayAt(clock.now()));
});
