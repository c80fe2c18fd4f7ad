import { download } from '~/server/http/download.ts';
import { exportOwnData } from '~/server/overview/export-own-data.ts';

export const loader = download({
  can: 'consent.read-own',
  audit: null,
  file: async ({ actor }) => ({
    name: 'my-data.json',
    type: 'application/json; charset=utf-8',
    body: await exportOwnData(actor),
  }),
});
