import { beforeAll, describe, expect, it } from 'vitest';
import { productId } from '#prisma/seed/product-rows.ts';
import { freshDatabase } from '#tests/database.ts';
import { publicItems } from '#tests/factories/feature.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { deliver } from '#tests/factories/records.ts';
import { shelfTemplate } from '#tests/templates.ts';
import { latestEnd } from '~/domain/consent/draft-consent.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { NeedDraft } from '~/domain/need/need.ts';
import { system } from '~/server/access/actor.ts';
import { closeNeed } from '~/server/application/close-need.ts';
import { clock } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showMatch } from '~/server/match/show-match.ts';
import { draftNeed } from '~/server/need/draft-need.ts';
import { listNeeds } from '~/server/need/list-needs.ts';
import { writeNeed } from '~/server/need/write-need.ts';
import { scoreFirm } from '~/server/score/score-firm.ts';

freshDatabase({ template: shelfTemplate });

const platform = system('test');
let parties: Parties;
let needId: NeedId;

const draft: NeedDraft = {
  amountFen: wan(30),
  termMonths: 12,
  purpose: 'working-capital',
  collateral: [],
  method: 'equal-instalment',
  note: null,
};
const rescore = () =>
  withActor(platform, (tx) =>
    scoreFirm(tx, platform, { enterpriseId: parties.enterpriseId, cause: 'on-demand' }),
  );
const page = async () => insist(await showMatch(parties.owner, needId, 'offers'));
const rowOf = async (code: string) => {
  const { matches } = await page();
  return matches.find(({ product }) => product.id === productId(code));
};

/** A catering company of the province, five years old, known to the registers and with tax paid every month. */
beforeAll(async () => {
  parties = await createParties();
  const { enterpriseId: firm } = parties;
  await withActor(platform, async (tx) => {
    await tx.enterprise.update({
      where: { id: firm },
      data: {
        regionCode: '640106',
        industryCode: '6210',
        industryVersion: 'GB/T 4754-2017',
        establishedOn: new Date('2021-11-23'),
      },
    });
    await tx.enterpriseProfile.create({
      data: {
        enterpriseId: firm,
        employees: 8,
        revenueFen: wan(60),
        sizeClass: 'micro',
        updatedAt: clock.now(),
      },
    });
  });
  const at = startOf(addDays(clock.today(), -1));
  for (const item of publicItems) {
    const records =
      item === 'registration.profile' ? [{ firm, occurredOn: '2021-11-23', category: 'active' }] : [];
    await deliver({ item, at, records });
  }
  const months = Array.from({ length: 12 }, (_, i) => addDays(clock.today(), -30 * i - 5));
  const payments = months.map((occurredOn) => ({ firm, occurredOn, amount: 500_000n, category: 'vat' }));
  await deliver({ item: 'tax.payment', at, records: payments });
  await rescore();
});

describe.sequential('a firm with a need', () => {
  it('states it once; the same wish again names the open one', async () => {
    needId = insist(await writeNeed(parties.clerk, draft));
    expect(await writeNeed(parties.owner, draft)).toEqual({
      ok: false,
      refusal: { code: 'need.already-open', needId },
    });
    expect((await listNeeds(parties.owner)).needs.map((need) => need.id)).toEqual([needId]);
  });

  it('sees every offer with conditions and price, cheapest eligible first, subsidy taken off', async () => {
    const { matches, score, counts } = await page();
    expect(counts).toEqual({ offers: 24 + 2, examples: 50 }); // and the two products of the test's own banks
    expect(score).toMatchObject({ scope: 'public' });
    const passing = matches.filter((match) => match.verdict === 'pass');
    expect(passing.length).toBeGreaterThan(1);
    const costs = passing.flatMap(({ price }) => (price ? [BigInt(price.netFen)] : []));
    expect(costs).toEqual([...costs].sort((a, b) => (a < b ? -1 : 1)));
    expect(passing[0]?.price?.schemes).toEqual(['services-subsidy']);
    expect(BigInt(passing[0]?.price?.subsidyFen ?? 0)).toBeGreaterThan(0n);
  });

  it('leaves open what only a consent opens; granting it answers, withdrawing closes it again', async () => {
    const open = await rowOf('qiaotou-tax');
    expect(open?.verdict).toBe('fail'); // the product asks for the consent itself
    expect((await page()).openings[0]).toMatchObject({ step: { kind: 'consent' } });
    const consentId = insist(
      await grantConsent(parties.owner, {
        recipient: { kind: 'platform' },
        purpose: 'evaluation',
        items: ['tax.payment'],
        detail: 'detail',
        mode: 'view',
        fetchType: 'periodic',
        dataFrom: null,
        dataTo: null,
        validTo: latestEnd(clock.now()),
        readsPerDay: 100,
        retentionDays: 90,
        returnDirection: false,
      }),
    );
    await rescore();
    expect((await page()).score).toMatchObject({ scope: 'full' });
    expect((await rowOf('qiaotou-tax'))?.verdict).toBe('pass');
    insist(await withdrawConsent(parties.owner, consentId));
    expect((await rowOf('qiaotou-tax'))?.verdict).toBe('fail');
    expect((await page()).score).toMatchObject({ scope: 'public' });
  });

  it('a condition says which consent, figure or bank would answer it', async () => {
    const row = await rowOf('yunling-first');
    const open = row?.conditions.find((condition) => condition.verdict === 'unknown');
    expect(open).toMatchObject({ kind: 'atom', atom: { kind: 'first-loan' }, missing: 'bank' });
  });

  it('starts another need from this one with the change that was suggested', async () => {
    const { start } = await draftNeed(parties.owner, { from: needId, pledge: 'real-estate' });
    expect(start).toMatchObject({ amountFen: String(wan(30)), collateral: ['real-estate'] });
    expect(await draftNeed(parties.owner, { from: 'a2e4a3a0-0000-4000-8000-000000000000' })).toEqual({
      start: null,
    });
  });

  it('a stranger and a bank find nothing of it', async () => {
    const stranger = { ...parties.owner, enterpriseId: parties.bankA.id as never };
    expect(await showMatch(stranger, needId, 'offers')).toEqual({
      ok: false,
      refusal: { code: 'need.not-found' },
    });
    expect(await closeNeed(stranger, needId)).toEqual({ ok: false, refusal: { code: 'need.not-found' } });
    const seen = await withActor(parties.bankA.officer, (tx) => tx.need.findMany());
    expect(seen).toEqual([]);
  });

  it('closes it; the match can still be read, and the wish may be stated anew', async () => {
    insist(await closeNeed(parties.owner, needId));
    expect((await page()).need.state).toBe('closed');
    expect(await closeNeed(parties.owner, needId)).toEqual({
      ok: false,
      refusal: { code: 'need.not-found' },
    });
    expect(insist(await writeNeed(parties.owner, draft))).not.toBe(needId);
  });
});
