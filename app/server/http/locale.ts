import { createCookie } from '@remix-run/node';
import { chooseLocale, type Locale } from '~/text/define.ts';

const cookie = createCookie('xinqiao_lang', { sameSite: 'lax', path: '/', maxAge: 31_536_000 });

/** The language of a request: `?lang=`, else the choice kept in the cookie, else what the browser asks for. */
export async function readLocale(request: Request): Promise<Locale> {
  const kept: unknown = await cookie.parse(request.headers.get('cookie'));
  const asked = new URL(request.url).searchParams.get('lang');
  return chooseLocale(asked, typeof kept === 'string' ? kept : null, request.headers.get('accept-language'));
}

/** Whether this browser has chosen a language here before. */
export const hasChosenLocale = async (request: Request): Promise<boolean> =>
  typeof (await cookie.parse(request.headers.get('cookie'))) === 'string';

/** The header that keeps a language choice. */
export const keepLocale = (locale: Locale): Promise<string> => cookie.serialize(locale);
