import { randomBytes } from 'node:crypto';
import { type MaskedDenial, maskDenial } from '~/domain/privacy/decision-log.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { refusedSince } from '~/server/privacy/store-denials.ts';

const days = 30;
const most = 200;

/** Pseudonyms hold as long as this process lives: a page can be read through, nothing can be collected over weeks. */
const salt = randomBytes(16).toString('hex');

export type DenialsPage = {
  readonly denials: readonly MaskedDenial[];
  /** Events that could not be masked and are therefore not shown. */
  readonly dropped: number;
  readonly byCode: readonly { readonly code: string; readonly count: number }[];
  readonly days: number;
};

/** What was refused in the last 30 days and why, masked (row P3). */
export async function listDenials(actor: Actor): Promise<DenialsPage> {
  const since = new Date(clock.now().getTime() - days * 86_400_000);
  const rows = await withActor(actor, (tx) => refusedSince(tx, since, most));
  const masked = rows.map((row) => maskDenial({ ...row, at: row.at.toISOString() }, salt));
  const denials = masked.filter((one): one is MaskedDenial => one !== null);
  const counts = new Map<string, number>();
  for (const { code, action } of denials) counts.set(code ?? action, (counts.get(code ?? action) ?? 0) + 1);
  const byCode = [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
  return { denials, dropped: masked.length - denials.length, byCode, days };
}
