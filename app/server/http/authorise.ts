import { type AppLoadContext, json, redirect } from '@remix-run/node';
import type { Standing } from '~/domain/institution/standing.ts';
import type { Refusal } from '~/domain/kernel/result.ts';
import { type Actor, anonymous, type Person, system } from '~/server/access/actor.ts';
import { type Permission, reachOf } from '~/server/access/policy.ts';
import { whyShutOut } from '~/server/access/why-shut-out.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readSession } from '~/server/http/session.ts';
import { refusals } from '~/text/all-refusals.ts';
import { type Locale, locales } from '~/text/define.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { wordShutOut } from '~/text/shut-out.ts';

/** What a route declares: a permission of the table, anybody, anybody signed in, or a machine with a token. */
export type Gate = Permission | 'public' | 'signed-in' | 'machine';

/** A refusal as a response: the root's error boundary words it. */
export const refusalResponse = (refusal: Refusal, status: number): Response =>
  json({ refusal, words: inBoth(refusal) }, { status });

/** A refusal that takes the page's place, worded here so that browsers need not be sent the words of all. */
const inBoth = (refusal: Refusal): RefusalWords => inEach((locale) => wordRefusal(refusals, refusal, locale));

const inEach = <T>(word: (locale: Locale) => T) =>
  Object.fromEntries(locales.map((locale) => [locale, word(locale)])) as { readonly [L in Locale]: T };

export type RefusalWords = { readonly [L in Locale]: string };

/** "Not yours" and "does not exist" are one answer. */
export const notFound = (): Response => refusalResponse({ code: 'http.not-found' }, 404);

/** The actor, if the gate lets them through; otherwise throws the answer (sign-in page, 403) and logs the denial. */
export async function authorise(request: Request, context: AppLoadContext, gate: Gate): Promise<Actor> {
  const signed = await readSession(request, context);
  if (gate === 'public') return signed?.actor ?? anonymous;
  if (!signed) throw toSignIn(request);
  if (gate === 'signed-in') return signed.actor;
  if (gate === 'machine') throw await denied(signed.actor, gate, { code: 'http.forbidden' });
  if (reachOf(signed.actor, gate) === null)
    throw await denied(signed.actor, gate, { code: 'http.forbidden' });
  if (signed.standing !== 'good' && signed.actor.institutionId)
    throw await shutOut(signed.actor, gate, signed.standing);
  return signed.actor;
}

function toSignIn(request: Request): Response {
  const url = new URL(request.url);
  const next = request.method === 'GET' ? url.pathname + stripData(url) : '/';
  return redirect(`/login?next=${encodeURIComponent(next)}`);
}

function stripData(url: URL): string {
  const kept = new URLSearchParams(url.search);
  kept.delete('_data');
  return kept.size > 0 ? `?${kept}` : '';
}

async function denied(actor: Actor, gate: string, refusal: Refusal): Promise<Response> {
  await noteDenied(actor, gate, refusal);
  return refusalResponse(refusal, 403);
}

/** A page of its own for people whose institution may not read now. */
async function shutOut(person: Person, gate: string, standing: Exclude<Standing, 'good'>): Promise<Response> {
  const refusal = await whyShutOut(person, standing);
  await noteDenied(person, gate, refusal);
  const words = inBoth(refusal);
  return json({ refusal, words, shutOut: inEach((locale) => wordShutOut(refusal, locale)) }, { status: 403 });
}

async function noteDenied(actor: Actor, gate: string, { code }: Refusal): Promise<void> {
  await withActor(system('access'), (tx) =>
    appendAudit(tx, actor, { action: 'access.denied', outcome: 'refused', detail: { gate, code } }),
  );
}

/** What a use case answered, as far as it can be a refusal. */
type Outcome = { readonly ok?: boolean; readonly refusal?: Refusal } | null | undefined;

/**
 * Notes that somebody asked for what is not theirs or does not exist. They get the same answer for both, and so does
 * the log; but who tries one id after another shows in it.
 */
export async function noteMiss(actor: Actor, gate: Gate, outcome: unknown): Promise<void> {
  const refusal = (outcome as Outcome)?.ok === false ? (outcome as Outcome)?.refusal : undefined;
  if (actor.kind !== 'person' || !refusal?.code.endsWith('not-found')) return;
  await withActor(system('access'), (tx) =>
    appendAudit(tx, actor, {
      action: 'access.missed',
      outcome: 'refused',
      detail: { gate, code: refusal.code },
    }),
  );
}

/**
 * Cross-site requests never write: the browser says where a form came from (Fetch Metadata, else Origin).
 * Together with same-site cookies this is the CSRF defence; a client that says neither is refused.
 */
export function refuseCrossSite(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return;
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (!site && origin && URL.canParse(origin) && new URL(origin).host === host) return;
  throw refusalResponse({ code: 'http.cross-site' }, 403);
}
