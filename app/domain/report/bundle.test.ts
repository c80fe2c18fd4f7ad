import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '~/domain/kernel/hash.ts';
import { isSealed } from '~/server/score/card-file.ts';
import { openBundle, type ReportBundle, reportHash } from './bundle.ts';
import type { ReportBody } from './report.ts';

const name = { zh: '纳税', en: 'Tax' };
const report: ReportBody = {
  format: 'xinqiao-report/1',
  id: '0b0e6a50-0000-4000-8000-000000000001',
  madeAt: '2026-11-23T02:00:00.000Z',
  audience: 'firm',
  recipient: null,
  firm: {
    name: '云舟科技',
    uscc: null,
    kind: 'company',
    status: 'active',
    region: '宁夏',
    industry: name,
    establishedOn: '2015-05-01',
  },
  score: {
    sheetId: '0b0e6a50-0000-4000-8000-000000000002',
    scope: 'full',
    cardVersion: '2026.1',
    asOf: '2026-11-23',
    madeAt: '2026-11-23T02:00:00.000Z',
    milliPoints: 712_000,
    grade: 'B',
    coveragePpm: 801_000,
    veto: null,
    dimensions: [{ code: 'vitality', points: 100_000, max: 250_000, coveragePpm: 500_000 }],
    reasons: [{ what: name, fix: name }],
    lines: [{ feature: 'x', name, dimension: 'vitality', value: name, points: 1, max: 2, neutral: 1 }],
  },
  holdings: [
    {
      item: 'tax',
      name,
      provider: name,
      isPublic: true,
      records: 3,
      first: null,
      last: null,
      knownOn: '2026-11-01',
    },
  ],
  objections: [{ name, openedOn: '2026-11-02' }],
  queries: { total: 1, listed: [{ at: '2026', by: name, what: name, purpose: null, refused: false }] },
  consent: { id: '0b0e6a50-0000-4000-8000-000000000003', hash: 'ab', validTo: '2027' },
  verifyPath: '/verify-report/00000000000000000000000000000000',
};

const keys = generateKeyPairSync('ed25519');
const keyId = sha256(keys.publicKey.export({ type: 'spki', format: 'der' })).slice(0, 16);

function bundleOf(body: ReportBody): ReportBundle {
  const hash = reportHash(body);
  const secret = createPrivateKey(keys.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return {
    report: body,
    hash,
    signature: sign(null, Buffer.from(hash), secret).toString('base64'),
    keyId,
    publicKey: keys.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

const open = (value: unknown, key: string | null = keyId) => openBundle(JSON.stringify(value), key, isSealed);

/** Every path to a value that is no object. */
function leaves(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

test('a bundle opens as it was signed, whatever the order and layout of its text', () => {
  const bundle = bundleOf(report);
  expect(open(bundle)).toMatchObject({ ok: true, value: { keyId } });
  const turned = Object.fromEntries(Object.entries(bundle).reverse());
  expect(openBundle(JSON.stringify(turned, null, 7), keyId, isSealed).ok).toBe(true);
});

test('changing any single value of it is found', () => {
  const bundle = bundleOf(report);
  const places = leaves(bundle);
  expect(places.length).toBeGreaterThan(60);
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
      (path, other) => {
        const copy = structuredClone(bundle) as never;
        const last = path.at(-1) as string;
        const holder = path.slice(0, -1).reduce((at, key) => (at as never)[key], copy) as unknown as Record<
          string,
          unknown
        >;
        fc.pre(JSON.stringify(holder[last]) !== JSON.stringify(other));
        holder[last] = other;
        expect(open(copy).ok).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
});

test('a report signed anew with a key of one’s own is foreign', () => {
  expect(open(bundleOf(report), '0123456789abcdef')).toEqual({
    ok: false,
    refusal: { code: 'report.key-foreign', keyId },
  });
  expect(openBundle('no JSON', null, isSealed)).toMatchObject({ refusal: { code: 'report.unreadable' } });
});
