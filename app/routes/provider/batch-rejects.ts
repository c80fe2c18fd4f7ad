import { accept } from '~/domain/kernel/result.ts';
import { batchParams } from '~/routes/provider/desk-of.ts';
import { download } from '~/server/http/download.ts';
import { listRejects } from '~/server/record/list-rejects.ts';
import { rejectsCsv } from '~/text/record-rejects.ts';

export const loader = download({
  can: 'record.read-deliveries',
  audit: 'record.rejects-exported',
  params: batchParams,
  file: async ({ actor, params, locale }) => {
    const rejects = await listRejects(actor, params.id);
    if (!rejects.ok) return rejects;
    const name = `rejects-${rejects.value.fileName.replace(/\.gz$/, '')}`;
    return accept({ name, type: 'text/csv; charset=utf-8', body: rejectsCsv(rejects.value.rows, locale) });
  },
});
