import { z } from 'zod';
import { isShown } from '~/domain/institution/document-kind.ts';
import { accept } from '~/domain/kernel/result.ts';
import { download } from '~/server/http/download.ts';
import { readCaseDocument } from '~/server/monitoring/read-case-document.ts';

/** A document of a firm's reply: for the firm, or for its lender. */
export const caseDocument = (can: 'alert.read-own' | 'alert.read-inbox') =>
  download({
    can,
    audit: null,
    params: z.object({ id: z.uuid(), document: z.uuid() }),
    query: z.object({ show: z.literal('1').optional().catch(undefined) }),
    file: async ({ actor, params, query: { show } }) => {
      const opened = await readCaseDocument(actor, params.id, params.document);
      return opened.ok
        ? accept({ ...opened.value, inline: show === '1' && isShown(opened.value.type) })
        : opened;
    },
  });
