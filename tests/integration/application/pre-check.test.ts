import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { createApplicants, submissionOf } from '#tests/factories/applying.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { standardNames } from '~/domain/application/standards.ts';
import { insist } from '~/domain/kernel/result.ts';
import { asFirm } from '~/server/access/actor.ts';
import { agreeNomination } from '~/server/application/agree-nomination.ts';
import { draftApplications } from '~/server/application/draft-applications.ts';
import { postNeed } from '~/server/application/post-need.ts';
import { reviewNomination } from '~/server/application/review-nomination.ts';
import { eventsOf } from '~/server/application/store-event.ts';
import { submitApplications } from '~/server/application/submit-applications.ts';
import { withdrawApplication } from '~/server/application/withdraw-application.ts';
import { withActor } from '~/server/db/with-actor.ts';

const urls = freshDatabase({ template: referenceTemplate });
let parties: Awaited<ReturnType<typeof createApplicants>>;

beforeAll(async () => {
  process.env.XINQIAO_DATA_DIR = mkdtempSync(path.join(tmpdir(), 'xinqiao-test-'));
  parties = await createApplicants();
});

const sql = (text: string, ...values: unknown[]) =>
  withClient(urls.batchUrl, (client) => client.query(text, values));
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code;

describe('before an application is forwarded', () => {
  const owners = (shares: readonly (readonly [string, number])[]) =>
    sql(
      `insert into relation (enterprise_id, id, kind, party, party_name, share_ppm)
       select $1, gen_random_uuid(), 'shareholder', 'P-' || n.name, n.name, n.share
       from unnest($2::text[], $3::int[]) n (name, share)`,
      parties.enterpriseId,
      shares.map(([name]) => name),
      shares.map(([, share]) => share),
    );
  const noOwners = () => sql('delete from relation where enterprise_id = $1', parties.enterpriseId);
  const one = (confirmed: readonly string[] = []) => {
    const only = [parties.bankA.product];
    return submitApplications(
      parties.owner,
      submissionOf(parties, { productIds: only, consented: only, confirmed }),
    );
  };
  const submittedFacts = (id: string) =>
    withActor(parties.owner, async (tx) => (await eventsOf(tx, id))[0]?.facts.checks);

  it('the firm confirms owners whom it did not name, and the bank reads what it confirmed', async () => {
    await owners([['马某', 600_000] as const, ['小股东', 100_000] as const]);
    expect(await one()).toMatchObject({
      refusal: {
        code: 'application.check-unconfirmed',
        findings: [{ check: 'owners-named', facts: { owners: 1, names: '马某', sharePpm: 200_000 } }],
      },
    });
    const draft = insist(
      await draftApplications(parties.owner, {
        needId: parties.needId,
        productIds: [parties.bankA.product],
      }),
    );
    expect(draft.findings.map(({ check }) => check)).toEqual(['owners-named']);
    const [id] = insist(await one(['owners-named']));
    const facts = { owners: 1, names: '马某', sharePpm: 200_000 };
    expect(await submittedFacts(id ?? '')).toEqual([{ check: 'owners-named', effect: 'confirm', facts }]);
    insist(await withdrawApplication(parties.owner, id as never));
    await noOwners();
  });

  it('is not forwarded, nor its need posted, while the register says what cannot be', async () => {
    await owners([['马某', 600_000] as const, ['王某', 500_000] as const]);
    expect(codeOf(await one(['owners-named', 'owner-shares']))).toBe('application.check-stopped');
    expect(codeOf(await postNeed(parties.owner as never, parties.needId, false))).toBe(
      'application.check-stopped',
    );
    const written = await withActor(parties.owner, (tx) =>
      tx.application.count({ where: { closedAt: null } }),
    );
    expect(written).toBe(0);
    await noOwners();
    const [id] = insist(await one());
    expect(await submittedFacts(id ?? '')).toEqual([]);
    insist(await withdrawApplication(parties.owner, id as never));
  });

  it('the firm confirms that another in business of its name and place is not itself; it never sees that one', async () => {
    const twin = `insert into enterprise (id, source, name, kind, status, region_code)
                  select gen_random_uuid(), source, name, kind, $2, region_code from enterprise where id = $1 returning id`;
    await sql(`update enterprise set region_code = '640104' where id = $1`, parties.enterpriseId);
    const add = async (status: string) =>
      (await sql(twin, parties.enterpriseId, status)).rows[0]?.id as string;
    await add('cancelled');
    const [first] = insist(await one());
    insist(await withdrawApplication(parties.owner, first as never));
    const other = await add('active');
    expect(await one()).toMatchObject({
      refusal: {
        code: 'application.check-unconfirmed',
        findings: [{ check: 'twin-firm', facts: { firms: 1 } }],
      },
    });
    const asked = (firm: string) =>
      withActor(parties.owner, (tx) => tx.$queryRaw`select firms_of_same_name(${firm}::uuid) as n`);
    expect(await asked(other)).toEqual([{ n: 0 }]);
    await sql(`update enterprise set status = 'cancelled' where id = $1`, other);
  });

  it('does not go onto the recommended list either, when the firm agrees and when it is reviewed', async () => {
    const impossible = () => owners([['马某', 600_000] as const, ['王某', 500_000] as const]);
    const agree = () => agreeNomination(asFirm(parties.owner), parties.needId);
    await impossible();
    expect(codeOf(await agree())).toBe('application.check-stopped');
    await noOwners();
    const id = insist(await agree());
    await impossible();
    const list = { outcome: 'list', vouched: standardNames, note: '看过' } as const;
    const desk = await makePerson('risk-operator');
    expect(codeOf(await reviewNomination(desk, id, list))).toBe('application.check-stopped');
    await noOwners();
    expect(codeOf(await reviewNomination(desk, id, list))).toBe('ok');
  });
});
