import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Severity } from '~/domain/monitoring/case.ts';

/** What lenders may agree on together: a fixed list without terms; each bank settles amounts and rates with the firm by itself. */
export const measureKinds = ['keep-lending', 'extend', 'joint-visit', 'restructure', 'orderly-exit'] as const;
export type MeasureKind = (typeof measureKinds)[number];

export type CommitteeStepKind =
  | 'asked'
  | 'agreed'
  | 'refused'
  | 'invited'
  | 'joined'
  | 'declined'
  | 'proposed'
  | 'voted-for'
  | 'voted-against'
  | 'adopted'
  | 'rejected'
  | 'closed';

/** One line of the minutes; never changed once it is written. */
export type CommitteeStep = {
  readonly kind: CommitteeStepKind;
  /** The bank that it concerns; null for the firm and the platform. */
  readonly institutionId: string | null;
  readonly measureId: string | null;
  readonly measure: MeasureKind | null;
  readonly untilDay: string | null;
  readonly text: string;
  readonly at: string;
};

export type Measure = {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly by: string;
  readonly untilDay: string | null;
  readonly text: string;
  readonly votes: ReadonlyMap<string, boolean>;
  readonly state: 'open' | 'adopted' | 'rejected';
};

export type Membership = 'invited' | 'joined' | 'declined';

export type Committee = {
  /** asked: the firm has not agreed yet, and no bank knows of it. */
  readonly state: 'asked' | 'refused' | 'open' | 'closed';
  readonly members: ReadonlyMap<string, Membership>;
  readonly measures: readonly Measure[];
};

export type CommitteeRefusal =
  | { readonly code: 'monitoring.committee-not-needed' }
  | { readonly code: 'monitoring.committee-exists' }
  | { readonly code: 'monitoring.committee-not-found' }
  | { readonly code: 'monitoring.committee-over' }
  | { readonly code: 'monitoring.committee-answered' }
  | { readonly code: 'monitoring.committee-not-joined' }
  | { readonly code: 'monitoring.committee-voted' }
  | { readonly code: 'monitoring.committee-decided' }
  | { readonly code: 'monitoring.committee-terms' }
  | { readonly code: 'monitoring.committee-until-past'; readonly field: 'until' };

type Mutable = {
  state: Committee['state'];
  members: Map<string, Membership>;
  measures: (Omit<Measure, 'votes' | 'state'> & { votes: Map<string, boolean>; state: Measure['state'] })[];
};

const states = { asked: 'asked', agreed: 'open', refused: 'refused', closed: 'closed' } as const;

/** The committee as its minutes make it. */
export function committeeOf(steps: readonly CommitteeStep[]): Committee {
  const made: Mutable = { state: 'asked', members: new Map(), measures: [] };
  for (const step of steps) enter(made, step);
  return made;
}

function enter(made: Mutable, step: CommitteeStep): void {
  const { kind, institutionId, measureId } = step;
  if (kind in states) made.state = states[kind as keyof typeof states];
  if (!institutionId && kind !== 'adopted' && kind !== 'rejected') return;
  const bank = institutionId ?? '';
  const measure = made.measures.find(({ id }) => id === measureId);
  if (kind === 'invited' || kind === 'joined' || kind === 'declined') made.members.set(bank, kind);
  else if (kind === 'proposed' && measureId && step.measure)
    made.measures.push({
      ...{ id: measureId, kind: step.measure, by: bank, untilDay: step.untilDay, text: step.text },
      votes: new Map([[bank, true]]),
      state: 'open',
    });
  else if (measure && (kind === 'voted-for' || kind === 'voted-against'))
    measure.votes.set(bank, kind === 'voted-for');
  else if (measure && (kind === 'adopted' || kind === 'rejected')) measure.state = kind;
}

/** A committee is called where several banks lend to a firm and a case of it is orange or red (domain.md row H7). */
export function mayCall(firm: {
  readonly lenders: number;
  readonly severities: readonly Severity[];
  readonly hasLive: boolean;
}): Result<'called', CommitteeRefusal> {
  if (firm.hasLive) return refuse({ code: 'monitoring.committee-exists' });
  const isSevere = firm.severities.some((severity) => severity !== 'yellow');
  return firm.lenders > 1 && isSevere
    ? accept('called')
    : refuse({ code: 'monitoring.committee-not-needed' });
}

const terms =
  /[¥￥$]\s*\d|百分之|[\d〇一二三四五六七八九十百千][\d,.〇一二三四五六七八九十百千]*\s*(万|亿|元|%|％|‰|个?基点|bps?\b|yuan|cny|rmb|per\s?cent|million)/i;

/** Whether a text names an amount or a rate: what one bank lends, and how, is no business of the others. */
export const namesTerms = (text: string): boolean => terms.test(text);

/** An invited bank decides once whether it sits in the committee. */
export function answerInvitation(
  { state, members }: Committee,
  bank: string,
): Result<'open', CommitteeRefusal> {
  const own = members.get(bank);
  if (!own) return refuse({ code: 'monitoring.committee-not-found' });
  if (state !== 'open') return refuse({ code: 'monitoring.committee-over' });
  return own === 'invited' ? accept('open') : refuse({ code: 'monitoring.committee-answered' });
}

/** Only who joined takes part, while the committee lasts. */
export function takePart({ state, members }: Committee, bank: string): Result<'joined', CommitteeRefusal> {
  const own = members.get(bank);
  if (!own) return refuse({ code: 'monitoring.committee-not-found' });
  if (own !== 'joined') return refuse({ code: 'monitoring.committee-not-joined' });
  return state === 'open' ? accept('joined') : refuse({ code: 'monitoring.committee-over' });
}

/** May the bank propose a measure? Its text names no terms, and its last day is not over. */
export function mayPropose(
  committee: Committee,
  bank: string,
  { untilDay, text, today }: { readonly untilDay: string | null; readonly text: string; readonly today: Day },
): Result<'joined', CommitteeRefusal> {
  const joined = takePart(committee, bank);
  if (!joined.ok) return joined;
  if (namesTerms(text)) return refuse({ code: 'monitoring.committee-terms' });
  if (untilDay !== null && untilDay < today)
    return refuse({ code: 'monitoring.committee-until-past', field: 'until' });
  return joined;
}

/** May the bank vote on the measure? Each member votes once; who proposed voted for it. */
export function mayVote(
  committee: Committee,
  bank: string,
  measureId: string,
): Result<Measure, CommitteeRefusal> {
  const joined = takePart(committee, bank);
  if (!joined.ok) return joined;
  const measure = committee.measures.find(({ id }) => id === measureId);
  if (!measure) return refuse({ code: 'monitoring.committee-not-found' });
  if (measure.state !== 'open') return refuse({ code: 'monitoring.committee-decided' });
  return measure.votes.has(bank) ? refuse({ code: 'monitoring.committee-voted' }) : accept(measure);
}

/**
 * What the votes come to: adopted once more than half of those who joined are for it, rejected once that can no longer be; null while
 * it is open. A member is a vote, whatever it lent: weights would tell the others how much. One member alone decides nothing.
 */
export function outcomeOf({ members }: Committee, votes: ReadonlyMap<string, boolean>) {
  const joined = [...members.values()].filter((each) => each === 'joined').length;
  const inFavour = [...votes.values()].filter(Boolean).length;
  const against = votes.size - inFavour;
  if (joined < 2) return null;
  if (inFavour * 2 > joined) return 'adopted';
  return (joined - against) * 2 <= joined ? 'rejected' : null;
}
