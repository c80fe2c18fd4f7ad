import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bankMessageText } from '~/domain/application/bank-message.ts';
import { day } from '~/domain/kernel/day.ts';
import { canonicalJson } from '~/domain/kernel/hash.ts';
import { fen } from '~/domain/kernel/money.ts';
import { fingerprintOf } from '~/server/institution/client-key.ts';
import { command } from './message.ts';

const application = '5f0c6d0e-1c1c-4c43-9f53-0d5d2a5e7a11';
const on = day('2026-11-02');
const at = '2026-11-02T02:00:00.000Z';
const [platform, bank, forger] = [0, 1, 2].map(() => generateKeyPairSync('ed25519')) as [Pair, Pair, Pair];
type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

const pem = ({ publicKey }: Pair) => publicKey.export({ type: 'spki', format: 'pem' }).toString();
const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-messages-'));
const fileOf = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

const beside = { step: 'picked-up', state: 'in-review', at, officer: '陈经理' };
const record = canonicalJson({ application, step: 'picked-up', to: 'in-review', at, by: '陈经理' });
const own = bankMessageText({
  ...{ applicationId: application, clientId: application, state: 'in-review', amount: fen(1n) },
  ...{ day: on, key: 'pick-0001', bodyHash: '' },
});
const filed = (by: 'bank' | 'platform', keys: Pair, text: string, changed: object = {}) => {
  const signature = sign(null, Buffer.from(text), keys.privateKey).toString('base64');
  return { ...beside, by, text, signature, publicKey: pem(keys), key: fingerprintOf(pem(keys)), ...changed };
};

/** The verdicts on a file, the answer of the command and its lines. */
async function verify(messages: readonly object[], keys: { key?: Pair[]; 'platform-key'?: Pair[] }) {
  const body = { format: 'xinqiao-messages/1', application, howToVerify: [], messages };
  const options = Object.fromEntries(
    Object.entries(keys).map(([name, pairs]) => [name, fileOf(name, pairs.map(pem).join(''))]),
  );
  const file = fileOf('messages.json', JSON.stringify(body));
  const asked = { argument: 'verify', options: { file, ...options }, locale: 'en' };
  const { ok, json, lines } = await command.run(asked as never);
  const read = json as { readonly messages: readonly { readonly verdict: string }[] };
  return { ok, verdicts: read.messages.map(({ verdict }) => verdict), lines };
}

const trusted = { key: [bank], 'platform-key': [platform] };
const real = [filed('bank', bank, own), filed('platform', platform, record)];

test('a real file holds by the keys of its bank and the platform, also among others of the bank', async () => {
  expect(await verify(real, trusted)).toMatchObject({ ok: true, verdicts: ['good', 'good'] });
  expect(await verify(real, { ...trusted, key: [forger, bank] })).toMatchObject({ ok: true });
});

test('a file that somebody else signed throughout is not good, and without keys it is not checked', async () => {
  const forged = [filed('bank', forger, own), filed('platform', forger, record)];
  expect(await verify(forged, trusted)).toMatchObject({ ok: false, verdicts: ['foreign', 'foreign'] });
  const { lines, ...some } = await verify(forged, { 'platform-key': [platform] });
  expect(some).toEqual({ ok: false, verdicts: ['unchecked', 'foreign'] });
  expect(lines.join('\n')).toContain('NOT CHECKED');
  const mixed = [filed('bank', bank, own), filed('platform', bank, record)];
  expect(await verify(mixed, trusted)).toMatchObject({ ok: false, verdicts: ['good', 'foreign'] });
});

test.each([
  ['at', { at: '2026-11-05T02:00:00.000Z' }],
  ['step', { step: 'contracted' }],
  ['state', { state: 'approved' }],
])(
  'what the file says of %s beside a signed text has to agree with it, and is not printed',
  async (_, change) => {
    const changed = [filed('bank', bank, own, change), filed('platform', platform, record, change)];
    const { ok, verdicts, lines } = await verify(changed, trusted);
    expect([ok, ...verdicts]).toEqual([false, 'bad', 'bad']);
    expect(lines.join('\n')).not.toMatch(/Nov|In review|Approved/);
  },
);

test('the officer who stands beside a record of the platform is the one whom it names', async () => {
  const change = { officer: '王经理' };
  const changed = [filed('bank', bank, own), filed('platform', platform, record, change)];
  expect(await verify(changed, trusted)).toMatchObject({ ok: false, verdicts: ['good', 'bad'] });
});
