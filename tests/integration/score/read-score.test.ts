import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { deliver, seal } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { FactId, ScoreSheetId } from '~/domain/kernel/id.ts';
import type { ScoreView } from '~/domain/score/score-view.ts';
import { anonymous, system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { explainScore } from '~/server/score/explain-score.ts';
import { readScore, type ScoreReader } from '~/server/score/read-score.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';
import { showCard } from '~/server/score/show-card.ts';
import { showScore } from '~/server/score/show-score.ts';
import { showSheet } from '~/server/score/show-sheet.ts';

freshDatabase({ template: referenceTemplate });

const actor = system('test');
const yesterday = () => startOf(addDays(clock.today(), -1));
let parties: Parties;
let penalty: FactId;
let evaluation: string;

const rescore = () =>
  withActor(actor, (tx) => scoreFirm(tx, actor, { enterpriseId: parties.enterpriseId, cause: 'on-demand' }));

const consentTo = (recipient: Parameters<typeof grantConsent>[1]['recipient'], items: string[]) =>
  grantConsent(parties.owner, {
    recipient,
    purpose: recipient.kind === 'platform' ? 'evaluation' : 'pre-loan',
    items,
    detail: 'detail',
    mode: 'view',
    fetchType: 'one-time',
    dataFrom: null,
    dataTo: null,
    validTo: startOf(addDays(clock.today(), 300)),
    readsPerDay: 100,
    retentionDays: 30,
    returnDirection: false,
  });

beforeAll(async () => {
  parties = await createParties();
  const { enterpriseId } = parties;
  const catalogue = await withActor(actor, (tx) => readCatalogue(tx, clock.today()));
  for (const { code, sensitivity } of catalogue.values())
    if (sensitivity === 'public') await deliver({ item: code, at: yesterday() });
  const one = (item: string, parts: object) =>
    deliver({ item, at: yesterday(), records: [{ firm: enterpriseId, ...parts }] });
  await one('registration.profile', { occurredOn: '2015-05-01', category: 'active' });
  const fine = { occurredOn: '2026-03-02', category: 'general', amount: 2_000_000n };
  penalty = (await one('penalty.decision', fine)).facts[0] as FactId;
  await one('tax.payment', { occurredOn: '2026-09-01', amount: 40_000_000n, category: 'vat' });
  await one('utility.power-usage', { occurredOn: '2026-09-01', quantity: 9_000 });
  const consent = await consentTo({ kind: 'platform' }, ['tax.payment', 'utility.power-usage']);
  if (!consent.ok) throw new Error(consent.refusal.code);
  evaluation = consent.value;
  await rescore();
});

const lineOf = (score: ScoreView | null, feature: string) =>
  score?.lines.find((line) => line.feature === feature);

test('the firm sees every point down to the record, its source and date', async () => {
  const { score, hasConsent, history } = await showScore(parties.owner, { which: 'current' });
  expect(hasConsent).toBe(true);
  expect(score).toMatchObject({
    scope: 'full',
    grade: 'B',
    reasons: [{ kind: 'lost' }, { kind: 'lost' }, { kind: 'lost' }, { kind: 'unknown' }],
  });
  expect(lineOf(score, 'penalty-general-24m')).toMatchObject({
    value: 1,
    points: 24_000,
    max: 40_000,
    bin: { from: 1, next: 2 },
    evidenceCount: 1,
    evidence: [
      {
        factId: penalty,
        itemName: { zh: '行政处罚信息', en: 'Administrative penalty' },
        occurredOn: '2026-03-02',
        amount: { fen: '2000000' },
        later: null,
        disputed: null,
      },
    ],
  });
  expect(lineOf(score, 'tax-paid-12m')).toMatchObject({ value: 40_000_000, evidenceCount: 1 });
  expect(score?.lines.reduce((sum, line) => sum + line.points, 0)).toBe(score?.milliPoints);
  expect(history.map(({ scope }) => scope).sort()).toEqual(['full', 'public']);
});

test('the public score beside it holds nothing of the consent items', async () => {
  const { score } = await showScore(parties.owner, { which: 'public' });
  expect(score?.scope).toBe('public');
  expect(lineOf(score, 'tax-paid-12m')).toMatchObject({ value: null, gap: 'not-consented', evidence: [] });
  expect(score?.unknown[0]?.gap).toBe('not-consented');
});

const asBank = (reader: (items: readonly string[]) => ScoreReader) =>
  readUnderConsent(
    parties.bankA.officer,
    { enterpriseId: parties.enterpriseId, purpose: 'pre-loan', items: 'granted' },
    (tx, permit) =>
      readScore(tx, { enterpriseId: parties.enterpriseId, which: 'current', reader: reader(permit.items) }),
  );
const permitted = (items: readonly string[]): ScoreReader => ({
  permit: { items, dataFrom: null, dataTo: null },
});

test('a bank sees the score, and of the records only those that the firm opened to it', async () => {
  const { id } = parties.bankA;
  await consentTo({ kind: 'institution', institutionId: id, productId: null }, ['utility.power-usage']);
  const read = await asBank(permitted);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value).toMatchObject({ scope: 'full', grade: 'B' });
  expect(lineOf(read.value, 'penalty-general-24m')).toMatchObject({
    value: 1,
    isWithheld: false,
    evidenceCount: 1,
  });
  const withheld = { value: null, isWithheld: true, bin: null, evidence: [], evidenceCount: 0 };
  expect(lineOf(read.value, 'tax-paid-12m')).toMatchObject(withheld);
  expect(JSON.stringify(read.value)).not.toContain('40000000');
});

test('after the withdrawal the full score is shown to nobody as the current one', async () => {
  await withdrawConsent(parties.owner, evaluation as never);
  const read = await asBank(permitted);
  expect(read).toMatchObject({ ok: true, value: { scope: 'public' } });
  expect(await showScore(parties.owner, { which: 'current' })).toMatchObject({
    hasConsent: false,
    score: { scope: 'public' },
  });
});

test('an old sheet reads as it was for the firm, and hides a repaired record from others', async () => {
  const { history } = await showScore(parties.owner, { which: 'current' });
  const full = history.find(({ scope }) => scope === 'full');
  await seal(parties.enterpriseId, penalty, clock.now());
  await rescore();
  const old = await showSheet(parties.owner, full?.sheetId as ScoreSheetId);
  if (!old.ok) throw new Error(old.refusal.code);
  expect(old.value.milliPoints).toBe(full?.milliPoints);
  expect(lineOf(old.value, 'penalty-general-24m')).toMatchObject({ value: 1, evidence: [{ later: 'seal' }] });
  expect(lineOf(old.value, 'tax-paid-12m')).toMatchObject({ value: 40_000_000 });
  const now = await showScore(parties.owner, { which: 'current' });
  expect(lineOf(now.score, 'penalty-general-24m')).toMatchObject({ value: 0, evidence: [] });
  const which = { sheetId: full?.sheetId as ScoreSheetId };
  const other = await withActor(actor, (tx) =>
    readScore(tx, { enterpriseId: parties.enterpriseId, which, reader: permitted([]) }),
  );
  expect(lineOf(other, 'penalty-general-24m')).toMatchObject({ evidence: [] });
});

test('a sheet of another firm is not found', async () => {
  const stranger = (await createParties()).owner;
  const { history } = await showScore(parties.owner, { which: 'current' });
  expect(await showSheet(stranger, history[0]?.sheetId as ScoreSheetId)).toMatchObject({
    ok: false,
    refusal: { code: 'score.not-found' },
  });
});

test('the platform explains a firm by its id, and each look is in the firm’s log', async () => {
  const { enterpriseId } = parties;
  const explained = await explainScore(actor, enterpriseId);
  expect(explained).toMatchObject({ ok: true, value: { firm: { id: enterpriseId } } });
  expect(await explainScore(actor, '91640100MAXX00015K')).toMatchObject({
    refusal: { code: 'score.firm-unknown' },
  });
  const lines = await withActor(actor, (tx) =>
    tx.auditEntry.count({ where: { enterpriseId, action: 'score.explained' } }),
  );
  expect(lines).toBe(1);
});

test('anybody may read the card with its seal', async () => {
  const card = await showCard(anonymous);
  expect(card?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(
    card?.dimensions.flatMap((d) => d.indicators).find((i) => i.feature === 'tax-paid-12m')?.needsConsent,
  ).toBe(true);
});
