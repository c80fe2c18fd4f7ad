import { createCookie } from '@remix-run/node';
import { z } from 'zod';

const cookie = createCookie('xinqiao_flash', { sameSite: 'lax', path: '/', httpOnly: true, maxAge: 60 });

const schema = z.object({
  tone: z.enum(['success', 'info', 'warning']),
  /** A key of `app/text/flash.ts`. */
  message: z.string(),
  args: z.array(z.union([z.string(), z.number()])).default([]),
});

/** One sentence shown on the next page. */
export type Flash = {
  readonly tone: 'success' | 'info' | 'warning';
  readonly message: string;
  readonly args?: readonly (string | number)[];
};

export const flash = {
  write: (message: Flash): Promise<string> => cookie.serialize(message),
  /** The waiting sentence and the header that forgets it, or nulls. */
  async read(request: Request): Promise<{ message: z.output<typeof schema> | null; clear: string | null }> {
    const kept: unknown = await cookie.parse(request.headers.get('cookie'));
    const parsed = schema.safeParse(kept);
    if (!parsed.success) return { message: null, clear: null };
    return { message: parsed.data, clear: await cookie.serialize('', { maxAge: 0 }) };
  },
};
