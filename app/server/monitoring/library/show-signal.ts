import { z } from 'zod';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { runSignalExamples, type SignalVersion } from '~/domain/monitoring/library/signal-version.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { itemsOf, signalInForce } from '~/server/monitoring/library/list-signals.ts';
import {
  findClosedAlerts,
  findPrecision,
  namesOfItems,
  precisionSince,
} from '~/server/monitoring/store-library.ts';
import { findOpenDrafts, findSchemeVersions, namesOfPeople } from '~/server/policy/store-drafts.ts';

export const signalParams = z.object({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/) });
export const signalQuery = z.object({
  version: z.coerce.number().int().min(1).optional().catch(undefined),
  page: z.coerce.number().int().min(0).max(1_000).catch(0).default(0),
});
type Wish = { readonly version?: number | undefined; readonly page: number; readonly alerts: boolean };

const pageSize = 10;

/** The worked examples of a version with what it finds in each, and the figures that its sentence would quote. */
export const examplesOf = (signal: SignalVersion) =>
  runSignalExamples(signal).map(({ example, hit, passed }) => ({
    zh: example.zh,
    en: example.en,
    asOf: example.asOf as string,
    expect: example.expect,
    found: hit?.severity ?? null,
    figures: hit?.figures ?? null,
    passed,
  }));

/** One version of a signal (else the one in force) with all its versions, its draft, and the alerts behind its precision. */
export function showSignal(actor: Actor, code: string, wish: Wish) {
  return withActor(
    actor,
    async (tx): Promise<Result<SignalPageData, { readonly code: 'policy.not-found' }>> => {
      const rows = await findSchemeVersions(tx, code, signalKinds);
      const versions = rows.map(asSignal);
      const shown =
        wish.version === undefined
          ? signalInForce(versions, clock.today())
          : versions.find(({ version }) => version === wish.version);
      return shown ? accept(await pageOf(tx, shown, rows, wish)) : refuse({ code: 'policy.not-found' });
    },
  );
}

export type SignalPageData = Awaited<ReturnType<typeof pageOf>>;
type Rows = Awaited<ReturnType<typeof findSchemeVersions>>;

async function pageOf(tx: Tx, signal: SignalVersion, rows: Rows, { page, alerts }: Wish) {
  const { code } = signal;
  const since = precisionSince();
  const [draft] = await findOpenDrafts(tx, code, signalKinds);
  const precision = await findPrecision(tx, code, since);
  const closed = alerts ? await findClosedAlerts(tx, code, since, pageSize + 1, page * pageSize) : [];
  return {
    signal,
    inForce: signalInForce(rows.map(asSignal), clock.today())?.version ?? null,
    items: await namesOfItems(tx, itemsOf(signal.body)),
    examples: examplesOf(signal),
    versions: await versionsOf(tx, rows),
    draft: draft ? { id: draft.id, version: draft.version, note: draft.note } : null,
    precision,
    alerts: closed.slice(0, pageSize).map(({ raised_at, closed_at, ...alert }) => ({
      ...alert,
      raisedAt: raised_at.toISOString(),
      closedAt: closed_at.toISOString(),
    })),
    page,
    more: closed.length > pageSize,
  };
}

async function versionsOf(tx: Tx, rows: Rows) {
  const people = await namesOfPeople(
    tx,
    rows.flatMap((row) => [row.draftedBy, row.publishedBy]),
  );
  return rows.map((row) => ({
    version: row.version,
    validFrom: asSignal(row).validFrom as string,
    validTo: asSignal(row).validTo as string | null,
    publishedAt: row.publishedAt.toISOString(),
    draftedBy: people.get(row.draftedBy ?? '') ?? null,
    publishedBy: people.get(row.publishedBy ?? '') ?? null,
  }));
}
