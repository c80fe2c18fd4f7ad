import type { Permit, UseRefusal } from '~/domain/consent/check-use.ts';
import { dayAt, startOf } from '~/domain/kernel/day.ts';
import { grouped } from '~/domain/kernel/group.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { clock } from '~/server/clock.ts';
import { type IntendedUse, judgeUse, passGate } from '~/server/consent/permit-use.ts';
import { consentsBetween, readsSince } from '~/server/consent/store.ts';
import { findStoredOnly, type Gate, lockConsentsOfFirms, readGate } from '~/server/consent/store-gate.ts';
import { mattersOf, noMatter, reachedAt } from '~/server/consent/store-matter.ts';
import type { Tx } from '~/server/db/client.ts';

/** A use by an institution of what it was granted. */
export type GrantedUse = IntendedUse & { readonly institutionId: InstitutionId; readonly items: 'granted' };

const distinct = <T>(some: readonly T[]): T[] => [...new Set(some)];

/**
 * What `permitUse` says of each of many uses, in their order, by a few questions for all of them. The consents of all the firms
 * stay locked until the transaction ends, taken in the order of the uses.
 */
export async function permitMany(tx: Tx, uses: readonly GrantedUse[]): Promise<Result<Permit, UseRefusal>[]> {
  if (uses.length === 0) return [];
  const firms = distinct(uses.map((use) => use.enterpriseId));
  await lockConsentsOfFirms(tx, firms);
  const at = clock.now();
  const gateOf = await readGates(tx, uses);
  const matters = await mattersOf(
    tx,
    firms,
    uses.flatMap(({ applicationId }) => applicationId ?? []),
  );
  const consents = await consentsBetween(tx, firms, distinct(uses.map((use) => use.institutionId)));
  const reached = await reachedAt(tx, consents);
  const reads = await readsSince(
    tx,
    consents.map(({ id }) => id),
    startOf(dayAt(at)),
  );
  const given = grouped(consents, ({ enterpriseId, recipient }) =>
    recipient.kind === 'institution' ? `${enterpriseId} ${recipient.institutionId}` : '',
  );
  return uses.map((use) => {
    const gate = gateOf(use);
    const entry = passGate(use, gate);
    if (!entry.ok) return entry;
    const matter = matters.get(`${use.enterpriseId} ${use.applicationId}`) ?? noMatter;
    const held = given.get(`${use.enterpriseId} ${use.institutionId}`) ?? [];
    const mine = matter.closedAt === null ? held.filter(({ id }) => !reached.has(id)) : held;
    return judgeUse(use, entry.value, { catalogue: gate.items, matter, consents: mine, reads, at });
  });
}

/** The gate of each use: the catalogue and the institution's standing are asked once for each institution. */
export async function readGates(tx: Tx, uses: readonly GrantedUse[]): Promise<(use: GrantedUse) => Gate> {
  const stored = await findStoredOnly(tx, distinct(uses.map((use) => use.enterpriseId)));
  const gates = new Map<InstitutionId, Gate>();
  for (const { enterpriseId, institutionId } of uses) {
    if (gates.has(institutionId)) continue;
    gates.set(
      institutionId,
      await readGate(tx, { enterpriseId, institutionId, codes: null }, dayAt(clock.now())),
    );
  }
  return ({ enterpriseId, institutionId }) => ({
    ...(gates.get(institutionId) as Gate),
    storedOnly: stored.has(enterpriseId),
  });
}
