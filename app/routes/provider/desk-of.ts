import { z } from 'zod';

/** The pages of deliveries stand in two houses; links and redirects stay in the one that was entered. */
export const deskOf = (request: Request): '/provider' | '/operator' =>
  new URL(request.url).pathname.startsWith('/operator') ? '/operator' : '/provider';

export const batchParams = z.object({ id: z.uuid() });

const whole = z.coerce.number().int().min(0).max(2_000_000_000);

/** A record of a batch: its row below the header, and which of the row's records. */
export const rowParams = batchParams.extend({ row: whole, record: whole });

/** `12_0`: the last row of the page before. */
export const rowCursor = z
  .string()
  .regex(/^\d{1,9}_\d{1,4}$/)
  .transform((text) => {
    const [rowNo = 0, recordNo = 0] = text.split('_').map(Number);
    return { rowNo, recordNo };
  });

/** `<instant>_<batch id>`: the last batch of the page before. */
export const batchCursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z_[0-9a-f-]{36}$/)
  .transform((text) => ({ at: new Date(text.slice(0, -37)), id: text.slice(-36) }));
