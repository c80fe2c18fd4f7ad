import { z } from 'zod';
import { isShown } from '~/domain/institution/document-kind.ts';
import { accept } from '~/domain/kernel/result.ts';
import { readDocument } from '~/server/application/read-document.ts';
import { download } from '~/server/http/download.ts';

export const loader = download({
  can: 'application.read-own',
  audit: null,
  params: z.object({ id: z.uuid(), document: z.uuid() }),
  query: z.object({ show: z.literal('1').optional().catch(undefined) }),
  file: async ({ actor, params, query }) => {
    const opened = await readDocument(actor, params.id, params.document);
    if (!opened.ok) return opened;
    return accept({ ...opened.value, inline: query.show === '1' && isShown(opened.value.type) });
  },
});
