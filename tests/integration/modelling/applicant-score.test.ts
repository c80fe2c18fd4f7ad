import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submissionOf, submitOne } from '#tests/factories/applying.ts';
import { makePerson } from '#tests/factories/people.ts';
import { deliver } from '#tests/factories/records.ts';
import { statisticalCard } from '#tests/factories/statistical-card.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { cardText, sealCard } from '~/domain/score/statistical/sealed.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { bringCard } from '~/server/modelling/bring-card.ts';
import { jointVersion } from '~/server/modelling/enter-joint.ts';
import { exportModel } from '~/server/modelling/export-model.ts';
import { importCard } from '~/server/modelling/import-card.ts';
import { scoreApplicant } from '~/server/modelling/score-applicant.ts';
import { consentedOnly } from '~/server/modelling/show-study.ts';
import { wasBrought } from '~/server/modelling/store-study.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

freshDatabase({ template: referenceTemplate });
const actor = system('test');
let parties: Awaited<ReturnType<typeof createApplicants>>;
let evaluation: ConsentId;

/** Reads what is public, what the firm opens, and what nobody supplied. */
const card = statisticalCard('own', [
  {
    name: 'years-registered',
    ranges: [
      [null, 1_000],
      [1, 20_000],
    ],
  },
  {
    name: 'tax-paid-12m',
    ranges: [
      [null, 1_000],
      [1, 30_000],
    ],
  },
  {
    name: 'power-trend',
    ranges: [
      [null, 1_000],
      [1, 40_000],
    ],
  },
]);
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

test('a card that a bank brought stays the bank’s when it is taken out and imported under another version', async () => {
  const maker = await makePerson('data-operator');
  const own = statisticalCard('same', [
    {
      name: 'years-registered',
      ranges: [
        [null, 0],
        [2, 9_000],
      ],
    },
  ]);
  const text = cardText(sealCard(own, null));
  const take = async (version: string, of: string) =>
    insist(await importCard(maker, { version, purpose: 'a test', text: of }));
  const isBrought = (version: string) => withActor(actor, (tx) => wasBrought(tx, version));
  await take('before', text);
  const brought = jointVersion(insist(await bringCard(parties.bankA.officer, { name: 'same', text })));
  const out = insist(await exportModel(maker, { version: brought, form: 'json' }, 'en'));
  await take('after', String(out.body));
  expect(await Promise.all([brought, 'after', 'before'].map(isBrought))).toEqual([true, true, false]);
});
