import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submissionOf, submitOne } from '#tests/factories/applying.ts';
import { deliver } from '#tests/factories/records.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { withGolden } from '~/domain/score/statistical/golden.ts';
import { cardText, sealCard } from '~/domain/score/statistical/sealed.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { bringCard } from '~/server/modelling/bring-card.ts';
import { scoreApplicant } from '~/server/modelling/score-applicant.ts';
import { consentedOnly } from '~/server/modelling/show-study.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

freshDatabase({ template: referenceTemplate });
const actor = system('test');
let parties: Awaited<ReturnType<typeof createApplicants>>;
let evaluation: ConsentId;

const range = (from: number | null, milliPoints: number) => ({
  holds: { kind: 'range' as const, from },
  milliPoints,
  woeNano: 0,
  good: 100,
  bad: 20,
});
const part = (feature: number, known: number) => ({
  kind: 'bins' as const,
  feature,
  coefficientNano: 1_000_000_000,
  ivPpm: 100_000,
  trend: 'rising' as const,
  bins: [{ ...range(null, 0), holds: { kind: 'missing' as const } }, range(null, 1_000), range(1, known)],
});
/** Reads what is public, what the firm opens, and what nobody supplied. */
const card: StatisticalCard = withGolden({
  kind: 'statistical',
  version: 'own',
  convention: 'ln(good share / bad share)',
  label: { column: 'bad', bad: '1' },
  trained: { rows: 1_000, bads: 100, aucPpm: 700_000, ksPpm: 300_000 },
  strength: { penaltyMilli: 1_000, smoothing: 2, ridgeMilli: 500, minRows: 30 },
  scaling: { baseScoreMilli: 600_000, baseOdds: 30, pdoMilli: 40_000, rate: 2 },
  calibration: { slopePpm: 1_000_000, offsetPpm: 0 },
  features: (['years-registered', 'tax-paid-12m', 'power-trend'] as const).map((name) => ({
    kind: 'number' as const,
    name,
    factor: 1,
  })),
  baseMilliPoints: 500_000,
  characteristics: [part(0, 20_000), part(1, 30_000), part(2, 40_000)],
});
const rescore = () =>
  withActor(actor, (tx) => scoreFirm(tx, actor, { enterpriseId: parties.enterpriseId, cause: 'on-demand' }));
const bring = async (by: Person) =>
  insist(await bringCard(by, { name: 'own', text: cardText(sealCard(card, null)) }));

beforeAll(async () => {
  parties = await createApplicants();
  const at = startOf(addDays(clock.today(), -1));
  const one = (item: string, parts: object) =>
    deliver({ item, at, records: [{ firm: parties.enterpriseId, ...parts }] });
  await one('registration.profile', { occurredOn: '2015-05-01', category: 'active' });
  await one('tax.payment', { occurredOn: addDays(clock.today(), -60), amount: 40_000_000n, category: 'vat' });
  const granted = await grantConsent(parties.owner, {
    recipient: { kind: 'platform' },
    purpose: 'evaluation',
    items: ['tax.payment'],
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
  evaluation = insist(granted) as ConsentId;
  await rescore();
});

test('an applicant is scored from the full sheet as far as its consent to the bank opens it, else from the public one', async () => {
  const { bankA, bankB, owner } = parties;
  const [ofA, ofB] = [await bring(bankA.officer), await bring(bankB.officer)];
  expect(await consentedOnly(ofA)).toEqual(['tax-paid-12m', 'power-trend']);

  const toA = { studyId: ofA, applicationId: await submitOne(parties) };
  expect(insist(await scoreApplicant(bankA.officer, toA))).toMatchObject({
    milliPoints: 500_000 + 20_000 + 30_000,
    sheet: 'full',
    asOf: clock.today(),
    missing: ['power-trend'],
  });

  const only = [bankB.product];
  const { consent } = submissionOf(parties);
  const wish = { productIds: only, consented: only, consent: { ...consent, items: ['utility.power-usage'] } };
  const [applicationId = ''] = insist(await submitApplications(owner, submissionOf(parties, wish)));
  const toB = { studyId: ofB, applicationId };
  expect(insist(await scoreApplicant(bankB.officer, toB))).toMatchObject({
    milliPoints: 500_000 + 20_000,
    sheet: 'full',
    missing: ['tax-paid-12m', 'power-trend'],
  });
  expect(await scoreApplicant(bankB.officer, { ...toA, studyId: ofB })).toMatchObject({
    refusal: { code: 'modelling.not-found' },
  });

  insist(await withdrawConsent(owner, evaluation));
  expect(insist(await scoreApplicant(bankA.officer, toA))).toMatchObject({
    milliPoints: 500_000 + 20_000,
    sheet: 'public',
    missing: ['tax-paid-12m', 'power-trend'],
  });
});
