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
    if (/[\u202a-\u202e\u2066-\u2069]/.test(said)) return `${locale}: a mark of direction in ${refusal.code}`;
    if (said.length > longestSentence) return `${locale}: ${said.length} characters`;
  }
  return null;
}

/**
 * Why what a sentence quotes is not as it should be, or null. A quote is the sender's own word, shortened or not, or a word of
 * ours in the language of the sentence; short, and without characters that hide a part of the sentence or turn it around.
 */
export function misquoted(said: string, sent: string, locale: (typeof locales)[number]): string | null {
  for (const [, curly, straight] of said.matchAll(/“([^”]*)”|"([^"]*)"/g)) {
    const quote = curly ?? straight ?? '';
    const shown = `${locale}: quotes ${JSON.stringify(quote.slice(0, 120))}`;
    if (quote.length > longestQuote) return `${shown} of ${quote.length} characters`;
    if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(quote)) return `${shown} with what is not seen`;
    if (isFrom(sent, quote.replace(/…$/, ''))) continue;
    if (/undefined|\[object|NaN/.test(quote)) return `${shown}, which nobody sent`;
    if (locale === 'en' && /\p{Script=Han}/u.test(quote)) return `${shown}, which nobody sent`;
  }
  return null;
}

const longestQuote = 220;

/** Whether a quote stands in what was sent, as it is, as JSON has it escaped, or with a mark for what is not seen. */
function isFrom(sent: string, quote: string): boolean {
  const parts = quote.split('\ufffd').filter((part) => part !== '');
  const escaped = (part: string) => JSON.stringify(part).slice(1, -1);
  return parts.every((part) => sent.includes(part) || sent.includes(escaped(part)));
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
