import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/** What a document shows to exist before a disbursement; only some of it is a bank loan (domain.md, edge case 7). */
export const liabilities = ['bank-loan', 'owner-loan', 'credit-card', 'guarantee'] as const;
export type Liability = (typeof liabilities)[number];

/** A dated piece of evidence for or against a first loan (首贷). It is never edited; a mistaken one is withdrawn by another. */
export type FirstLoanEvidence = { readonly id: string } & (
  | { readonly kind: 'clear-record'; readonly seenOn: Day }
  | { readonly kind: 'earlier'; readonly liability: Liability; readonly since: Day }
  | { readonly kind: 'withdrawal'; readonly of: string }
);

/** What counts as a first loan, as effective-dated data. */
export type FirstLoanRules = {
  /** A credit record proves something for a disbursement at most so many days later. */
  readonly recordDays: number;
  /** What of it is a bank loan; a scheme may count the owner's loans otherwise. */
  readonly counted: readonly Liability[];
  /** Whether two loans of one day are both first (neither stood in the record before) or neither is. */
  readonly sameDay: 'both' | 'neither';
};

export type FirstLoanStatus =
  | { readonly status: 'first'; readonly because: 'clear-record'; readonly evidenceId: string }
  | { readonly status: 'not-first'; readonly because: 'earlier-loan'; readonly evidenceId: string }
  | { readonly status: 'not-first'; readonly because: 'loan-here'; readonly evidenceId: null }
  | {
      readonly status: 'unproven';
      readonly because: 'no-record' | 'record-too-old';
      readonly evidenceId: null;
    };

export type FirstLoanCase = {
  readonly disbursedOn: Day;
  readonly evidence: readonly FirstLoanEvidence[];
  /** First drawdowns of the firm's other loans on the platform, at whatever bank. */
  readonly otherLoans: readonly Day[];
};

/** The evidence that was not withdrawn; a withdrawal that was itself withdrawn takes nothing away. */
export function evidenceInEffect(evidence: readonly FirstLoanEvidence[]): FirstLoanEvidence[] {
  const withdrawals = evidence.filter((e) => e.kind === 'withdrawal');
  const isStanding = (id: string): boolean => !withdrawals.some((w) => w.of === id && isStanding(w.id));
  return evidence.filter((e) => e.kind !== 'withdrawal' && isStanding(e.id));
}

/**
 * Whether a loan was the firm's first from a bank, as the evidence known now tells it: no bank loan in the credit record
 * immediately before the disbursement (domain.md E9 and edge case 7). One earlier loan outweighs every clear
 * record, since a record may surface late; without a record of the days before the disbursement nothing is proven.
 * The answer follows from the evidence alone, in whatever order it came.
 */
export function firstLoanStatus(loan: FirstLoanCase, rules: FirstLoanRules): FirstLoanStatus {
  const { disbursedOn, otherLoans } = loan;
  const isEarlier = (on: Day): boolean =>
    on < disbursedOn || (on === disbursedOn && rules.sameDay === 'neither');
  const standing = evidenceInEffect(loan.evidence);
  const contrary = standing
    .flatMap((e) =>
      e.kind === 'earlier' && rules.counted.includes(e.liability) && isEarlier(e.since) ? [e] : [],
    )
    .sort((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1));
  const [earliest] = contrary;
  if (earliest) return { status: 'not-first', because: 'earlier-loan', evidenceId: earliest.id };
  if (otherLoans.some(isEarlier)) return { status: 'not-first', because: 'loan-here', evidenceId: null };
  const records = standing
    .flatMap((e) => (e.kind === 'clear-record' && e.seenOn <= disbursedOn ? [e] : []))
    .sort((a, b) => (a.seenOn === b.seenOn ? (a.id < b.id ? -1 : 1) : a.seenOn < b.seenOn ? 1 : -1));
  const [latest] = records;
  if (!latest) return { status: 'unproven', because: 'no-record', evidenceId: null };
  return addDays(latest.seenOn, rules.recordDays) >= disbursedOn
    ? { status: 'first', because: 'clear-record', evidenceId: latest.id }
    : { status: 'unproven', because: 'record-too-old', evidenceId: null };
}

/**
 * What the statistics of first loans book when a status is looked at anew: the loan counts from now, or an adjusting entry
 * takes back what was counted; null when they say so already. What was booked stays.
 */
export function firstLoanEntry(
  booked: readonly { readonly loans: number }[],
  { status }: FirstLoanStatus,
): 'counted' | 'adjusted' | null {
  const net = booked.reduce((sum, entry) => sum + entry.loans, 0);
  if (status === 'first') return net === 0 ? 'counted' : null;
  return net === 0 ? null : 'adjusted';
}

/** The rules as a scheme takes them: whether business loans of the owner count is for each scheme to say. */
export function rulesOfScheme(
  rules: FirstLoanRules,
  ownerLoan: SubsidyRules['ownerLoan'] | null,
): FirstLoanRules {
  if (!ownerLoan) return rules;
  const others = rules.counted.filter((each) => each !== 'owner-loan');
  return { ...rules, counted: ownerLoan === 'counts' ? [...others, 'owner-loan'] : others };
}
