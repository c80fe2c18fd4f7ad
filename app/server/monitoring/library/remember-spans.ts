import type { Consent } from '~/domain/consent/artefact.ts';
import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { BranchId, EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { WatchedSpan } from '~/domain/monitoring/library/backtest.ts';
import { clock } from '~/server/clock.ts';
import { type GrantedUse, readGates } from '~/server/consent/permit-many.ts';
import { judgeUse, passGate } from '~/server/consent/permit-use.ts';
import { consentsBetween } from '~/server/consent/store.ts';
import { mattersOf, noMatter } from '~/server/consent/store-matter.ts';
import type { Tx } from '~/server/db/client.ts';
import { findEndedWithFirm, findPauses, type PastLoan } from '~/server/monitoring/store-remembered.ts';
import { findPlaces, findPublicItems } from '~/server/monitoring/store-watch.ts';

type Range = { readonly from: Day; readonly to: Day };
type Pauses = readonly { readonly kind: string; readonly at: Date }[];

/** A loan is tried where it lies today: a consent that names another branch would not have served it there. */
const useOf = (loan: PastLoan, places: ReadonlyMap<string, string>): GrantedUse => ({
  enterpriseId: loan.enterprise_id as EnterpriseId,
  institutionId: loan.institution_id as InstitutionId,
  branchId: (places.get(loan.application_id) ?? null) as BranchId | null,
  purpose: 'post-loan',
  items: 'granted',
  fetchType: 'periodic',
  ...(loan.enterprise_id === loan.borrower_id && { applicationId: loan.application_id }),
});

/**
 * The days on which the lenders of some loans might look, and at which items: by the consents in force on each day. A consent that
 * was withdrawn or is paused today opens nothing any more, not even what it once opened (PIPL 15, 47); nor does one to a lender
 * that is suspended, or of a firm whose data may only be stored. The value is in the order of the loans.
 */
export async function rememberSpans(
  tx: Tx,
  loans: readonly PastLoan[],
  range: Range,
): Promise<WatchedSpan[][]> {
  const places = await findPlaces(tx, loans);
  const uses = loans.map((loan) => useOf(loan, places));
  const firms = [...new Set(loans.map((loan) => loan.enterprise_id))];
  const gateOf = await readGates(tx, uses);
  const matters = await mattersOf(
    tx,
    firms,
    loans.map((loan) => loan.application_id),
  );
  const usable = await usableConsents(tx, loans);
  const pauses = await findPauses(
    tx,
    usable.map(({ id }) => id),
  );
  const publicItems = await findPublicItems(tx);
  return uses.map((use, n) => {
    const loan = loans[n] as PastLoan;
    const gate = gateOf(use);
    const entry = passGate(use, gate);
    if (!entry.ok) return [];
    const consents = usable.filter((consent) => isBetween(consent, use));
    const matter = matters.get(`${use.enterpriseId} ${use.applicationId}`) ?? noMatter;
    const itemsAt = (at: Date): ReadonlySet<string> | null => {
      const held = consents.filter((consent) => !wasPaused(pauses.get(consent.id) ?? [], at));
      const ground = { catalogue: gate.items, matter, consents: held, reads: new Map(), at };
      const verdict = judgeUse(use, entry.value, ground);
      return verdict.ok ? new Set([...verdict.value.items, ...publicItems]) : null;
    };
    return spansOf(livedWithin(loan, range), turnsOf(consents, pauses), itemsAt);
  });
}

/** Consents that nobody withdrew and that are not paused; one that ended with its firm opens the days until then. */
async function usableConsents(tx: Tx, loans: readonly PastLoan[]): Promise<Consent[]> {
  const firms = [...new Set(loans.map((loan) => loan.enterprise_id))];
  const given = await consentsBetween(tx, firms, [...new Set(loans.map((loan) => loan.institution_id))]);
  const ended = await findEndedWithFirm(
    tx,
    given.map(({ id }) => id),
  );
  return given.filter(
    ({ id, revokedAt, pausedAt }) => (revokedAt === null || ended.has(id)) && pausedAt === null,
  );
}

const isBetween = ({ enterpriseId, recipient }: Consent, use: GrantedUse): boolean =>
  enterpriseId === use.enterpriseId &&
  recipient.kind === 'institution' &&
  recipient.institutionId === use.institutionId;

const wasPaused = (pauses: Pauses, at: Date): boolean =>
  pauses.findLast((pause) => pause.at <= at)?.kind === 'paused';

/** The days before the first one that is asked are looked at, too: what stood then is not new. */
function livedWithin(loan: PastLoan, { from, to }: Range): Range {
  const first = addDays(from, -1);
  const last = loan.lived_through !== null && loan.lived_through < to ? loan.lived_through : to;
  return { from: loan.lived_from > first ? loan.lived_from : first, to: last };
}

/** The days on which something about the consents may turn. */
const turnsOf = (consents: readonly Consent[], pauses: ReadonlyMap<string, Pauses>): Day[] =>
  consents.flatMap(({ id, validFrom, validTo, revokedAt }) => [
    dayAt(validFrom),
    dayAt(validTo),
    ...(revokedAt ? [dayAt(revokedAt)] : []),
    ...(pauses.get(id) ?? []).map(({ at }) => dayAt(at)),
  ]);

function spansOf(
  { from, to }: Range,
  turns: readonly Day[],
  itemsAt: (at: Date) => ReadonlySet<string> | null,
): WatchedSpan[] {
  if (from > to) return [];
  const starts = [...new Set([from, ...turns.filter((turn) => turn > from && turn <= to)])].sort();
  const now = clock.now();
  return starts.flatMap((start, at) => {
    const next = starts[at + 1];
    const end = new Date(startOf(addDays(start, 1)).getTime() - 1);
    const items = itemsAt(end < now ? end : now);
    return items ? [{ from: start, through: next ? addDays(next, -1) : to, items }] : [];
  });
}
