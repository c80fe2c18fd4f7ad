import { accept, type Result } from '~/domain/kernel/result.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import type { Also } from '~/server/application/also.ts';
import { listPosted, postedFilters } from '~/server/application/list-posted.ts';
import type { NeedTaken } from '~/server/application/need-operations.ts';
import type { PostedProfile } from '~/server/application/posted-profile.ts';
import { showPosted } from '~/server/application/show-posted.ts';
import { type KeyReused, onceOnly } from '~/server/platform/once-only.ts';

const told = ({ amountFen, termMonths, purpose, collateral, kind, size, ...rest }: PostedProfile) => ({
  ...{ amount: amountFen, termMonths, purpose, collateral, kind, size },
  ...{ region: rest.region, industry: rest.industry, years: rest.years, grade: rest.grade },
});

/** A page of posted needs for the bank's own system: the same reading as the desk's. */
export async function needsForMachine(actor: InstitutionPerson, asked: URLSearchParams) {
  const show = postedFilters.find((known) => known === asked.get('show')) ?? 'all';
  const page = /^[1-9]\d{0,2}$/.exec(asked.get('page') ?? '') ? Number(asked.get('page')) : 1;
  const { rows, pages, total } = await listPosted(actor, show, page);
  const needs = rows.map(({ id, profile, firm, fits, postedAt, openUntil, isOpen, recommended, own }) => ({
    ...{ id, ...told(profile), firm, fits, postedAt, openUntil, isOpen, recommended, own },
  }));
  return accept({ needs, page, pages, total });
}

/** One posted need for the bank's own system. */
export async function needForMachine(actor: InstitutionPerson, id: string) {
  const shown = await showPosted(actor, id);
  if (!shown.ok) return shown;
  const { profile, firm, postedAt, openUntil, isOpen, recommended, own, products } = shown.value;
  const name = typeof firm === 'string' ? firm : null;
  return accept({
    ...{ id, ...told(profile), firm: name, postedAt, openUntil, isOpen, recommended, products },
    own: own && { state: own.state, dueAt: own.dueAt },
  });
}

type Call = { readonly actor: InstitutionPerson; readonly key: string; readonly bodyHash: string };

/** What a bank's system does with a need: the officer's own use case, once for a key. The request's hash holds the need. */
export function pushAnswer<R extends { readonly code: string }>(
  { actor, key, bodyHash }: Call,
  answer: NeedTaken,
  run: (also: Also<string>) => Promise<Result<string, R>>,
): Promise<Result<NeedTaken, R | KeyReused>> {
  const step = answer.state === 'taken' ? 'take' : 'answer';
  const once = { key, requestHash: `${step} ${answer.id} ${bodyHash}` };
  return onceOnly(actor, once, async (keep): Promise<Result<NeedTaken, R>> => {
    const done = await run((tx) => keep(tx, answer));
    return done.ok ? accept(answer) : done;
  });
}
