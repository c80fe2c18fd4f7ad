import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submitOne } from '#tests/factories/applying.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { addDays, type Day, day } from '~/domain/kernel/day.ts';
import type { ApplicationId, EnterpriseId } from '~/domain/kernel/id.ts';
import { wan, yuan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { answerByAccount, answerByLink } from '~/server/application/answer-trade.ts';
import { askBuyer, type TradeWish } from '~/server/application/ask-buyer.ts';
import { changeTrade } from '~/server/application/change-trade.ts';
import { showFile } from '~/server/application/show-file.ts';
import { listTrade, showTrade, showTradeDoor } from '~/server/application/show-trade.ts';
import { tellLateBuyers } from '~/server/application/tell-late-buyers.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

const urls = freshDatabase({ template: referenceTemplate });
let parties: Awaited<ReturnType<typeof createApplicants>>;
let buyer: Actor;
let application: ApplicationId;
const buyerCode = '91640100MA76N0XK5T';

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  parties = await createApplicants();
  const id = randomUUID() as EnterpriseId;
  await withActor(system('test'), (tx) =>
    tx.enterprise.create({
      data: { id, source: 'registered', kind: 'company', name: '大买方', uscc: buyerCode },
    }),
  );
  buyer = await makePerson('owner', { enterpriseId: id });
  application = await submitOne(parties);
});

const wish = (more: Partial<TradeWish> = {}): TradeWish => ({
  kind: 'order',
  buyerName: '某百货',
  reference: `DD-${randomUUID().slice(0, 8)}`,
  amount: wan(10),
  dueOn: addDays(clock.today(), 60),
  ...more,
});
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code;
const confirm = (amount = wan(10)) => ({ answer: 'confirm', amount, name: '王会计' }) as const;
const seenBy = async (bank: { officer: Actor }) => {
  const file = await showFile(bank.officer, application, 'documents');
  return file.ok && file.value.access?.granted ? file.value.access.trades : null;
};

describe('an order that a buyer confirms', () => {
  it('by a link: once, at most what was asked, and marked as not verified', async () => {
    const { id, token } = insist(await askBuyer(parties.owner, wish()));
    const link = token ?? '';
    expect(insist(await showTradeDoor(link))).toMatchObject({ state: 'asked', amountFen: String(wan(10)) });
    expect(codeOf(await answerByLink(link, confirm(wan(11))))).toBe('trade.confirms-too-much');
    insist(await answerByLink(link, confirm(wan(6))));
    expect(codeOf(await answerByLink(link, confirm()))).toBe('trade.answered-already');
    expect(codeOf(await answerByLink('y'.repeat(43), confirm()))).toBe('trade.not-found');
    const { claim } = insist(await showTrade(parties.owner, id));
    expect(claim).toMatchObject({
      confirmedFen: String(wan(6)),
      mostFen: String(yuan(48_000)),
      answeredBy: 'link',
    });
    const kept = await withActor(system('test'), (tx) => tx.tradeClaim.findFirstOrThrow({ where: { id } }));
    expect(kept.tokenHash).not.toContain(link);
    expect(kept.signature).toBeTruthy();
  });

  it('by the account of a buyer that has one, and by nobody else', async () => {
    const { id, token } = insist(await askBuyer(parties.owner, wish({ buyerCode })));
    expect(token).toBeNull();
    expect((await listTrade(buyer)).asked.map((claim) => claim.id)).toEqual([id]);
    expect(codeOf(await answerByAccount(parties.owner, id, confirm()))).toBe('trade.not-found');
    insist(await answerByAccount(buyer, id, { answer: 'dispute', note: '货未到', name: '采购部' }));
    expect(insist(await showTrade(parties.owner, id)).claim).toMatchObject({
      ...{ state: 'disputed', answeredBy: 'account', note: '货未到', buyer: '大买方', mostFen: '0' },
    });
    expect(codeOf(await showTrade(buyer, id))).toBe('trade.not-found');
  });

  it('cannot be confirmed by the firm itself, not even in the database', async () => {
    const { id } = insist(await askBuyer(parties.owner, wish()));
    const forged = { state: 'confirmed', confirmedFen: wan(10), answeredBy: 'account', answeredName: 'x' };
    await expect(
      withActor(parties.owner, (tx) => tx.tradeClaim.updateMany({ where: { id }, data: forged })),
    ).rejects.toThrow(/row-level security/);
    insist(await changeTrade(parties.owner, id, { kind: 'withdraw' }));
    await expect(
      withClient(urls.batchUrl, (client) =>
        client.query(`update trade_claim set state = 'asked' where id = $1`, [id]),
      ),
    ).rejects.toThrow(/answered or taken back once/);
  });

  it('is shown to the bank of one application only, and to no other', async () => {
    const { id, token } = insist(await askBuyer(parties.owner, wish({ kind: 'receivable' })));
    insist(await answerByLink(token ?? '', confirm()));
    expect(await seenBy(parties.bankA)).toEqual([]);
    const share = { kind: 'share', applicationId: application } as const;
    expect(codeOf(await changeTrade(buyer, id, share))).toBe('trade.not-found');
    insist(await changeTrade(parties.owner, id, share));
    expect(await seenBy(parties.bankA)).toMatchObject([{ id, state: 'confirmed', mostFen: String(wan(10)) }]);
    const others = await withActor(parties.bankB.officer, async (tx) => [
      ...(await tx.tradeClaim.findMany()),
      ...(await tx.tradeClaimShare.findMany()),
    ]);
    expect(others).toEqual([]);
  });

  it.each<[string, () => Partial<TradeWish>, string]>([
    ['due before today', () => ({ dueOn: day('2020-01-01') }), 'trade.due-past'],
    ['with a code that is none', () => ({ buyerCode: '123' }), 'trade.code-unreadable'],
  ])('is not asked for when %s', async (_, more, code) => {
    expect(codeOf(await askBuyer(parties.owner, wish(more())))).toBe(code);
  });
});

it('a buyer that lets its days run out is told of once: to the firm, to itself and to the bank that was shown the claim', async () => {
  const asked = wish({ buyerCode });
  const { id } = insist(await askBuyer(parties.owner, asked));
  insist(await changeTrade(parties.owner, id, { kind: 'share', applicationId: application }));
  const late = () => withActor(system('test'), (tx) => tellLateBuyers(tx, system('test')));
  const kinds = ['application.buyer-late', 'application.buyer-reminded', 'application.claim-late'];
  const told = () =>
    withActor(system('test'), async (tx) => {
      const rows = await tx.notification.findMany({
        where: { kind: { in: kinds }, params: { path: ['reference'], equals: asked.reference } },
        orderBy: { kind: 'asc' },
      });
      return rows.map(({ kind, enterpriseId, institutionId }) => [kind, enterpriseId ?? institutionId]);
    });
  const until = (await listTrade(parties.owner)).own.find((claim) => claim.id === id)?.answerUntil as Day;
  await onDay(until, async () => {
    await late();
    expect(await told()).toEqual([]);
  });
  await onDay(addDays(until, 1), async () => {
    await late();
    expect(await told()).toEqual([
      [kinds[0], parties.enterpriseId],
      [kinds[1], (buyer as { enterpriseId: string }).enterpriseId],
      [kinds[2], parties.bankA.id],
    ]);
    expect(await late()).toBe(0);
    expect(codeOf(await answerByAccount(buyer, id, confirm()))).toBe('ok');
  });
});
