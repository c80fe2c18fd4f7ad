import { randomUUID } from 'node:crypto';
import { createElement } from 'react';
import { renderInRouter } from '#tests/parts/render.tsx';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import { asFirm, type Person } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readEstimate } from '~/server/modelling/read-estimate.ts';
import { measureSpread } from '~/server/score/measure-spread.ts';
import { readScore } from '~/server/score/read-score.ts';
import { type ScorePage as PageData, showScore } from '~/server/score/show-score.ts';
import { ScorePage } from '~/ui/score/score-page.tsx';
import type { BenchContext } from './bench.ts';

/** The first rounds warm up and do not count. */
const warming = 20;

/**
 * The score page of firms, in ms: all that its loader reads as the owner (sheet, history, place among others) and the page
 * that it becomes, beside the question behind it, the sheet down to its records. In turns, so that neither warms for the other.
 */
export async function measurePages(
  context: BenchContext,
  firms: readonly EnterpriseId[],
): Promise<{ readonly page: number[]; readonly query: number[] }> {
  await registerFirms(context, firms);
  await measureSpread();
  const [page, query]: [number[], number[]] = [[], []];
  for (const [round, enterpriseId] of firms.entries()) {
    const owner = ownerOf(enterpriseId);
    const ask = () =>
      withActor(owner, (tx) => readScore(tx, { enterpriseId, which: 'current', reader: 'subject' }));
    const open = async () => expectWhole(await openPage(owner));
    for (const measured of round % 2 === 0 ? (['page', 'query'] as const) : (['query', 'page'] as const)) {
      const begun = performance.now();
      await (measured === 'page' ? open() : ask());
      if (round >= warming) (measured === 'page' ? page : query).push(performance.now() - begun);
    }
  }
  return { page, query };
}

/** What the route's loader loads, and the page of it. */
async function openPage(owner: Person): Promise<PageData> {
  const shown = await showScore(owner, { which: 'current' });
  const estimate = await readEstimate(asFirm(owner).enterpriseId);
  const mayConsent = reachOf(owner, 'consent.grant') !== null;
  await renderInRouter(createElement(ScorePage, { ...shown, estimate, mayConsent }));
  return shown;
}

/** A page without its parts would be a fast one. */
function expectWhole({ score, history, placements }: PageData): void {
  if (!score || score.lines.length === 0 || history.length === 0 || placements.length < 2)
    throw new Error('the page lacks a part');
}

const ownerOf = (enterpriseId: EnterpriseId): Person => ({
  kind: 'person',
  userId: randomUUID() as UserId,
  name: 'bench',
  role: 'owner',
  enterpriseId,
  institutionId: null,
  institutionName: null,
  demo: false,
});

/** Makes them firms of the registers in one district and industry, which supply every item: only those are compared. */
const registerFirms = ({ database }: BenchContext, firms: readonly EnterpriseId[]) =>
  withClient(database.ownerUrl, async (client) => {
    await client.query(
      `update enterprise set source = 'registered', external_id = null, region_code = '640104',
              industry_code = '5211', industry_version = 'GB/T 4754-2017' where id = any($1::uuid[])`,
      [firms],
    );
    await client.query(
      `insert into record_batch (id, provider_id, mapping, item, file_name, file_hash, file_bytes, state, received_at)
       values (md5('registers')::uuid, md5('bench')::uuid, 'bench', 'registration.profile', 'all.csv', '', 0, 'accepted', now())`,
    );
    await client.query(
      `insert into item_delivery (batch_id, item, provider_id, received_at, rows_read, rows_accepted, rows_duplicate, rows_quarantined)
       select md5('registers')::uuid, code, md5('bench')::uuid, now() - interval '1 day', 0, 0, 0, 0 from catalogue_item`,
    );
  });
