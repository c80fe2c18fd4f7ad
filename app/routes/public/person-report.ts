import { z } from 'zod';
import { download } from '~/server/http/download.ts';
import { exportPersonReport } from '~/server/privacy/show-person-report.ts';

export const loader = download({
  can: 'public',
  audit: null,
  params: z.object({ token: z.string().min(20).max(64) }),
  query: z.object({ report: z.uuid() }),
  file: ({ params: { token }, query: { report } }) => exportPersonReport(token, report),
});
