import { randomBytes, randomUUID } from 'node:crypto';
import { institutionId } from '#prisma/seed/institutions.ts';
import { makeFirm, makeInstitution, makePerson } from '#tests/factories/people.ts';
import type { EnterpriseId, FactId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { withActor } from '~/server/db/with-actor.ts';

type Recorded = {
  readonly item?: string;
  readonly category?: string;
  readonly on?: string;
  readonly amount?: bigint;
  readonly quantity?: number;
  readonly provider?: string;
  readonly firm?: EnterpriseId;
  readonly knownAt?: Date;
};

/** A firm of a place with its people, another firm's owner, the liaisons, the data desk and a bank's officer. */
export async function makeRights(regionCode: string) {
  const enterpriseId = await makeFirm();
  await withActor(system('test'), (tx) =>
    tx.enterprise.update({ where: { id: enterpriseId }, data: { regionCode } }),
  );
  const at = (code: string) => ({ institutionId: institutionId(code) });
  const record = (given: Recorded = {}) => recordOf({ firm: enterpriseId, ...given });
  return {
    enterpriseId,
    owner: await makePerson('owner', { enterpriseId }),
    clerk: await makePerson('clerk', { enterpriseId }),
    stranger: await makePerson('owner'),
    liaison: await makePerson('liaison', at('development-reform')),
    otherLiaison: await makePerson('liaison', at('tax')),
    operator: await makePerson('data-operator'),
    colleague: await makePerson('data-operator'),
    auditor: await makePerson('audit-admin'),
    officer: await makePerson('officer', { institutionId: await makeInstitution() }),
    record,
    /** A penalty of the firm, by the authority of the first liaison. */
    penalty: record,
    /** What was asked of the worker about the firm, in order. */
    orders: (job: string) =>
      withActor(system('test'), async (tx) => {
        const rows = await tx.outbox.findMany({ where: { job }, orderBy: { id: 'asc' } });
        return rows
          .map(
            ({ payload }) =>
              payload as { readonly enterpriseId: string; readonly ref: string; readonly cause: string },
          )
          .filter((payload) => payload.enterpriseId === enterpriseId);
      }),
  };
}

export type Rights = Awaited<ReturnType<typeof makeRights>>;

/** One record as a delivery leaves it; a penalty unless something else is asked for. */
function recordOf({
  item = 'penalty.decision',
  category = 'general',
  on = '2026-06-14',
  amount = 300_000n,
  quantity,
  provider = 'development-reform',
  firm,
  knownAt = clock.now(),
}: Recorded): Promise<FactId> {
  const id = randomUUID();
  return withBatchTransaction(async ({ client }) => {
    await client.query(
      `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, occurred_on, amount_fen, category, detail, known_at, quantity)
       values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        firm,
        id,
        item,
        institutionId(provider),
        randomUUID(),
        randomBytes(16),
        on,
        amount,
        category,
        JSON.stringify({ reference: '罚决〔2026〕12号' }),
        knownAt,
        quantity ?? null,
      ],
    );
    return id as FactId;
  });
}

type Refused = { readonly ok: boolean; readonly refusal?: { readonly code: string } };

/** The codes with which all of these are refused, in order; an accepted one is `accepted`. */
export async function refuseAll(asked: readonly Promise<Refused>[]): Promise<string[]> {
  const codes: string[] = [];
  for (const each of asked) codes.push((await each).refusal?.code ?? 'accepted');
  return codes;
}
