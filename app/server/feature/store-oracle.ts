import type { Lens } from '~/domain/feature/compute.ts';
import type { Gap } from '~/domain/feature/definition.ts';
import type { Population } from '~/domain/feature/population.ts';
import { postgres } from '~/domain/feature/sql/aggregation.ts';
import { featureSql } from '~/domain/feature/sql/feature-sql.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

export type OracleRow = {
  readonly firm: string;
  readonly values: readonly { readonly value: number | null; readonly gap: Gap | null }[];
};

export type OracleQuestion = {
  readonly lens: Lens;
  readonly population: Population;
  readonly knownAt: Date;
  /** All firms of the population when left out. */
  readonly firms?: readonly string[];
};

/**
 * The features of every firm of a population as known at an instant, computed by the database: what the kernel is
 * compared with. What was sealed counts at no instant, in no version: it may no longer be used
 * (domain.md edge case 4); a version that a failed plan brought back afterwards does.
 */
export async function featuresBySql(
  { client }: BatchTx,
  { lens, population, knownAt, firms }: OracleQuestion,
): Promise<OracleRow[]> {
  const at = `timestamptz '${knownAt.toISOString()}'`;
  const isOwnSet = population !== 'registers';
  const live = `
    with recursive dropped as (
      select enterprise_id, supersedes as id from fact where op not in ('assert', 'correct', 'revoke')
      union
      select f.enterprise_id, f.supersedes from fact f join dropped d on d.enterprise_id = f.enterprise_id and d.id = f.id
      where f.op = 'correct')
    select e.id as firm, f.id, f.item, f.category, f.occurred_on as occurred, f.ended_on as ended, f.amount_fen as amount,
           f.quantity, coalesce(f.occurred_on, (f.known_at at time zone 'Asia/Shanghai')::date) as day
    from enterprise e left join fact f on f.enterprise_id = e.id and f.op in ('assert', 'correct') and f.known_at <= ${at}
      and not exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id
                      and s.known_at <= ${at})
      and not exists (select 1 from dropped d where d.enterprise_id = f.enterprise_id and d.id = f.id)
    where e.status not in ('cancelled', 'moved-out')
      and case when e.external_id is null then 'registers' else e.source end = $1
      and ($2::uuid[] is null or e.id = any($2::uuid[]))`;
  const { rows } = await client.query({
    text: featureSql(lens, { live, dialect: postgres, isOwnSet }),
    values: [population, firms ?? null],
    rowMode: 'array',
  });
  return rows.map(([firm, ...cells]: string[]) => ({
    firm: firm as string,
    values: lens.features.map((_, i) => ({
      value: cells[i * 2] == null ? null : Number(cells[i * 2]),
      gap: (cells[i * 2 + 1] ?? null) as Gap | null,
    })),
  }));
}
