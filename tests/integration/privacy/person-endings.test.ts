import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { idNumberOf } from '#tests/factories/id-number.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, addMonths, daysBetween, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { checkReceipt } from '~/server/consent/check-receipt.ts';
import { endRetention } from '~/server/consent/end-retention.ts';
import { listWithdrawals } from '~/server/consent/list-withdrawals.ts';
import { remindExpiry } from '~/server/consent/remind-expiry.ts';
import { verifyReceipt } from '~/server/consent/verify-receipt.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { askPerson } from '~/server/privacy/ask-person.ts';
import { erasePerson } from '~/server/privacy/erase-person.ts';
import { makePersonReceipt } from '~/server/privacy/make-person-receipt.ts';
import { namePerson } from '~/server/privacy/name-person.ts';
import { signPersonConsent } from '~/server/privacy/sign-person-consent.ts';
import { withdrawPersonConsent } from '~/server/privacy/withdraw-person-consent.ts';

const urls = freshDatabase({ template: referenceTemplate });
const platform = system('test');
const today = clock.today();
const item = 'provident.person-account';
let parties: Parties;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-endings-'));
  parties = await createParties();
});

async function signed(no: number, relation: 'owner' | 'legal-representative') {
  const { owner, bankA } = parties;
  const wish = { name: `测试人${no}`, relation, sharePpm: relation === 'owner' ? 300_000 : null } as const;
  const named = insist(await namePerson(owner, { ...wish, purpose: 'pre-loan', institutionId: bankA.id }));
  const form = { name: wish.name, idNumber: idNumberOf(no), items: [item], validMonths: 6 };
  insist(await signPersonConsent(named.token, form));
  return named;
}
const tasks = async () => (await listWithdrawals(parties.bankA.officer)).tasks;

describe('a person’s consent ends like a firm’s', () => {
  const ask = (personId: string) =>
    askPerson(parties.bankA.officer, {
      ...{ enterpriseId: parties.enterpriseId, personId: personId as never, item },
      question: { kind: 'any' },
    });
  const endOn = (ahead: number) => withActor(platform, (tx) => endRetention(tx, addDays(today, ahead)));
  const mine = async (personId: string) => (await tasks()).filter((task) => task.personId === personId);
  const inbox = (kind: string, actor: Person) =>
    withActor(actor, (tx) => tx.notification.count({ where: { kind } }));

  test('the firm is reminded before it expires; then the recipient deletes what it was answered, once', async () => {
    const asked = await signed(11, 'owner');
    const unasked = await signed(12, 'owner');
    insist(await ask(asked.id));
    const remind = (ahead: number) => withActor(platform, (tx) => remindExpiry(tx, addDays(today, ahead)));
    const lasts = daysBetween(today, addMonths(today, 6));
    const before = await inbox('privacy.person-expiring', parties.owner);
    expect(await remind(lasts - 16)).toBe(0);
    const told = await remind(lasts - 5);
    expect(told).toBeGreaterThanOrEqual(2);
    expect(await inbox('privacy.person-expiring', parties.owner)).toBe(before + told);
    expect(await remind(lasts - 5)).toBe(0);
    expect(await endOn(lasts - 1)).toBe(0);
    expect(await endOn(lasts)).toBeGreaterThan(0);
    expect(await mine(asked.id)).toMatchObject([{ withdrawnAt: null, next: 'stopped' }]);
    expect(await mine(unasked.id)).toEqual([]);
    expect(await endOn(lasts + 1)).toBe(0);
  });

  test('signed anew for less, the recipient deletes what it was answered about the items left out', async () => {
    const named = await signed(13, 'owner');
    insist(await ask(named.id));
    const form = { name: '测试人13', idNumber: idNumberOf(13), validMonths: 6 };
    insist(await signPersonConsent(named.token, { ...form, items: [item] }));
    expect(await mine(named.id)).toEqual([]);
    insist(await signPersonConsent(named.token, { ...form, items: ['medical.person-coverage'] }));
    expect(await mine(named.id)).toMatchObject([{ next: 'stopped', dropped: [{ code: item }] }]);
  });

  test('the person keeps a receipt that is checked alone with the file, also after the withdrawal', async () => {
    const named = await signed(14, 'owner');
    const receipt = async () => JSON.stringify(insist(await makePersonReceipt(named.token)));
    const text = await receipt();
    expect(insist(checkReceipt(text))).toMatchObject({ isPersonal: true, items: 1, withdrawnAt: null });
    expect(text).not.toContain('测试人14');
    expect(text).not.toContain(idNumberOf(14));
    expect(checkReceipt(text.replace(item, 'tax.payment'))).toMatchObject({
      refusal: { code: 'consent.receipt-altered' },
    });
    expect(await verifyReceipt(text)).toMatchObject({ refusal: { code: 'consent.receipt-personal' } });
    insist(await withdrawPersonConsent(named.token, idNumberOf(14)));
    expect(insist(checkReceipt(await receipt())).withdrawnAt).toEqual(expect.any(String));
    expect(await makePersonReceipt('y'.repeat(43))).toMatchObject({
      refusal: { code: 'privacy.link-not-found' },
    });
  });

  test('an end that the recipient was told of is not told again by what comes after', async () => {
    const again = await signed(15, 'owner');
    const erased = await signed(16, 'owner');
    for (const { id } of [again, erased]) insist(await ask(id));
    const lasts = daysBetween(today, addMonths(today, 6));
    await endOn(lasts);
    await withClient(urls.ownerUrl, (client) =>
      client.query('update person set token_expires_at = $1', [startOf(addDays(today, lasts + 9))]),
    );
    await onDay(addDays(today, lasts + 1), async () => {
      const form = { name: '测试人15', idNumber: idNumberOf(15), validMonths: 1 };
      insist(await signPersonConsent(again.token, { ...form, items: ['medical.person-coverage'] }));
      insist(await erasePerson(erased.token, idNumberOf(16)));
    });
    expect(await mine(again.id)).toMatchObject([{ withdrawnAt: null, dropped: null }]);
    expect(await mine(erased.id)).toHaveLength(1);
    expect(await endOn(lasts + 60)).toBe(0);
  });
});
