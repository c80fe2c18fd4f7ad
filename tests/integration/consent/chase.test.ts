import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { command } from '~/cli/commands/withdrawals.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { acknowledgeWithdrawal } from '~/server/consent/acknowledge-withdrawal.ts';
import { chaseWithdrawals } from '~/server/consent/chase-withdrawals.ts';
import { endRetention } from '~/server/consent/end-retention.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
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

const grant = async (retentionDays = 30, days = 30) =>
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
    }),
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
    insist(
      await readUnderConsent(
        parties.bankA.officer,
        { enterpriseId: parties.enterpriseId, purpose: 'pre-loan', items: ['tax.payment'] },
        async () => null,
      ),
    );
    expect([await endOn(2), await endOn(3), await endOn(3)]).toEqual([0, 1, 0]);
    const { tasks } = await listWithdrawals(parties.bankA.officer);
    expect(tasks).toMatchObject([{ consentId: id, withdrawnAt: null, next: 'stopped' }]);
    insist(await acknowledgeWithdrawal(parties.bankA.officer, { consentId: id, step: 'stopped' }));
  });
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
