import { z } from 'zod';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { makeReceipt } from '~/server/consent/make-receipt.ts';
import { download } from '~/server/http/download.ts';

export const loader = download({
  can: 'consent.read-own',
  audit: null,
  params: z.object({ id: z.uuid() }),
  file: async ({ actor, params }) => {
    const receipt = await makeReceipt(actor, params.id as ConsentId);
    if (!receipt.ok) return receipt;
    const body = `${JSON.stringify(receipt.value, null, 2)}\n`;
    return accept({ name: `consent-${params.id}.json`, type: 'application/json; charset=utf-8', body });
  },
});
