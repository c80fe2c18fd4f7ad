import { z } from 'zod';
import { readDocumentUnderConsent } from '~/server/application/read-document-under-consent.ts';
import { download } from '~/server/http/download.ts';

export const loader = download({
  can: 'application.read-file',
  audit: null,
  params: z.object({ id: z.uuid(), document: z.uuid() }),
  file: ({ actor, params }) => readDocumentUnderConsent(actor, params.id, params.document),
});
