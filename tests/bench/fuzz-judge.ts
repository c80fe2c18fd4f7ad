import type pg from 'pg';
import type { Refusal } from '~/domain/kernel/result.ts';
import { refusals } from '~/text/all-refusals.ts';
import { locales } from '~/text/define.ts';
import { wordRefusal } from '~/text/refusal.ts';

/** What a case did that none may do. */
export type Fault = {
  readonly no: number;
  readonly kind: 'crash' | 'partial' | 'unworded' | 'slow';
  readonly trick: string;
  readonly why: string;
};

const longestSentence = 3_000;

/** Why a refusal is not worded as it should be, or null. */
export function unworded(refusal: Refusal): string | null {
  for (const locale of locales) {
    const said = wordRefusal(refusals, refusal, locale);
    if (/undefined|\[object|NaN/.test(said)) return `${locale}: ${said.slice(0, 200)}`;
    if (said === refusal.code || said.trim() === '') return `${locale}: no words for ${refusal.code}`;
    if (said.length > longestSentence) return `${locale}: ${said.length} characters`;
  }
  return null;
}

type Counted = {
  readonly id: string;
  readonly state: string;
  readonly wrong: boolean;
};

/** Batches of which more or less is kept than they say: refused ones leave nothing, accepted ones all they count. */
export async function halfWritten(client: pg.Client, ids: readonly string[] | null): Promise<string[]> {
  const { rows } = await client.query<Counted>(
    `select b.id, b.state,
       b.state not in ('accepted', 'refused')
       or b.rows_accepted <> (select count(*) from fact f where f.batch_id = b.id)
       or b.rows_quarantined <> (select count(*) from quarantine_row q where q.batch_id = b.id)
       or b.rows_read <> b.rows_accepted + b.rows_duplicate + b.rows_quarantined
       or (b.state = 'refused' and (b.rows_read > 0 or b.refusal is null)) as wrong
     from record_batch b where $1::uuid[] is null or b.id = any($1)`,
    [ids],
  );
  return rows.filter(({ wrong }) => wrong).map(({ id, state }) => `${id} ${state}`);
}

/** Facts and quarantined rows of no batch at all. */
export async function orphans(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: string }>(
    `select (select count(*) from fact f where not exists (select 1 from record_batch b where b.id = f.batch_id))
       + (select count(*) from quarantine_row q where not exists (select 1 from record_batch b where b.id = q.batch_id)) as n`,
  );
  return Number(rows[0]?.n);
}

/** The refusal that a batch was noted with. */
export async function notedRefusal(client: pg.Client, id: string): Promise<Refusal | null> {
  const { rows } = await client.query<{ refusal: Refusal | null }>(
    'select refusal from record_batch where id = $1',
    [id],
  );
  return rows[0]?.refusal ?? null;
}
