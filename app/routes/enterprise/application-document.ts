import { z } from 'zod';
import { readDocument } from '~/server/application/read-document.ts';
import { download } from '~/server/http/download.ts';

export const loader = download({
  can: 'application.read-own',
  audit: null,
  params: z.object({ id: z.uuid(), document: z.uuid() }),
  file: ({ actor, params }) => readDocument(actor, params.id, params.document),
});
