import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import type { SignalVersion } from '~/domain/monitoring/library/signal-version.ts';
import { type SignalBody, signalFamilies } from '~/domain/monitoring/signal.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { findPrecisions, namesOfItems, precisionSince } from '~/server/monitoring/store-library.ts';
import { findOpenDrafts, findSchemeVersions } from '~/server/policy/store-drafts.ts';

export const signalsQuery = z.object({
  family: z.enum(signalFamilies).optional().catch(undefined),
  active: z.enum(['yes', 'no']).optional().catch(undefined),
});
export type SignalsQuery = z.output<typeof signalsQuery>;

/** The version that counts on a day; before the first one begins it is the next, after the end of all the last. */
export function signalInForce(versions: readonly SignalVersion[], on: Day): SignalVersion | undefined {
  const newest = versions.toSorted((a, b) => b.version - a.version);
  const holds = ({ validFrom, validTo }: SignalVersion) =>
    validFrom <= on && (validTo === null || validTo >= on);
  return newest.find(holds) ?? newest.filter(({ validFrom }) => validFrom > on).at(-1) ?? newest[0];
}

/** The items that a signal looks at, also while it is off. */
export const itemsOf = ({ rule }: SignalBody): readonly string[] =>
  rule && 'items' in rule ? rule.items : [];

/** The whole library: each signal as it stands today, in the order of the families and of the plan, and the open drafts. */
export function listSignals(actor: Actor, { family, active }: SignalsQuery) {
  const today = clock.today();
  return withActor(actor, async (tx) => {
    const versions = (await findSchemeVersions(tx, undefined, signalKinds)).map(asSignal);
    const drafts = await findOpenDrafts(tx, undefined, signalKinds);
    const precisions = await findPrecisions(tx, precisionSince());
    const codes = [...new Set(versions.map(({ code }) => code))];
    const shown = codes.flatMap(
      (code) =>
        signalInForce(
          versions.filter((v) => v.code === code),
          today,
        ) ?? [],
    );
    const rows = shown.toSorted(inOrder).map((signal) => ({
      ...rowOf(signal),
      versions: versions.filter(({ code }) => code === signal.code).length,
      draftId: drafts.find(({ code }) => code === signal.code)?.id ?? null,
      precision: precisions.find(({ code }) => code === signal.code) ?? {
        code: signal.code,
        closed: 0,
        right: 0,
      },
    }));
    return {
      rows: rows.filter(
        (row) =>
          (!family || row.body.family === family) && (!active || row.body.active === (active === 'yes')),
      ),
      total: rows.length,
      active: rows.filter((row) => row.body.active).length,
      items: await namesOfItems(
        tx,
        shown.flatMap(({ body }) => itemsOf(body)),
      ),
      drafts: drafts.map(({ id, code, version, note }) => ({ id, code, version, note })),
    };
  });
}

const inOrder = (a: SignalVersion, b: SignalVersion): number =>
  signalFamilies.indexOf(a.body.family) - signalFamilies.indexOf(b.body.family) ||
  (a.body.planNos[0] ?? 99) - (b.body.planNos[0] ?? 99) ||
  (a.code < b.code ? -1 : 1);

const rowOf = ({ code, version, body, validFrom, validTo, legalBasis, legalBasisEn }: SignalVersion) => ({
  code,
  version,
  body,
  validFrom: validFrom as string,
  validTo: validTo as string | null,
  legalBasis,
  legalBasisEn,
});

export type SignalLibrary = Awaited<ReturnType<typeof listSignals>>;
export type SignalRow = SignalLibrary['rows'][number];
