import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { download } from '~/server/http/download.ts';
import { makePersonReceipt } from '~/server/privacy/make-person-receipt.ts';

export const loader = download({
  can: 'public',
  audit: null,
  params: z.object({ token: z.string().min(20).max(64) }),
  file: async ({ params: { token } }) => {
    const receipt = await makePersonReceipt(token);
    if (!receipt.ok) return receipt;
    const body = `${JSON.stringify(receipt.value, null, 2)}\n`;
    return accept({ name: 'consent.json', type: 'application/json; charset=utf-8', body });
  },
});
