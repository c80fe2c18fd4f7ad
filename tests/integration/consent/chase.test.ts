import { beforeAll, describe, expect, it, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submitOne } from '#tests/factories/applying.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { command } from '~/cli/commands/withdrawals.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { acknowledgeWithdrawal } from '~/server/consent/acknowledge-withdrawal.ts';
import { chaseWithdrawals } from '~/server/consent/chase-withdrawals.ts';
import { endRetention } from '~/server/consent/end-retention.ts';
import { type GrantInput, grantConsent } from '~/server/consent/grant-consent.ts';
import { listOpenPurges } from '~/server/consent/list-open-purges.ts';
import { listWithdrawals } from '~/server/consent/list-withdrawals.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { showConsent } from '~/server/consent/show-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';

const urls = freshDatabase();
const today = clock.today();
let parties: Parties;
beforeAll(async () => {
  parties = await createParties();
});

const grant = async (retentionDays = 30, days = 30, more: Partial<GrantInput> = {}) =>
  insist(
    await grantConsent(parties.owner, {
      recipient: { kind: 'institution', institutionId: parties.bankA.id, productId: null },
      ...{
        purpose: 'pre-loan',
        items: ['tax.payment'],
        detail: 'detail',
        mode: 'view',
        fetchType: 'one-time',
      },
      ...{ dataFrom: null, dataTo: null, readsPerDay: 5, returnDirection: false, retentionDays },
      validTo: startOf(addDays(today, days)),
      ...more,
    }),
  );
const read = (items: readonly string[] = ['tax.payment'], applicationId?: string) =>
  readUnderConsent(
    parties.bankA.officer,
    {
      enterpriseId: parties.enterpriseId,
      purpose: 'pre-loan',
      items,
      ...(applicationId && { applicationId }),
    },
    async () => null,
  );
const asPlatform = system('test');
const inboxOf = (kind: string, actor = parties.bankA.officer) =>
  withActor(actor, (tx) => tx.notification.count({ where: { kind } }));

describe('a recipient that does not acknowledge', () => {
  it('is reminded near the day and reported after it, once each; the firm is told', async () => {
    const id = await grant();
    insist(await withdrawConsent(parties.owner, id));
    const chaseOn = (ahead: number) =>
      withActor(asPlatform, (tx) => chaseWithdrawals(tx, addDays(today, ahead)));
    expect(await chaseOn(11)).toEqual({ reminded: 0, escalated: 0 });
    expect(await chaseOn(12)).toEqual({ reminded: 1, escalated: 0 });
    expect(await chaseOn(15)).toEqual({ reminded: 0, escalated: 0 });
    expect(await chaseOn(16)).toEqual({ reminded: 0, escalated: 1 });
    expect(await chaseOn(17)).toEqual({ reminded: 0, escalated: 0 });
    expect([await inboxOf('consent.purge-reminded'), await inboxOf('consent.purge-escalated')]).toEqual([
      1, 1,
    ]);
    expect(await inboxOf('consent.purge-overdue', parties.owner)).toBe(1);
    const { tasks } = await listOpenPurges(asPlatform);
    expect(tasks.find((task) => task.consentId === id)).toMatchObject({ levels: ['reminded', 'escalated'] });
  });

  it('has nothing more to hear once it deleted', async () => {
    const id = await grant();
    insist(await withdrawConsent(parties.owner, id));
    for (const step of ['stopped', 'purged'] as const)
      insist(await acknowledgeWithdrawal(parties.bankA.officer, { consentId: id, step }));
    const { tasks } = await listOpenPurges(asPlatform);
    expect(tasks.map((task) => task.consentId)).not.toContain(id);
  });

  it('cannot be chased by anybody but the platform', async () => {
    const row = { enterpriseId: parties.enterpriseId, consentId: parties.bankA.id, level: 'escalated' };
    await expect(
      withActor(parties.bankA.officer, (tx) =>
        tx.consentEscalation.create({
          data: { ...row, institutionId: parties.bankA.id, at: new Date(), dueOn: new Date() },
        }),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});

describe('when the agreed retention is over', () => {
  it('the recipient gets the same task, once, and only if it had read anything', async () => {
    parties = await createParties();
    const id = await grant(2, 1);
    const endOn = (ahead: number) => withActor(asPlatform, (tx) => endRetention(tx, addDays(today, ahead)));
    expect(await endOn(40)).toBe(0);
    insist(await read());
    expect([await endOn(2), await endOn(3), await endOn(3)]).toEqual([0, 1, 0]);
    const { tasks } = await listWithdrawals(parties.bankA.officer);
    expect(tasks).toMatchObject([{ consentId: id, withdrawnAt: null, next: 'stopped' }]);
    insist(await acknowledgeWithdrawal(parties.bankA.officer, { consentId: id, step: 'stopped' }));
  });
});

describe('a consent signed anew', () => {
  const both = { items: ['tax.payment', 'utility.power-usage'] };
  const endOn = (ahead: number) => withActor(asPlatform, (tx) => endRetention(tx, addDays(today, ahead)));

  it('that leaves out an item has the recipient delete that one, if it had read anything', async () => {
    parties = await createParties();
    await grant(30, 30, both);
    const unread = await grant();
    expect((await listWithdrawals(parties.bankA.officer)).tasks).toEqual([]);
    const wide = await grant(30, 30, both);
    insist(await read(both.items));
    await grant();
    const { tasks } = await listWithdrawals(parties.bankA.officer);
    expect(tasks).toMatchObject([
      {
        consentId: wide,
        next: 'stopped',
        dropped: [{ code: 'utility.power-usage', name: expect.anything() }],
      },
    ]);
    expect(tasks[0]?.consentId).not.toBe(unread);
    expect(await inboxOf('consent.narrowed')).toBe(1);
  });

  it('lets the recipient keep what it covers until its own retention is over, also where nothing was read under it', async () => {
    parties = await createParties();
    await grant(2, 1);
    insist(await read());
    const second = await grant(2, 10, both);
    expect((await listWithdrawals(parties.bankA.officer)).tasks).toEqual([]);
    expect([await endOn(5), await endOn(12), await endOn(12)]).toEqual([0, 1, 0]);
    expect((await listWithdrawals(parties.bankA.officer)).tasks).toMatchObject([
      { consentId: second, withdrawnAt: null, dropped: null },
    ]);
  });
});

test('retention runs from the day on which the purpose of a one-time consent was reached', async () => {
  const applicants = await createApplicants();
  parties = applicants;
  const id = await submitOne(applicants);
  const { consentId } = await withActor(parties.owner, (tx) =>
    tx.application.findFirstOrThrow({ where: { id } }),
  );
  insist(await read(['tax.payment'], id));
  const closed = { state: 'declined', closedAt: startOf(today) };
  const tasksOn = async (ahead: number) => {
    await withActor(asPlatform, (tx) => endRetention(tx, addDays(today, ahead)));
    return (await listWithdrawals(parties.bankA.officer)).tasks;
  };
  expect(await tasksOn(91)).toEqual([]);
  await withActor(asPlatform, (tx) => tx.application.updateMany({ where: { id }, data: closed }));
  expect(await tasksOn(89)).toEqual([]);
  expect(await tasksOn(90)).toMatchObject([{ consentId, withdrawnAt: null }]);
  expect(await tasksOn(91)).toHaveLength(1);
  insist(await withdrawConsent(parties.owner, consentId as ConsentId));
  expect(await tasksOn(91)).toHaveLength(1);
});

describe('a renewal', () => {
  it('is a new artefact that names the old one in its signed text, also after that one expired', async () => {
    const first = await grant(30, 2);
    const second = await onDay(addDays(today, 5), () => grant(30, 20));
    const { renews } = JSON.parse(
      (await withActor(parties.owner, (tx) => tx.consent.findFirstOrThrow({ where: { id: second } }))).body,
    ) as { renews: { id: string; hash: string } };
    const old = insist(await showConsent(parties.owner, first));
    expect(renews).toEqual({ id: first, hash: old.seal.hash });
    expect(old.consent.revokedAt).toBeNull();
    insist(await onDay(addDays(today, 5), () => withdrawConsent(parties.owner, second)));
    const third = await onDay(addDays(today, 6), () => grant(30, 20));
    const row = await withActor(parties.owner, (tx) => tx.consent.findFirstOrThrow({ where: { id: third } }));
    expect(row.renews).toBe(first);
  });
});

describe('by the command line', () => {
  const rest = { urls, locale: 'en' as const, clock, place: { driver: '', where: '' } };
  const progress = () => ({ tick: () => undefined, total: () => undefined, done: () => undefined });
  const run = (argument: string, options: { login: string; consent?: string; step?: 'stopped' | 'purged' }) =>
    command.run({
      ...{ ...rest, progress, argument },
      options: { consent: undefined, step: undefined, ...options },
    });
  const loginOf = (id: string) =>
    withClient(urls.ownerUrl, async (client) => {
      const { rows } = await client.query<{ login: string }>('select login from user_account where id = $1', [
        id,
      ]);
      return rows[0]?.login ?? '';
    });

  it('an officer lists and confirms; a stranger to the consent cannot', async () => {
    parties = await createParties();
    const id = await grant();
    insist(await withdrawConsent(parties.owner, id));
    const login = await loginOf(parties.bankA.officer.userId);
    expect((await run('list', { login })).lines.join('\n')).toContain(id);
    expect(await run('acknowledge', { login, consent: id, step: 'stopped' })).toMatchObject({ ok: true });
    const other = await loginOf(parties.bankB.officer.userId);
    expect(await run('acknowledge', { login: other, consent: id, step: 'purged' })).toMatchObject({
      ok: false,
    });
    const owner = await loginOf(parties.owner.userId);
    expect(await run('list', { login: owner })).toMatchObject({
      json: { error: 'consent.officer-not-found' },
    });
    await expect(run('acknowledge', { login })).rejects.toThrow(/--consent/);
  });
});
