import { z } from 'zod';

export const uploadParams = z.object({ id: z.uuid() });

/** The offset that a part is sent with; anything else is one that no upload is at. */
export function offsetOf(request: Request): number {
  const text = new URL(request.url).searchParams.get('offset') ?? '';
  return /^\d{1,12}$/.test(text) ? Number(text) : -1;
}
