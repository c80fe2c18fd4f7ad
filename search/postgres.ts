import { gramsOf, normalised, queryOf } from '#search/bigrams.ts';
import { nameOf, type SearchDocument, versionOf } from '#search/documents.ts';
import type { Search, SearchAnswer, SearchQuestion, SqlRunner } from '#search/port.ts';

export const postgresDriver = 'PostgreSQL bigrams';

const pageSize = 20;

/** The driver over the table `search_document`: pairs of characters in a tsvector with a GIN index. */
export const postgresSearch = (sql: SqlRunner): Search => ({
  driver: postgresDriver,
  find: (question) => find(sql, question),
  write: (documents) => write(sql, documents),
  async versions() {
    const rows = await sql.$queryRawUnsafe<{ kind: string; id: string; version: string }[]>(
      'select kind, id, version from search_document',
    );
    return new Map(rows.map(({ kind, id, version }) => [nameOf(kind, id), version]));
  },
  async remove(kind, ids) {
    await sql.$executeRawUnsafe('delete from search_document where kind = $1 and id = any($2)', kind, ids);
  },
});

type Row = { readonly id: string; readonly total: bigint };

async function find(sql: SqlRunner, question: SearchQuestion): Promise<SearchAnswer> {
  const { conditions, values } = conditionsFor(question);
  const typed = `$${values.push(normalised(question.text.trim()))}`;
  const limit = values.push(question.limit ?? pageSize);
  const offset = values.push(question.offset ?? 0);
  const rows = await sql.$queryRawUnsafe<Row[]>(
    `select id, count(*) over () as total from search_document where ${conditions.join(' and ')}
     order by case when title = ${typed} then 0 when starts_with(title, ${typed}) then 1
                   when position(${typed} in title) > 0 then 2 else 3 end, length(title), id
     limit $${limit} offset $${offset}`,
    ...values,
  );
  return { hits: rows.map(({ id }) => ({ id })), total: Number(rows[0]?.total ?? 0) };
}

/** The conditions with the values that their placeholders stand for. */
function conditionsFor({ kind, text, facets = {} }: SearchQuestion) {
  const values: unknown[] = [kind];
  const conditions = ['kind = $1'];
  const { tsquery, phrases } = queryOf(text);
  if (tsquery) conditions.push(`grams @@ $${values.push(tsquery)}::tsquery`);
  for (const phrase of phrases)
    conditions.push(`position($${values.push(phrase)} in title || ' ' || body) > 0`);
  for (const [name, wanted] of Object.entries(facets))
    conditions.push(`facets -> $${values.push(name)}::text ?| $${values.push(wanted)}::text[]`);
  return { conditions, values };
}

/** All documents in one statement: one array per column. Texts are kept as they are compared (ten times faster to rank). */
async function write(sql: SqlRunner, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const column = (pick: (document: SearchDocument) => string) => documents.map(pick);
  await sql.$executeRawUnsafe(
    `insert into search_document (kind, id, title, body, facets, grams, version, updated_at)
     select kind, id, title, body, facets::jsonb, array_to_tsvector(string_to_array(grams, ' ')), version, now()
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       as new (kind, id, title, body, facets, grams, version)
     on conflict (kind, id) do update
       set title = excluded.title, body = excluded.body, facets = excluded.facets, grams = excluded.grams,
           version = excluded.version, updated_at = excluded.updated_at`,
    column(({ kind }) => kind),
    column(({ id }) => id),
    column(({ title }) => normalised(title)),
    column(({ body }) => normalised(body)),
    column(({ facets }) => JSON.stringify(facets)),
    column(({ title, body }) => gramsOf(`${title} ${body}`).join(' ')),
    column(versionOf),
  );
}
