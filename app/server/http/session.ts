import { createHash, randomBytes } from 'node:crypto';
import { type AppLoadContext, createCookie } from '@remix-run/node';
import type { Standing } from '~/domain/institution/standing.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { type Actor, anonymous, type Person, system } from '~/server/access/actor.ts';
import { areDemoAccountsOpen } from '~/server/access/demo-accounts.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findPerson, openSession, removeSession, touchSession } from '~/server/http/session-store.ts';

/** Sessions end after this long without a request, and in any case after the second time (GB/T 22239-2019 8.1.4.1 b). */
export const sessionIdleMs = 2 * 3_600_000;
export const sessionAbsoluteMs = 12 * 3_600_000;

const cookie = createCookie('xinqiao_session', { httpOnly: true, sameSite: 'lax', path: '/' });
const idOf = (token: string) => createHash('sha256').update(token).digest('hex');
const secureFor = (request: Request) =>
  request.headers.get('x-forwarded-proto') === 'https' || request.url.startsWith('https:');

/** The institution of a person may have been suspended since the session began: it is asked at every request. */
export type Signed = { readonly actor: Person; readonly standing: Standing; readonly sessionId: string };

const signedIn = new WeakMap<AppLoadContext, Promise<Signed | null>>();

/** The person behind a request, read once per request; null when nobody is signed in. */
export function readSession(request: Request, context: AppLoadContext): Promise<Signed | null> {
  const known = signedIn.get(context);
  if (known) return known;
  const signed = lookUp(request);
  signedIn.set(context, signed);
  return signed;
}

export async function readActor(request: Request, context: AppLoadContext): Promise<Actor> {
  return (await readSession(request, context))?.actor ?? anonymous;
}

async function lookUp(request: Request): Promise<Signed | null> {
  const token: unknown = await cookie.parse(request.headers.get('cookie'));
  if (typeof token !== 'string' || token.length < 40) return null;
  const now = clock.now();
  return withActor(system('session'), async (tx) => {
    const found = await findPerson(tx, idOf(token), now, new Date(now.getTime() - sessionIdleMs));
    if (found && now.getTime() - found.lastSeenAt.getTime() > 60_000)
      await touchSession(tx, idOf(token), now);
    if (found?.actor.demo && !areDemoAccountsOpen()) return null;
    return found && { actor: found.actor, standing: found.standing, sessionId: idOf(token) };
  });
}

/** The id of the session that a request came with; null when it brought none. */
export async function currentSessionId(request: Request): Promise<string | null> {
  const token: unknown = await cookie.parse(request.headers.get('cookie'));
  return typeof token === 'string' ? idOf(token) : null;
}

/** Opens a session and returns the `Set-Cookie` header. A session from before the sign-in is closed, never reused. */
export async function startSession(request: Request, userId: UserId): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  await withActor(system('session'), async (tx) => {
    const old: unknown = await cookie.parse(request.headers.get('cookie'));
    if (typeof old === 'string') await removeSession(tx, idOf(old));
    await openSession(tx, {
      id: idOf(token),
      userId,
      now,
      expiresAt: new Date(now.getTime() + sessionAbsoluteMs),
    });
  });
  return cookie.serialize(token, { secure: secureFor(request), maxAge: sessionAbsoluteMs / 1000 });
}

/** Ends the session and returns the `Set-Cookie` header that forgets it. */
export async function endSession(request: Request): Promise<string> {
  const token: unknown = await cookie.parse(request.headers.get('cookie'));
  if (typeof token === 'string') await withActor(system('session'), (tx) => removeSession(tx, idOf(token)));
  return cookie.serialize('', { secure: secureFor(request), maxAge: 0 });
}
