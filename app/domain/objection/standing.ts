import type { Day } from '~/domain/kernel/day.ts';

/** What a recipient may see of a record, from the most open to the strictest. */
export const disclosures = ['shown', 'flagged', 'suspended', 'hidden'] as const;
export type Disclosure = (typeof disclosures)[number];

/** The strictest of several; nothing pending shows the record. */
export const strictest = (all: readonly Disclosure[]): Disclosure =>
  disclosures[Math.max(0, ...all.map((each) => disclosures.indexOf(each)))] ?? 'shown';

/**
 * What happens to one record and around it, each with the day from which it counts, whenever it was learnt. What ends
 * names the case or the seal that it ends: several may begin and end on one day.
 */
export type RecordEvent =
  | { readonly kind: 'objection-filed'; readonly of: string; readonly on: Day; readonly suspends: boolean }
  | { readonly kind: 'objection-ended'; readonly of: string; readonly on: Day }
  | { readonly kind: 'repair-filed'; readonly of: string; readonly on: Day }
  | { readonly kind: 'repair-ended'; readonly of: string; readonly on: Day }
  | { readonly kind: 'sealed'; readonly of: string; readonly on: Day }
  | { readonly kind: 'restored'; readonly of: string; readonly on: Day }
  | { readonly kind: 'revoked'; readonly on: Day }
  | { readonly kind: 'sheet-expired'; readonly on: Day };

export type RecordStanding = {
  readonly record: 'live' | 'sealed' | 'revoked';
  readonly disclosure: Disclosure;
  readonly objection: 'none' | 'pending' | 'ended' | 'moot';
  readonly repair: 'none' | 'pending' | 'ended' | 'moot';
  /** Spans of days in which the record was disputed, the first first; the last day is null while it lasts. */
  readonly disputes: readonly { readonly from: Day; readonly to: Day | null }[];
  /** A sheet that rested on the record needs a successor. */
  readonly sheetDue: boolean;
};

const firstOn = (events: readonly RecordEvent[], kind: 'revoked' | 'sheet-expired'): Day | null =>
  events
    .filter((event) => event.kind === kind)
    .map(({ on }) => on)
    .sort()[0] ?? null;

type Beginning = 'objection-filed' | 'repair-filed' | 'sealed';
const endings = {
  'objection-filed': 'objection-ended',
  'repair-filed': 'repair-ended',
  sealed: 'restored',
} as const;

type Stage = RecordStanding['objection'];
type Span = {
  readonly from: Day;
  readonly to: Day | null;
  readonly suspends: boolean;
  readonly stage: Stage;
};

/** Each thing of a kind from its beginning to its end, null where it lasts; heard of twice it is still one. */
function spansOf(events: readonly RecordEvent[], kind: Beginning, revoked: Day | null): Span[] {
  const spans = new Map<string, Span>();
  for (const event of events) {
    if (event.kind !== kind) continue;
    const end = events.find((each) => each.kind === endings[kind] && each.of === event.of);
    const stage = stageOf(end?.on ?? null, revoked);
    const to = stage === 'moot' ? revoked : (end?.on ?? null);
    const suspends = event.kind === 'objection-filed' && event.suspends;
    spans.set(event.of, { from: event.on, to, suspends, stage });
  }
  return [...spans.values()];
}

/** A right that is exercised against a record which is gone by then, or goes meanwhile, has no matter any more. */
function stageOf(ended: Day | null, revoked: Day | null): Stage {
  if (ended !== null && (revoked === null || ended <= revoked)) return 'ended';
  return revoked === null ? 'pending' : 'moot';
}

/** Of several cases the one that still binds. */
const stages = ['pending', 'moot', 'ended', 'none'] as const;
const stageOfAll = (spans: readonly Span[]): Stage =>
  stages.find((stage) => spans.some((span) => span.stage === stage)) ?? 'none';

/**
 * Where a record stands, from the set of all that is known to have happened (domain.md edge case 15): the order in
 * which it was learnt changes nothing. A revocation decides everything else; of pending states the strictest governs
 * what recipients see.
 */
export function standingOf(events: readonly RecordEvent[]): RecordStanding {
  const revoked = firstOn(events, 'revoked');
  const objections = spansOf(events, 'objection-filed', revoked);
  const pending = objections.filter(({ stage }) => stage === 'pending');
  const isSealed = spansOf(events, 'sealed', null).some(({ to }) => to === null);
  const record = revoked !== null ? 'revoked' : isSealed ? 'sealed' : 'live';
  return {
    record,
    disclosure: strictest([
      record === 'live' ? 'shown' : 'hidden',
      ...pending.map(({ suspends }) => (suspends ? 'suspended' : 'flagged')),
    ]),
    objection: stageOfAll(objections),
    repair: stageOfAll(spansOf(events, 'repair-filed', revoked)),
    disputes: objections
      .filter(({ from }) => revoked === null || from < revoked)
      .map(({ from, to }) => ({ from, to }))
      .sort((a, b) => (a.from + (a.to ?? '~') < b.from + (b.to ?? '~') ? -1 : 1)),
    sheetDue: record !== 'live' || firstOn(events, 'sheet-expired') !== null,
  };
}
