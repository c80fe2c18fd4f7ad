import { addDays, type Day, dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type AlertRefusal, mayStillAnswer, type Verdict } from '~/domain/monitoring/case.ts';

/** What proved wrong about a false alarm (误报原因): a fixed list, for the owner of the signal. */
export const wrongs = ['wrong-record', 'wrong-firm', 'settled-before', 'threshold'] as const;
export type Wrong = (typeof wrongs)[number];

/** What a verdict has to say besides its note, as it was typed. */
export type VerdictFacts = {
  readonly explanation?: string | undefined;
  readonly curedOn?: Day | undefined;
  readonly wrong?: Wrong | undefined;
};

export type VerdictRefusal =
  | { readonly code: 'monitoring.explanation-missing'; readonly field: 'explanation' }
  | { readonly code: 'monitoring.cured-on-missing'; readonly field: 'curedOn' }
  | { readonly code: 'monitoring.cured-on-later'; readonly field: 'curedOn' }
  | { readonly code: 'monitoring.wrong-missing'; readonly field: 'wrong' };

/** The shortest explanation that explains anything, in characters. */
const leastExplanation = 8;

/** The facts that belong to a verdict, and no others; refused at the field that is missing (H5). */
export function factsOfVerdict(
  verdict: Verdict,
  { explanation, curedOn, wrong }: VerdictFacts,
  today: Day,
): Result<VerdictFacts, VerdictRefusal> {
  if (verdict === 'explained') {
    const text = explanation?.trim() ?? '';
    return [...text].length < leastExplanation
      ? refuse({ code: 'monitoring.explanation-missing', field: 'explanation' })
      : accept({ explanation: text });
  }
  if (verdict === 'cured') {
    if (!curedOn) return refuse({ code: 'monitoring.cured-on-missing', field: 'curedOn' });
    return curedOn > today
      ? refuse({ code: 'monitoring.cured-on-later', field: 'curedOn' })
      : accept({ curedOn });
  }
  if (verdict === 'false-alarm')
    return wrong ? accept({ wrong }) : refuse({ code: 'monitoring.wrong-missing', field: 'wrong' });
  return accept({});
}

export type ReversalRefusal =
  | Extract<AlertRefusal, { readonly code: 'monitoring.right-of-reply' }>
  | { readonly code: 'monitoring.not-closed' }
  | { readonly code: 'monitoring.reversal-same'; readonly field: 'verdict' }
  | { readonly code: 'monitoring.reversal-second-person' }
  | { readonly code: 'monitoring.reversal-late'; readonly until: Day };

/** What a reversal rests on. */
export type Reversible = {
  readonly closedAt: Date | null;
  /** The verdict that stands and who gave it; null where the platform did, or a higher case took this one over. */
  readonly verdict: Verdict | null;
  readonly by: string | null;
  /** New evidence came in the matter after it was closed. */
  readonly hasNews: boolean;
  /** Until when the firm may be heard, and whether it was. */
  readonly dueAt: Date;
  readonly wasAnswered: boolean;
};

/** The last day on which a verdict is reversed without new evidence. */
export const reversibleUntil = (closedAt: Date, reversalDays: number): Day =>
  addDays(dayAt(closedAt), reversalDays);

/**
 * May this person put another verdict in the place of the one that stands (H5)? A second person does, within so many days of closing,
 * or later where new evidence came. Both versions are kept. The right of reply comes first here, too (H6): a case that was closed before
 * the firm could answer finds nothing against it, whoever reverses, until its day to answer has passed.
 */
export function reverseVerdict(
  { closedAt, verdict, by, hasNews, ...heard }: Reversible,
  to: Verdict,
  {
    person,
    now,
    reversalDays,
  }: { readonly person: string; readonly now: Date; readonly reversalDays: number },
): Result<Verdict, ReversalRefusal> {
  if (closedAt === null || verdict === null) return refuse({ code: 'monitoring.not-closed' });
  const until = reversibleUntil(closedAt, reversalDays);
  if (dayAt(now) > until && !hasNews) return refuse({ code: 'monitoring.reversal-late', until });
  if (by === person) return refuse({ code: 'monitoring.reversal-second-person' });
  if (to === verdict) return refuse({ code: 'monitoring.reversal-same', field: 'verdict' });
  return mayStillAnswer(heard, to, now)
    ? refuse({ code: 'monitoring.right-of-reply', until: heard.dueAt.toISOString() })
    : accept(to);
}
