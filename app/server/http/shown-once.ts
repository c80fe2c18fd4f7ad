import { createCookie } from '@remix-run/node';
import { z } from 'zod';

const cookie = createCookie('xinqiao_link', { httpOnly: true, sameSite: 'lax', maxAge: 300 });

const schema = z.object({ token: z.string().min(20), name: z.string() });

/** An invitation link on its way from the form that made it to the page that shows it, once. */
export type FreshLink = z.output<typeof schema>;

export const shownOnce = {
  /** The header that carries a fresh link to one page and nowhere else. */
  write: (link: FreshLink, path: string): Promise<string> => cookie.serialize(link, { path }),
  /** The fresh link that a request brings, ready to be copied, or null. */
  async link(request: Request, room = 'invite'): Promise<{ name: string; url: string } | null> {
    const parsed = schema.safeParse(await cookie.parse(request.headers.get('cookie')));
    if (!parsed.success) return null;
    const { name, token } = parsed.data;
    return { name, url: `${new URL(request.url).origin}/${room}/${token}` };
  },
  /** The header that forgets it, sent with the page that shows it. */
  forget: (path: string): string => `xinqiao_link=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Lax`,
};
