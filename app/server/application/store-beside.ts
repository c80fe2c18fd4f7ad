import type { Application } from '~/server/application/store.ts';
import type { attachmentsOf } from '~/server/application/store-attachment.ts';
import type { Parties } from '~/server/application/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { versionColumn } from '~/server/db/kept.ts';

type Documents = Awaited<ReturnType<typeof attachmentsOf>>;

type Row = Parties & {
  readonly loanId: string | null;
  readonly documents: Documents;
  readonly publicVersion: string;
};

/** What stands beside an application on the firm's page, in one question: names, documents in the order they came, the loan. */
export async function besideOf(tx: Tx, application: Application): Promise<Row> {
  const { enterpriseId, id, institutionId, productId } = application;
  const [row] = await tx.$queryRaw<Row[]>`
    select e.name as firm, e.uscc, i.name_zh as "bankZh", i.name_en as "bankEn",
           coalesce(p.name_zh, '') as "productZh", coalesce(p.name_en, '') as "productEn",
           (select l.id from loan l where l.enterprise_id = e.id and l.application_id = ${id}::uuid limit 1) as "loanId",
           coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name, 'contentType', d.content_type, 'bytes', d.bytes,
                                'sha256', d.sha256, 'uploadedAt', d.uploaded_at) order by d.uploaded_at, d.name)
                     from attachment d where d.enterprise_id = e.id and d.application_id = ${id}::uuid), '[]') as documents,
           ${versionColumn}
    from enterprise e
    join institution i on i.id = ${institutionId}::uuid
    left join product p on p.id = ${productId}::uuid
    where e.id = ${enterpriseId}::uuid`;
  if (!row) throw new Error('an application without its parties');
  return { ...row, documents: row.documents.map(dated) };
}

/** The moment as the rest of the page writes it. */
const dated = (document: Documents[number]): Documents[number] => ({
  ...document,
  uploadedAt: new Date(document.uploadedAt).toISOString(),
});
