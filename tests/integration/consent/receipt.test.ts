import { spawnSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { command } from '~/cli/commands/receipt.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { chainStart } from '~/domain/consent/receipt.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { insist } from '~/domain/kernel/result.ts';
import { clock } from '~/server/clock.ts';
import { acknowledgeWithdrawal } from '~/server/consent/acknowledge-withdrawal.ts';
import { checkReceipt } from '~/server/consent/check-receipt.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { listWithdrawals } from '~/server/consent/list-withdrawals.ts';
import { makeReceipt } from '~/server/consent/make-receipt.ts';
import { pauseConsent } from '~/server/consent/pause-consent.ts';
import { receiptMost } from '~/server/consent/receipt-file.ts';
import { showSealed } from '~/server/consent/show-sealed.ts';
import { verifyReceipt } from '~/server/consent/verify-receipt.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { signText } from '~/server/platform/signing.ts';

const urls = freshDatabase();
let parties: Parties;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  parties = await createParties();
});

const grant = async (productId: string | null = null) =>
  insist(
    await grantConsent(parties.owner, {
      recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: productId as never },
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
      returnDirection: false,
    }),
  );
const receiptOf = async (id: Awaited<ReturnType<typeof grant>>) =>
  insist(await makeReceipt(parties.owner, id));
type Step = { readonly body: string; readonly signature: string };
const codeOf = async (receipt: object) => {
  const verified = await verifyReceipt(JSON.stringify(receipt));
  return verified.ok ? 'valid' : verified.refusal.code;
};

describe('a receipt', () => {
  it('proves the consent without the platform: hash chain and Ed25519 by the key it carries', async () => {
    const receipt = await receiptOf(await grant());
    expect(receipt.previousHash).toBe(chainStart);
    expect(sha256(`${receipt.previousHash}\n${receipt.body}`)).toBe(receipt.hash);
    const signature = Buffer.from(receipt.signature, 'base64');
    expect(verify(null, Buffer.from(receipt.hash), createPublicKey(receipt.publicKey), signature)).toBe(true);
    const next = await receiptOf(await grant(parties.bankA.product));
    expect(next.previousHash).toBe(receipt.hash);
  });

  it('verifies on the public page until a character of it changes', async () => {
    const receipt = await receiptOf(await grant());
    expect(await codeOf(receipt)).toBe('valid');
    const more = receipt.body.replace('"readsPerDay":3', '"readsPerDay":300');
    expect(more).not.toBe(receipt.body);
    expect(await codeOf({ ...receipt, body: more })).toBe('consent.receipt-altered');
    const rehashed = { ...receipt, body: more, hash: sha256(`${receipt.previousHash}\n${more}`) };
    expect(await codeOf(rehashed)).toBe('consent.receipt-foreign');
    expect(await codeOf({ receipt })).toBe('consent.receipt-unreadable');
    expect((await verifyReceipt('not json')).ok).toBe(false);
  });

  it('carries every pause and its end, signed; none can be altered, turned round or left out of the middle', async () => {
    const id = await grant();
    for (const kind of ['paused', 'resumed', 'paused'] as const)
      insist(await pauseConsent(parties.owner, id, kind));
    const receipt = await receiptOf(id);
    const [first, second, third] = receipt.pauses as [Step, Step, Step];
    expect(await codeOf(receipt)).toBe('valid');
    expect(insist(checkReceipt(JSON.stringify(receipt))).pausedAt).toBe(JSON.parse(third.body).at);
    expect(insist(checkReceipt(JSON.stringify({ ...receipt, pauses: [first, second] }))).pausedAt).toBeNull();
    const altered = { ...third, body: third.body.replace('paused', 'resumed') };
    for (const pauses of [[first, third], [second, first], [second], [first, second, altered]])
      expect(await codeOf({ ...receipt, pauses })).toBe('consent.receipt-altered');
    const other = await receiptOf(await grant(parties.bankA.product));
    expect(await codeOf({ ...other, pauses: [first] })).toBe('consent.receipt-altered');
    const sealed = await showSealed({ hash: receipt.hash, signature: receipt.signature });
    expect(sealed).toMatchObject({ status: 'paused', pausedAt: JSON.parse(third.body).at });
  });

  it('is read whole however often it was paused', async () => {
    const id = await grant();
    const receipt = await receiptOf(id);
    const begun = Date.parse('2026-01-01T00:00:00Z');
    const pauses = Array.from({ length: 1_201 }, (_, i) => {
      const at = new Date(begun + i * 1_000).toISOString();
      const body = JSON.stringify({ hash: receipt.hash, kind: i % 2 === 0 ? 'paused' : 'resumed', at });
      return { body, signature: signText(body).signature };
    });
    const text = JSON.stringify({ ...receipt, pauses });
    expect(insist(checkReceipt(text)).pausedAt).toBe('2026-01-01T00:20:00.000Z');
    expect(text.length).toBeLessThan(receiptMost);
    const cut = { ...receipt, pauses: pauses.filter((_, i) => i !== 1_100) };
    expect(checkReceipt(JSON.stringify(cut))).toMatchObject({ refusal: { code: 'consent.receipt-altered' } });
  });

  it('carries the withdrawal, signed, and shows the consent as withdrawn', async () => {
    const id = await grant();
    insist(await withdrawConsent(parties.owner, id));
    const receipt = await receiptOf(id);
    expect(await codeOf(receipt)).toBe('valid');
    expect(
      await codeOf({ ...receipt, withdrawal: { ...receipt.withdrawal, signature: receipt.signature } }),
    ).toBe('consent.receipt-altered');
    expect((await showSealed(receipt))?.status).toBe('withdrawn');
    expect(await showSealed({ hash: receipt.hash, signature: 'x' })).toBeNull();
  });

  it('of another firm does not exist', async () => {
    const id = await grant();
    const stranger = { ...parties.owner, enterpriseId: parties.bankB.id as never };
    expect(await makeReceipt(stranger, id)).toMatchObject({ refusal: { code: 'consent.not-found' } });
  });
});

describe('a withdrawal', () => {
  it('is acknowledged in order by the recipient alone: told, stopped, deleted', async () => {
    const id = await grant();
    insist(await withdrawConsent(parties.owner, id));
    const answer = (actor: typeof parties.owner, step: 'stopped' | 'purged') =>
      acknowledgeWithdrawal(actor, { consentId: id, step });
    expect(await answer(parties.bankB.officer, 'stopped')).toMatchObject({
      refusal: { code: 'consent.not-found' },
    });
    expect(await answer(parties.bankA.officer, 'purged')).toMatchObject({
      refusal: { code: 'consent.step-order' },
    });
    insist(await answer(parties.bankA.officer, 'stopped'));
    insist(await answer(parties.bankA.officer, 'purged'));
    expect(await answer(parties.bankA.officer, 'purged')).toMatchObject({
      refusal: { code: 'consent.step-done' },
    });
    const { tasks } = await listWithdrawals(parties.bankA.officer);
    expect(tasks.find((task) => task.consentId === id)).toMatchObject({
      steps: ['notified', 'stopped', 'purged'],
      next: null,
    });
    const told = await withActor(parties.owner, (tx) =>
      tx.notification.count({ where: { kind: 'consent.acknowledged' } }),
    );
    expect(told).toBe(2);
  });

  it('happens once and only by the firm itself', async () => {
    const id = await grant();
    const stranger = { ...parties.owner, enterpriseId: parties.bankB.id as never };
    expect(await withdrawConsent(stranger, id)).toMatchObject({ refusal: { code: 'consent.not-found' } });
    insist(await withdrawConsent(parties.owner, id));
    expect(await withdrawConsent(parties.owner, id)).toMatchObject({
      refusal: { code: 'consent.already-withdrawn' },
    });
  });
});

describe('offline', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'xinqiao-receipt-')), 'consent.json');
  const run = (receipt: object, options: { key?: string } = {}) => {
    writeFileSync(file, JSON.stringify(receipt));
    const rest = { argument: 'verify', urls, locale: 'en' as const, clock, progress: () => never };
    const chosen = { file, key: options.key, 'sm2-key': undefined };
    return command.run({ ...rest, place: { driver: '', where: '' }, options: chosen });
  };
  const never = { tick: () => undefined, total: () => undefined, done: () => undefined };

  it('`receipt verify` says what a receipt says, and whose key signed it', async () => {
    const receipt = await receiptOf(await grant());
    const own = await run(receipt);
    expect(own).toMatchObject({ ok: true, json: { trust: 'own-key', withdrawnAt: null, items: 1 } });
    expect(own.lines.join(' ')).toContain(receipt.keyId);
    const pem = path.join(path.dirname(file), 'key.pem');
    writeFileSync(pem, receipt.publicKey);
    expect(await run(receipt, { key: pem })).toMatchObject({ ok: true, json: { trust: 'pinned' } });
    writeFileSync(pem, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
    expect(await run(receipt, { key: pem })).toMatchObject({ json: { error: 'consent.receipt-foreign' } });
  });

  it('every single part that is changed is found', async () => {
    const receipt = await receiptOf(await grant());
    expect(receipt.sm2).toBeTruthy();
    const sm2 = receipt.sm2 as NonNullable<typeof receipt.sm2>;
    const changed = [
      { ...receipt, previousHash: 'f'.repeat(64) },
      { ...receipt, body: receipt.body.replace('"view"', '"store"') },
      { ...receipt, signature: sm2.signature },
      { ...receipt, sm2: { ...sm2, sm3: receipt.hash } },
      { ...receipt, sm2: { ...sm2, signature: receipt.signature } },
      { ...receipt, withdrawal: { body: '{}', signature: receipt.signature } },
    ];
    for (const each of changed) expect((await run(each)).ok).toBe(false);
    expect(await run({ ...receipt, sm2: undefined })).toMatchObject({ ok: true, json: { sm2: 'absent' } });
  });

  it('both seals verify with the openssl command alone, and with neither once a character changes', async () => {
    const receipt = await receiptOf(await grant());
    const { sm2 } = receipt;
    if (!sm2) throw new Error('no second seal');
    const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-openssl-'));
    const put = (name: string, content: string | Buffer) => writeFileSync(path.join(folder, name), content);
    const openssl = (words: string) => {
      const { stdout, status } = spawnSync('openssl', words.split(' '), { cwd: folder, encoding: 'utf8' });
      return { said: stdout.trim(), status };
    };
    const check = (body: string) => {
      put('sealed', `${receipt.previousHash}\n${body}`);
      const digest = (name: string) => openssl(`dgst -${name} -r sealed`).said.split(' ')[0] ?? '';
      put('hash', digest('sha256'));
      put('sm3', digest('sm3'));
      return {
        ed25519: openssl('pkeyutl -verify -pubin -inkey ed25519.pem -rawin -in hash -sigfile ed25519.sig')
          .status,
        sm2: openssl('dgst -sm3 -verify sm2.pem -signature sm2.sig sm3').said,
      };
    };
    put('ed25519.pem', receipt.publicKey);
    put('ed25519.sig', Buffer.from(receipt.signature, 'base64'));
    put('sm2.pem', sm2.publicKey);
    put('sm2.sig', Buffer.from(sm2.signature, 'base64'));
    expect(check(receipt.body)).toEqual({ ed25519: 0, sm2: 'Verified OK' });
    const more = check(receipt.body.replace('"readsPerDay":3', '"readsPerDay":4'));
    expect(more.ed25519).not.toBe(0);
    expect(more.sm2).not.toContain('OK');
  });
});
