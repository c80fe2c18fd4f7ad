import { beforeAll, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { tokenOf } from '#tests/factories/bank-system.ts';
import { confirmProposal } from '#tests/factories/deciding.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { ApiScope } from '~/domain/institution/api-scope.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { loader as consented } from '~/routes/api/application-consented.ts';
import { action as request } from '~/routes/api/application-document-request.ts';
import { action as look } from '~/routes/api/application-second-look.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { askSecondLook } from '~/server/application/second-look.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { clock } from '~/server/clock.ts';
import { createClient } from '~/server/institution/create-client.ts';

const urls = freshDatabase({ template: referenceTemplate });
const nobodys = '00000000-0000-4000-8000-00000000dead';
let parties: Awaited<ReturnType<typeof createApplicants>>;
let ofA: string;
let ofB: string;
let officer: string;
let checker: string;

type Route = (args: never) => Promise<Response>;
const call = async (route: Route, token: string, id: string, key?: string, body: object = {}) => {
  const headers = { authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) };
  const sent = key ? { method: 'POST', body: JSON.stringify(body), headers } : { headers };
  const asked = new Request('http://127.0.0.1:3000/api/v1/applications/x', sent);
  const answer = await route({ request: asked, params: { id }, context: {} } as never);
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};

async function systemOf(scopes: readonly ApiScope[]): Promise<string> {
  const admin = await makePerson('institution-admin', { institutionId: parties.bankA.id });
  const wish = { name: '信贷系统', scopes, expiresOn: addDays(clock.today(), 30) };
  const { id, secret } = insist(await createClient(admin, wish));
  return tokenOf(id, secret);
}

beforeAll(async () => {
  parties = await createApplicants();
  [ofA = '', ofB = ''] = insist(await submitApplications(parties.owner, submissionOf(parties)));
  officer = await systemOf(['applications:read', 'applications:handle']);
  checker = await systemOf(['applications:read', 'applications:decide']);
});

test('a bank’s system asks for documents once for a key, and reads which came; of another bank’s it learns nothing', async () => {
  insist(await pickUpApplication(parties.bankA.officer, ofA as ApplicationId));
  const what = { what: '近三个月纳税申报表' };
  expect(await call(request, officer, ofB, 'docs-0000', what)).toEqual(
    await call(request, officer, nobodys, 'docs-0001', what),
  );
  expect(await call(request, checker, ofA, 'docs-0002', what)).toMatchObject({ status: 403 });
  expect(await call(request, officer, ofA, 'docs-0003', {})).toMatchObject({ status: 400 });
  const { rows } = await withClient(urls.batchUrl, (client) =>
    client.query('select maker_id from application where id = $1', [ofA]),
  );
  expect(rows).toEqual([{ maker_id: parties.bankA.officer.userId }]);
  // The client is not the officer of this one: an officer's step stays the officer's.
  expect(await call(request, officer, ofA, 'docs-0004', what)).toMatchObject({
    body: { code: 'application.other-officer' },
  });
  expect(await call(consented, officer, ofA)).toMatchObject({
    status: 200,
    body: { documents: [{ name: '资产负债表.pdf', contentType: 'application/pdf' }] },
  });
  expect(await call(consented, officer, ofB)).toEqual(await call(consented, officer, nobodys));
});

test('a second look is answered by a client without a hand in the decision', async () => {
  const id = ofA as ApplicationId;
  const { officer: maker, reviewer } = parties.bankA;
  insist(await proposeDecision(maker, id, { outcome: 'decline', reasons: ['debt-too-high'] }));
  insist(await confirmProposal(reviewer, id));
  insist(await askSecondLook(parties.owner, id, '负债已结清。'));
  const answer = { answer: 'uphold', why: '结清后仍高于产品要求。' };
  expect(await call(look, checker, ofB, 'look-0000', answer)).toEqual(
    await call(look, checker, nobodys, 'look-0001', answer),
  );
  expect(await call(look, officer, ofA, 'look-0002', answer)).toMatchObject({ status: 403 });
  const upheld = await call(look, checker, ofA, 'look-0003', answer);
  expect(upheld).toMatchObject({ status: 200, body: { id: ofA, state: 'declined' } });
  expect(await call(look, checker, ofA, 'look-0003', answer)).toEqual(upheld);
});
