import { beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { checkNames } from '~/domain/application/pre-check.ts';
import type { ApplicationId, NeedId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { asFirm, asInstitution } from '~/server/access/actor.ts';
import { listPosted, type PostedFilter } from '~/server/application/list-posted.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { postNeed } from '~/server/application/post-need.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { askSecondLook } from '~/server/application/second-look.ts';
import { showPosted } from '~/server/application/show-posted.ts';
import { showPosting } from '~/server/application/show-posting.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { takeNeed } from '~/server/application/take-need.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase({ template: referenceTemplate });
type Parties = Awaited<ReturnType<typeof createApplicants>>;
let parties: Parties;

beforeAll(async () => {
  parties = await createApplicants();
});

type Bank = Parties['bankA'];
const code = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;
const isListed = async ({ officer }: Bank, id: string, filter: PostedFilter = 'all') =>
  (await listPosted(officer, filter, 1)).rows.some((row) => row.id === id);
const post = async (needId: NeedId) => insist(await postNeed(asFirm(parties.owner), needId, false));

async function applyFor(needId: NeedId, { product }: Bank): Promise<ApplicationId> {
  const wish = { productIds: [product], consented: [product], confirmed: checkNames };
  const [id] = insist(await submitApplications(parties.owner, submissionOf({ ...parties, needId }, wish)));
  if (!id) throw new Error('nothing was submitted');
  return id;
}

it('an application after the posting keeps it from that bank, unless it had taken it up', async () => {
  const { bankA, bankB } = parties;
  const needId = await addNeed(parties);
  const id = await post(needId);
  expect(await isListed(bankA, id, 'fitting')).toBe(true);
  insist(await takeNeed(asInstitution(bankB.officer), id));
  const first = await applyFor(needId, bankA);
  const second = await applyFor(needId, bankB);
  expect(await isListed(bankA, id)).toBe(false);
  expect(await isListed(bankA, id, 'fitting')).toBe(false);
  expect(code(await showPosted(bankA.officer, id))).toBe('need.posting-not-found');
  expect(await isListed(bankB, id)).toBe(true);
  expect(insist(await showPosted(bankB.officer, id)).own?.state).toBe('taken');
  expect(insist(await showPosting(parties.owner, needId)).open?.banksNotAsked).toBe(1);
  for (const application of [first, second]) insist(await withdrawApplication(parties.owner, application));
});

const histories = {
  submitted: async () => {},
  withdrawn: async (id: ApplicationId) => insist(await withdrawApplication(parties.owner, id)),
  'second-look': async (id: ApplicationId) => {
    const { officer, reviewer } = parties.bankA;
    insist(await pickUpApplication(officer, id));
    insist(await proposeDecision(officer, id, { outcome: 'decline', reasons: ['out-of-scope'] }));
    insist(await confirmProposal(reviewer, id));
    insist(await askSecondLook(parties.owner, id, '负债已于上月结清，请再看一次还款凭证。'));
  },
} as const;

it.each(Object.keys(histories) as (keyof typeof histories)[])(
  'a need is kept from a bank with an application for it that is %s',
  async (history) => {
    const { bankA, bankB } = parties;
    const needId = await addNeed(parties);
    const application = await applyFor(needId, bankA);
    await histories[history](application);
    const id = await post(needId);
    expect(code(await showPosted(bankA.officer, id))).toBe('need.posting-not-found');
    expect(code(await takeNeed(asInstitution(bankA.officer), id))).toBe('need.posting-not-found');
    expect([await isListed(bankA, id), await isListed(bankB, id)]).toEqual([false, true]);
    expect(insist(await showPosting(parties.owner, needId)).open?.banksNotAsked).toBe(1);
    if (history === 'submitted') insist(await withdrawApplication(parties.owner, application));
  },
);

it('lists are paged in the database: none of many needs is cut off, and a firm that named itself is named on them', async () => {
  const { bankB } = parties;
  const many = 45;
  const before = (await listPosted(bankB.officer, 'fitting', 1)).total;
  const named = insist(await postNeed(asFirm(parties.owner), await addNeed(parties), true));
  await withActor(
    parties.owner,
    (tx) => tx.$executeRaw`
      insert into need_posting (enterprise_id, id, need_id, named, profile, standing, not_to, statement, signature, state, posted_by, posted_at, open_until)
      select enterprise_id, gen_random_uuid(), gen_random_uuid(), named, profile, standing, not_to, statement, signature, 'open', posted_by,
             posted_at - n * interval '1 minute', open_until
      from need_posting, generate_series(1, ${many}::int) n where id = ${named}::uuid`,
  );
  const pages = [];
  for (const page of [1, 2, 3]) pages.push(await listPosted(bankB.officer, 'fitting', page));
  expect(pages[0]?.total).toBe(before + 1 + many);
  const ids = pages.flatMap(({ rows }) => rows.map((row) => row.id));
  expect(new Set(ids).size).toBe(Math.min(60, before + 1 + many));
  expect(pages[0]?.rows.find((row) => row.id === named)?.firm).toBe('河畔面包坊');
  insist(await takeNeed(asInstitution(bankB.officer), named));
  const mine = await listPosted(bankB.officer, 'mine', 1);
  expect(mine.rows[0]).toMatchObject({ id: named, firm: '河畔面包坊', own: { state: 'taken' } });
});
