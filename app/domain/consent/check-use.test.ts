import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yields } from '~/domain/catalogue/ceiling.ts';
import { day } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId, InstitutionId, ProductId, UserId } from '~/domain/kernel/id.ts';
import type { Consent, ConsentItem } from './artefact.ts';
import { details, isPersonal, purposes } from './artefact.ts';
import { checkUse, chooseConsent, type Use } from './check-use.ts';

const bankA = 'bank-a' as InstitutionId;
const bankB = 'bank-b' as InstitutionId;
const item = (code: string, more: Partial<ConsentItem> = {}): ConsentItem => ({
  code,
  version: 1,
  subject: 'enterprise',
  sensitivity: 'consent',
  ceiling: 'raw',
  ...more,
});
const tax = item('tax.payment');
const power = item('utility.power-usage');
const penalty = item('penalty.decision', { sensitivity: 'public' });
const medical = item('medical.employer-profile', { sensitivity: 'verify-only', ceiling: 'yes-no' });
const person = item('provident.person-account', { subject: 'natural-person', sensitivity: 'personal' });
const figures = item('tax.payment', { ceiling: 'aggregate' });
const stored = item('tax.payment', { ceiling: 'store-only' });
const catalogue = [tax, power, penalty, medical, person, figures, stored];

const at = (text: string) => new Date(`${text}+08:00`);
const consent: Consent = {
  id: 'c1' as ConsentId,
  enterpriseId: 'firm' as EnterpriseId,
  recipient: { kind: 'institution', institutionId: bankA, productId: 'p1' as ProductId },
  purpose: 'pre-loan',
  items: ['tax.payment', 'medical.employer-profile'],
  detail: 'detail',
  mode: 'view',
  fetchType: 'one-time',
  dataFrom: day('2023-11-01'),
  dataTo: null,
  validFrom: at('2026-11-01T09:00'),
  validTo: at('2027-05-01T00:00'),
  readsPerDay: 3,
  retentionDays: 90,
  returnDirection: true,
  grantedBy: 'owner' as UserId,
  grantedAt: at('2026-11-01T09:00'),
  revokedAt: null,
  pausedAt: null,
};
const use: Use = {
  reader: { kind: 'institution', institutionId: bankA, standing: 'good' },
  purpose: 'pre-loan',
  productId: 'p1' as ProductId,
  items: [tax],
  detail: 'detail',
  fetchType: 'one-time',
  matterClosedAt: null,
  at: at('2026-11-23T10:00'),
};

describe('checkUse', () => {
  const cases: [string, Partial<Consent>, Partial<Use>, number, string | null][] = [
    ['allows what was agreed', {}, {}, 0, null],
    ['allows public items without naming them', {}, { items: [tax, penalty] }, 0, null],
    ['allows an answer about a verify-only item', {}, { items: [medical], detail: 'answer' }, 0, null],
    ['refuses a score from it', {}, { items: [medical], detail: 'score' }, 0, 'consent.verify-only'],
    ['allows figures of an item that yields figures', {}, { items: [figures], detail: 'score' }, 0, null],
    ['refuses its rows, agreed or not', {}, { items: [figures] }, 0, 'consent.ceiling'],
    ['refuses anything that is only stored', {}, { items: [stored], detail: 'answer' }, 0, 'consent.ceiling'],
    ['refuses rows of a verify-only item', {}, { items: [medical] }, 0, 'consent.verify-only'],
    ['refuses an item not named', {}, { items: [tax, power] }, 0, 'consent.items'],
    [
      'refuses items on natural persons even if named',
      { items: [person.code] },
      { items: [person] },
      0,
      'consent.personal-items',
    ],
    ['refuses a copy where only viewing was agreed', {}, { keeps: true }, 0, 'consent.mode'],
    ['allows a copy where one may be kept', { mode: 'store' }, { keeps: true }, 0, null],
    ['refuses rows where answers alone were agreed', { mode: 'query' }, {}, 0, 'consent.mode'],
    ['allows an answer there', { mode: 'query' }, { items: [medical], detail: 'answer' }, 0, null],
    ['refuses another purpose', {}, { purpose: 'post-loan' }, 0, 'consent.purpose'],
    ['refuses another product', {}, { productId: 'p2' as ProductId }, 0, 'consent.purpose'],
    [
      'refuses another bank as if there were none',
      {},
      { reader: { kind: 'institution', institutionId: bankB, standing: 'good' } },
      0,
      'consent.none',
    ],
    [
      'refuses a suspended bank',
      {},
      { reader: { kind: 'institution', institutionId: bankA, standing: 'suspended' } },
      0,
      'institution.suspended',
    ],
    ['refuses from the instant of withdrawal', { revokedAt: use.at }, {}, 0, 'consent.withdrawn'],
    ['allows until the instant of withdrawal', { revokedAt: new Date(use.at.getTime() + 1) }, {}, 0, null],
    ['refuses from the instant of a pause', { pausedAt: use.at }, {}, 0, 'consent.paused'],
    ['allows until the instant of a pause', { pausedAt: new Date(use.at.getTime() + 1) }, {}, 0, null],
    [
      'says withdrawn of one withdrawn in a pause',
      { pausedAt: use.at, revokedAt: use.at },
      {},
      0,
      'consent.withdrawn',
    ],
    ['refuses at the end', {}, { at: at('2027-05-01T00:00') }, 0, 'consent.expired'],
    ['refuses before the start', {}, { at: at('2026-11-01T08:59') }, 0, 'consent.not-yet'],
    ['refuses rows where figures were agreed', { detail: 'score' }, {}, 0, 'consent.detail'],
    ['refuses the read after the last of the day', {}, {}, 3, 'consent.frequency'],
    [
      'refuses once the matter is closed',
      {},
      { matterClosedAt: at('2026-11-20T10:00') },
      0,
      'consent.purpose-reached',
    ],
    [
      'keeps a periodic consent after the matter is closed',
      { fetchType: 'periodic' },
      { matterClosedAt: at('2026-11-20T10:00') },
      0,
      null,
    ],
    ['refuses monitoring under a one-time consent', {}, { fetchType: 'periodic' }, 0, 'consent.fetch-type'],
  ];
  it.each(cases)('%s', (_name, changedConsent, changedUse, reads, code) => {
    const verdict = checkUse({ ...consent, ...changedConsent }, { ...use, ...changedUse }, reads);
    expect(verdict.ok ? null : verdict.refusal.code).toBe(code);
  });

  it('says when the withdrawal was and when reading is possible again', () => {
    const withdrawn = checkUse({ ...consent, revokedAt: at('2026-11-23T09:41') }, use, 0);
    expect(withdrawn).toMatchObject({ refusal: { at: '2026-11-23T01:41:00.000Z' } });
    expect(checkUse(consent, use, 3)).toMatchObject({
      refusal: { readsPerDay: 3, again: '2026-11-23T16:00:00.000Z' },
    });
  });
});

describe('chooseConsent', () => {
  const none = new Map<ConsentId, number>();
  it('uses the renewal after the old consent was withdrawn', () => {
    const renewed = { ...consent, id: 'c2' as ConsentId, grantedAt: at('2026-11-20T00:00') };
    const verdict = chooseConsent([{ ...consent, revokedAt: at('2026-11-10T00:00') }, renewed], use, none);
    expect(verdict).toMatchObject({ ok: true, value: { consentId: 'c2' } });
  });
  it('names the reason of the consent in force rather than of an ended one', () => {
    const old = {
      ...consent,
      id: 'c0' as ConsentId,
      revokedAt: at('2026-11-22T00:00'),
      grantedAt: at('2026-11-21T00:00'),
    };
    expect(chooseConsent([old, consent], { ...use, items: [power] }, none)).toMatchObject({
      refusal: { code: 'consent.items' },
    });
  });
  it('falls back to a second consent when the first is used up', () => {
    const second = { ...consent, id: 'c2' as ConsentId, grantedAt: at('2026-11-20T00:00') };
    const verdict = chooseConsent([consent, second], use, new Map([[second.id, 3]]));
    expect(verdict).toMatchObject({ ok: true, value: { consentId: 'c1' } });
  });
});

const instant = fc.date({ min: at('2026-10-01T00:00'), max: at('2027-12-31T00:00'), noInvalidDate: true });
const anyConsent = fc
  .record({
    items: fc.subarray(catalogue.map((i) => i.code)),
    detail: fc.constantFrom(...details),
    purpose: fc.constantFrom(...purposes),
    revokedAt: fc.option(instant),
    validFrom: instant,
    validTo: instant,
    readsPerDay: fc.integer({ min: 1, max: 5 }),
  })
  .map((more): Consent => ({ ...consent, ...more }));
const anyUse = fc
  .record({
    items: fc.subarray(catalogue, { minLength: 1 }),
    detail: fc.constantFrom(...details),
    purpose: fc.constantFrom(...purposes),
    at: instant,
  })
  .map((more): Use => ({ ...use, ...more }));
const reads = fc.integer({ min: 0, max: 6 });

describe('for any consent and any read', () => {
  it('permits only what every single term allows', () => {
    fc.assert(
      fc.property(anyConsent, anyUse, reads, (c, u, n) => {
        if (!checkUse(c, u, n).ok) return;
        expect(u.items.some(isPersonal)).toBe(false);
        expect(u.items.every((i) => i.sensitivity === 'public' || c.items.includes(i.code))).toBe(true);
        expect(u.items.every((i) => yields(i, u.detail))).toBe(true);
        expect(u.at >= c.validFrom && u.at < c.validTo && (c.revokedAt === null || u.at < c.revokedAt)).toBe(
          true,
        );
        expect([c.purpose, n < c.readsPerDay]).toEqual([u.purpose, true]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses every read from the withdrawal on', () => {
    fc.assert(
      fc.property(anyConsent, anyUse, reads, (c, u, n) => {
        expect(checkUse({ ...c, revokedAt: u.at }, u, n).ok).toBe(false);
      }),
    );
  });

  it('asking for less is never refused where more was permitted', () => {
    fc.assert(
      fc.property(anyConsent, anyUse, reads, fc.nat(), (c, u, n, drop) => {
        if (!checkUse(c, u, n).ok) return;
        const fewer = u.items.filter((_, i) => i !== drop % u.items.length);
        expect(checkUse(c, { ...u, items: fewer }, n).ok).toBe(true);
      }),
    );
  });

  it('permits exactly as many reads a day as were agreed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 40 }), (limit, tries) => {
        let done = 0;
        for (let i = 0; i < tries; i++)
          done += Number(checkUse({ ...consent, readsPerDay: limit }, use, done).ok);
        expect(done).toBe(Math.min(limit, tries));
      }),
    );
  });
});
