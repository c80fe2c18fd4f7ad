import { randomBytes } from 'node:crypto';
import { codesOf, type MaskedDenial, maskDenial } from '~/domain/privacy/decision-log.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countRefused, refusedSince } from '~/server/privacy/store-denials.ts';

const days = 30;
const most = 200;

/** Pseudonyms hold as long as this process lives: a page can be read through, nothing can be collected over weeks. */
const salt = randomBytes(16).toString('hex');

export type DenialsPage = {
  /** The latest of them; `byCode` counts all. */
  readonly denials: readonly MaskedDenial[];
  /** Events that could not be masked and are therefore not shown. */
  readonly dropped: number;
  readonly byCode: readonly { readonly code: string; readonly count: number }[];
  readonly days: number;
};

/** What was refused in the last 30 days and why, masked (row P3). */
export async function listDenials(actor: Actor): Promise<DenialsPage> {
  const since = new Date(clock.now().getTime() - days * 86_400_000);
  const { rows, groups } = await withActor(actor, async (tx) => ({
    rows: await refusedSince(tx, since, most),
    groups: await countRefused(tx, since),
  }));
  const denials = rows
    .map((row) => maskDenial({ ...row, at: row.at.toISOString() }, salt))
    .filter((one): one is MaskedDenial => one !== null);
  return { denials, days, ...totals(groups) };
}

type Groups = Awaited<ReturnType<typeof countRefused>>;

/** All refusals by their code; those that could not be masked only as a number. */
function totals(groups: Groups): Pick<DenialsPage, 'byCode' | 'dropped'> {
  const counts = new Map<string, number>();
  let dropped = 0;
  for (const { action, code, gate, n } of groups) {
    const codes = codesOf({ code, gate }, action);
    const counted = codes && (codes.code ?? action);
    if (counted === null) dropped += n;
    else counts.set(counted, (counts.get(counted) ?? 0) + n);
  }
  const byCode = [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
  return { byCode, dropped };
}
