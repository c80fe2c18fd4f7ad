import { beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { shelfTemplate } from '#tests/templates.ts';
import { matchFirm } from '~/cli/commands/match-firm.ts';
import { wan } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { explainMatch } from '~/server/match/explain-match.ts';
import { showMatch } from '~/server/match/show-match.ts';
import { writeNeed } from '~/server/need/write-need.ts';

freshDatabase({ template: shelfTemplate });
let parties: Parties;
const platform = system('test');

beforeAll(async () => {
  parties = await createParties();
});

it('says of one firm what its own page says, with every reason, and logs the look in its chain', async () => {
  const { owner, enterpriseId } = parties;
  expect(insist(await explainMatch(platform, enterpriseId)).stated).toBe(false);
  const needId = insist(
    await writeNeed(owner, {
      ...{ amountFen: wan(30), termMonths: 12, purpose: 'working-capital', collateral: [] },
      ...{ method: 'equal-instalment', note: null },
    }),
  );
  const told = insist(await explainMatch(platform, enterpriseId));
  expect(told.stated).toBe(true);
  expect(told.first.length + told.missed.length).toBeGreaterThan(10);
  const page = insist(await showMatch(owner, needId, 'offers', true));
  const own = new Map(
    page.matches.map(({ product, verdict, price }) => [product.id as string, { verdict, price }]),
  );
  for (const row of [...told.first, ...told.missed].filter(({ example }) => !example)) {
    expect({ verdict: row.verdict, net: row.netFen }).toEqual({
      verdict: own.get(row.id)?.verdict,
      net: own.get(row.id)?.price?.netFen ?? null,
    });
    expect(row.conditions.filter(({ verdict }) => verdict === 'fail')).toHaveLength(row.failing);
  }
  const looks = await withActor(platform, (tx) =>
    tx.auditEntry.count({ where: { enterpriseId, action: 'match.explained' } }),
  );
  expect(looks).toBe(2);
});

it('answers a machine and a person, and says which firm it does not know', async () => {
  const zh = await matchFirm(parties.enterpriseId, 'zh-CN');
  expect(zh.json).toMatchObject({ stated: true, verdicts: { pass: expect.any(Number) } });
  expect(zh.lines.some((line) => line.includes('→'))).toBe(true);
  expect(await matchFirm('91640104MAXX99999X', 'en')).toMatchObject({
    ok: false,
    json: { error: 'score.firm-unknown' },
  });
});
