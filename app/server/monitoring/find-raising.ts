import { type KnownAlert, raisingSignals } from '~/domain/monitoring/dedup.ts';
import type { Signal } from '~/domain/monitoring/signal.ts';
import type { Reader } from '~/server/db/client.ts';
import { findSignalVersions } from '~/server/monitoring/store-screen.ts';

/** The versions that raised live ones of some alerts and are not in force any more. They are seldom there. */
export async function findRaising(
  tx: Reader,
  known: readonly KnownAlert[],
  inForce: readonly Signal[],
): Promise<Signal[]> {
  const isOfAnother = ({ state, groupKey, signalVersion }: KnownAlert) =>
    state !== 'closed' &&
    !inForce.some(({ code, version }) => version === signalVersion && groupKey.endsWith(`/${code}`));
  return known.some(isOfAnother) ? raisingSignals(await findSignalVersions(tx), known, inForce) : [];
}
