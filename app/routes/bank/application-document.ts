import { z } from 'zod';
import { isShown } from '~/domain/institution/document-kind.ts';
import { accept } from '~/domain/kernel/result.ts';
import { readDocumentUnderConsent } from '~/server/application/read-document-under-consent.ts';
import { download } from '~/server/http/download.ts';

export const loader = download({
  can: 'application.read-file',
  audit: null,
  params: z.object({ id: z.uuid(), document: z.uuid() }),
  query: z.object({ show: z.literal('1').optional().catch(undefined) }),
  file: async ({ actor, params, query }) => {
    const keeps = query.show !== '1';
    const opened = await readDocumentUnderConsent(actor, params, keeps);
    if (!opened.ok) return opened;
    return accept({ ...opened.value, inline: !keeps && isShown(opened.value.type) });
  },
});
