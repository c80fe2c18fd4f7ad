import type { Day } from '~/domain/kernel/day.ts';

/** What a recipient may see of a record, from the most open to the strictest. */
export const disclosures = ['shown', 'flagged', 'suspended', 'hidden'] as const;
export type Disclosure = (typeof disclosures)[number];

/** The strictest of several; nothing pending shows the record. */
export const strictest = (all: readonly Disclosure[]): Disclosure =>
  disclosures[Math.max(0, ...all.map((each) => disclosures.indexOf(each)))] ?? 'shown';

/** What happens to one record and around it, each with the day from which it counts, whenever it was learnt. */
export type RecordEvent =
  | { readonly kind: 'objection-filed'; readonly on: Day; readonly suspends: boolean }
  | { readonly kind: 'objection-ended'; readonly on: Day }
  | { readonly kind: 'repair-filed'; readonly on: Day }
  | { readonly kind: 'repair-ended'; readonly on: Day }
  | { readonly kind: 'sealed'; readonly on: Day }
  | { readonly kind: 'restored'; readonly on: Day }
  | { readonly kind: 'revoked'; readonly on: Day }
  | { readonly kind: 'sheet-expired'; readonly on: Day };

export type RecordStanding = {
  readonly record: 'live' | 'sealed' | 'revoked';
  readonly disclosure: Disclosure;
  readonly objection: 'none' | 'pending' | 'ended' | 'moot';
  readonly repair: 'none' | 'pending' | 'ended' | 'moot';
  /** Days on which the record was disputed, the first and the last; the last is null while it lasts. */
  readonly disputed: { readonly from: Day; readonly to: Day | null } | null;
  /** A sheet that rested on the record needs a successor. */
  readonly sheetDue: boolean;
};

const firstOn = (events: readonly RecordEvent[], kind: RecordEvent['kind']): Day | null =>
  events
    .filter((event) => event.kind === kind)
    .map(({ on }) => on)
    .sort()[0] ?? null;
const lastOn = (events: readonly RecordEvent[], kind: RecordEvent['kind']): Day | null =>
  events
    .filter((event) => event.kind === kind)
    .map(({ on }) => on)
    .sort()
    .at(-1) ?? null;

/** A right that is exercised against a record which is gone by then, or goes meanwhile, has no matter any more. */
function rightOf(filed: Day | null, ended: Day | null, revoked: Day | null): RecordStanding['objection'] {
  if (filed === null) return 'none';
  if (ended !== null && ended >= filed && (revoked === null || ended <= revoked)) return 'ended';
  return revoked === null ? 'pending' : 'moot';
}

/**
 * Where a record stands, from the set of all that is known to have happened (domain.md edge case 15): the order in
 * which it was learnt changes nothing. A revocation decides everything else; of pending states the strictest governs
 * what recipients see.
 */
export function standingOf(events: readonly RecordEvent[]): RecordStanding {
  const revoked = firstOn(events, 'revoked');
  const filed = lastOn(events, 'objection-filed');
  const objection = rightOf(filed, lastOn(events, 'objection-ended'), revoked);
  const repair = rightOf(lastOn(events, 'repair-filed'), lastOn(events, 'repair-ended'), revoked);
  const sealedOn = lastOn(events, 'sealed');
  const restoredOn = lastOn(events, 'restored');
  const isSealed = sealedOn !== null && (restoredOn === null || restoredOn < sealedOn);
  const suspends = events.some((e) => e.kind === 'objection-filed' && e.on === filed && e.suspends);
  const record = revoked !== null ? 'revoked' : isSealed ? 'sealed' : 'live';
  return {
    record,
    disclosure: strictest([
      record === 'live' ? 'shown' : 'hidden',
      objection !== 'pending' ? 'shown' : suspends ? 'suspended' : 'flagged',
    ]),
    objection,
    repair,
    disputed: disputeOf(filed, objection, lastOn(events, 'objection-ended'), revoked),
    sheetDue: record !== 'live' || firstOn(events, 'sheet-expired') !== null,
  };
}

function disputeOf(
  filed: Day | null,
  state: RecordStanding['objection'],
  ended: Day | null,
  revoked: Day | null,
) {
  if (filed === null || (revoked !== null && revoked <= filed)) return null;
  const to = state === 'pending' ? null : state === 'ended' ? ended : revoked;
  return { from: filed, to };
}
