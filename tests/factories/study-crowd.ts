import { createHash } from 'node:crypto';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { latestSheet } from '~/server/score/store.ts';

const actor = system('test');

/** The place of the years since registration among the features of a sheet, from one. */
const yearsAt = 25;

/** Credit codes of a crowd of firms for a study. */
export const codesOf = (n: number): string[] =>
  Array.from({ length: n }, (_, at) => `91640104MB${String(at).padStart(7, '0')}X`);

/** Firms with sheets of their own, after the sheet of another firm: the older ones go bad less often. */
export const makeCrowd = (codes: readonly string[], like: EnterpriseId): Promise<unknown> =>
  withActor(actor, async (tx) => {
    const sheet = await latestSheet(tx, like, 'public');
    await tx.$executeRaw`
      insert into enterprise (id, uscc, source, kind, name, status)
      select gen_random_uuid(), code, 'registered', 'company', code, 'active' from unnest(${codes}::text[]) code`;
    await tx.$executeRaw`
      insert into score_sheet (enterprise_id, id, scope, card_version, as_of, known_at, milli_points, grade, coverage_ppm,
                               dimension_milli, features, missing, reasons, cause, created_at)
      select e.id, gen_random_uuid(), 'public', s.card_version, s.as_of, s.known_at, s.milli_points, s.grade, s.coverage_ppm,
             s.dimension_milli,
             (select array_agg(case when at = ${yearsAt} then (substr(e.uscc, 11, 7)::int % 20)::bigint else value end order by at)
              from unnest(s.features) with ordinality as f(value, at)),
             s.missing, s.reasons, s.cause, s.created_at
      from enterprise e cross join score_sheet s where s.id = ${sheet?.id}::uuid and e.uscc = any(${codes}::text[])`;
  });

/** Another sheet of one firm, a year older than the last. */
export const growOlder = (code: string): Promise<unknown> =>
  withActor(
    actor,
    (tx) => tx.$executeRaw`
      insert into score_sheet (enterprise_id, id, scope, card_version, as_of, known_at, milli_points, grade, coverage_ppm,
                               dimension_milli, features, missing, reasons, cause, created_at)
      select s.enterprise_id, gen_random_uuid(), s.scope, s.card_version, s.as_of, s.known_at, s.milli_points, s.grade,
             s.coverage_ppm, s.dimension_milli,
             (select array_agg(case when at = ${yearsAt} then value + 1 else value end order by at)
              from unnest(s.features) with ordinality as f(value, at)),
             s.missing, s.reasons, s.cause, s.created_at + interval '1 second'
      from score_sheet s join enterprise e on e.id = s.enterprise_id where e.uscc = ${code}`,
  );

/** Young firms go bad more often. */
function labelOf(code: string): number {
  const isYoung = Number(code.slice(10, 17)) % 20 < 8;
  return Number(createHash('sha256').update(code).digest().readUInt8() < (isYoung ? 150 : 40));
}

/** The file of outcomes that a bank brings of these firms. */
export const outcomesCsv = (codes: readonly string[]): string =>
  codes.map((code) => `${code},${labelOf(code)}`).join('\n');
