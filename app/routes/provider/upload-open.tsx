import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { deskOf } from '~/routes/provider/desk-of.ts';
import { uploadParams } from '~/routes/upload-query.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { discardUpload } from '~/server/record/discard-upload.ts';
import { showUpload } from '~/server/record/show-upload.ts';
import { browserPartBytes } from '~/server/record/upload-limits.ts';
import { uploadText } from '~/text/upload.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { OpenUploadPage } from '~/ui/record/open-upload-page.tsx';

export const meta = pageTitle(uploadText, 'upload.open.title');

export const loader = view({
  can: 'record.deliver',
  audit: null,
  params: uploadParams,
  load: async ({ actor, params, request }) => {
    const upload = await showUpload(actor, params.id);
    return upload.ok
      ? accept({ upload: upload.value, base: deskOf(request), partBytes: browserPartBytes })
      : upload;
  },
});

export const action = command({
  can: 'record.deliver',
  audit: null,
  params: uploadParams,
  schema: z.object({}),
  run: async ({ actor, params, request }) => {
    const discarded = await discardUpload(actor, params.id);
    const flash = { tone: 'success', message: 'upload.discarded' } as const;
    return discarded.ok ? accept({ to: `${deskOf(request)}/upload`, flash }) : discarded;
  },
});

export default function OpenUploadRoute() {
  return <OpenUploadPage {...useLoaderData<typeof loader>()} />;
}
