import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import items from '#prisma/seed/catalogue/items.json' with { type: 'json' };
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Consent, type ConsentItem, type ConsentTerms, standingAt } from './artefact.ts';
import { diffConsents } from './consent-diff.ts';
import { draftConsent, latestEnd } from './draft-consent.ts';
import { chainStart, consentBody, consentHash } from './receipt.ts';
import { usualItems } from './usual-items.ts';

const tax: ConsentItem = {
  code: 'tax.payment',
  version: 1,
  subject: 'enterprise',
  sensitivity: 'consent',
  ceiling: 'raw',
};
const person: ConsentItem = {
  code: 'person',
  version: 1,
  subject: 'natural-person',
  sensitivity: 'personal',
  ceiling: 'raw',
};
const catalogue = [tax, person];
const validFrom = new Date('2026-11-23T02:00:00Z');
const terms: ConsentTerms = {
  recipient: { kind: 'institution', institutionId: 'bank' as InstitutionId, productId: null },
  purpose: 'pre-loan',
  items: ['tax.payment'],
  detail: 'detail',
  mode: 'view',
  fetchType: 'one-time',
  dataFrom: null,
  dataTo: null,
  validFrom,
  validTo: latestEnd(validFrom),
  readsPerDay: 10,
  retentionDays: 90,
  returnDirection: true,
};

describe('draftConsent', () => {
  const cases: [string, Partial<ConsentTerms>, string | null][] = [
    ['twelve months', {}, null],
    [
      'a moment more than twelve months',
      { validTo: new Date(latestEnd(validFrom).getTime() + 1) },
      'consent.too-long',
    ],
    ['an end before the start', { validTo: validFrom }, 'consent.empty-period'],
    ['nothing', { items: [] }, 'consent.no-items'],
    ['an item outside the catalogue', { items: ['made.up'] }, 'consent.unknown-items'],
    ['an item on natural persons', { items: ['tax.payment', 'person'] }, 'consent.personal-items'],
    ['an evaluation by a bank', { purpose: 'evaluation' }, 'consent.wrong-recipient'],
    ['a loan purpose for the platform', { recipient: { kind: 'platform' } }, 'consent.wrong-recipient'],
    ['one-time monitoring', { purpose: 'post-loan' }, 'consent.not-periodic'],
    ['periodic monitoring', { purpose: 'post-loan', fetchType: 'periodic' }, null],
    ['no read at all', { readsPerDay: 0 }, 'consent.no-reads'],
    ['no end of retention', { retentionDays: 100_000 }, 'consent.retention'],
  ];
  it.each(cases)('%s', (_name, changed, code) => {
    const drafted = draftConsent({ ...terms, ...changed }, catalogue);
    expect(drafted.ok ? null : drafted.refusal.code).toBe(code);
  });

  it('never signs an item on natural persons', () => {
    const list: ConsentItem[] = [
      tax,
      person,
      { ...person, code: 'p2', subject: 'enterprise' },
      { ...tax, code: 't2' },
    ];
    fc.assert(
      fc.property(fc.subarray(list), (chosen) => {
        const drafted = draftConsent({ ...terms, items: chosen.map((i) => i.code) }, list);
        expect(drafted.ok).toBe(chosen.length > 0 && chosen.every((i) => i.sensitivity === 'consent'));
      }),
    );
  });
});

describe('diffConsents', () => {
  it('names what a renewal adds, removes and changes', () => {
    const after = {
      ...terms,
      items: ['court.account-freeze'],
      readsPerDay: 3,
      validTo: new Date('2027-01-01'),
    };
    expect(diffConsents(terms, after)).toEqual({
      addedItems: ['court.account-freeze'],
      removedItems: ['tax.payment'],
      changed: ['validTo', 'readsPerDay'],
    });
    expect(diffConsents(terms, { ...terms })).toEqual({ addedItems: [], removedItems: [], changed: [] });
  });
});

describe('consentBody', () => {
  const names = {
    consentId: 'c',
    enterprise: { id: 'e', uscc: null, name: '面包坊' },
    signatory: { id: 'u', name: '林' },
    recipient: { name: '桥头银行', contact: null, product: null },
    items: [{ ...tax, name: '税款征收' }],
    grantedAt: validFrom,
  };
  it('is the same text whatever the order of its parts, and another text for any other term', () => {
    const reversed = Object.fromEntries(Object.entries(terms).reverse()) as ConsentTerms;
    expect(consentBody(reversed, names)).toBe(consentBody(terms, names));
    expect(consentBody({ ...terms, readsPerDay: 11 }, names)).not.toBe(consentBody(terms, names));
  });
  it('links to the hash before', () => {
    const body = consentBody(terms, names);
    expect(consentHash(chainStart, body)).not.toBe(consentHash('1'.repeat(64), body));
  });
});

describe('the proposal to banks', () => {
  it('names catalogue items that a firm may open, and no public one', () => {
    const opened = items.items.filter((item) => usualItems.includes(item.code));
    expect(opened.map((item) => item.code).sort()).toEqual([...usualItems].sort());
    expect(opened.every((item) => item.subject === 'enterprise' && item.sensitivity === 'consent')).toBe(
      true,
    );
  });
});

describe('standingAt', () => {
  const signed = {
    id: 'c',
    enterpriseId: 'e',
    grantedBy: 'u',
    grantedAt: validFrom,
    revokedAt: null,
    pausedAt: null,
  };
  const given = { ...terms, ...signed } as Consent;
  const later = new Date(validFrom.getTime() + 1_000);
  it.each([
    ['an open matter', given, null, 'active'],
    ['a closed matter', given, later, 'reached'],
    ['monitoring goes on', { ...given, fetchType: 'periodic' as const }, later, 'active'],
    ['withdrawn counts more', { ...given, revokedAt: later }, later, 'withdrawn'],
  ])('%s', (_name, consent, reachedAt, status) => {
    expect(standingAt(consent, later, reachedAt)).toBe(status);
  });
});
