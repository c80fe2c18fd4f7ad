import { canonicalJson } from '~/domain/kernel/canonical.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Canonical, sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { BackTestGate } from '~/domain/monitoring/alert-handling.ts';
import { runSignalExamples, type SignalVersion } from '~/domain/monitoring/library/signal-version.ts';
import type { SignalBody } from '~/domain/monitoring/signal.ts';
import type { DraftState } from '~/domain/policy/draft.ts';

export type SignalPublishRefusal =
  | { readonly code: 'policy.decided-already' }
  | { readonly code: 'policy.own-draft' }
  | { readonly code: 'monitoring.starts-in-past'; readonly today: string }
  | { readonly code: 'monitoring.example-missing' }
  | { readonly code: 'policy.examples-fail'; readonly failed: number; readonly total: number }
  | ({ readonly code: 'monitoring.backtest-missing' } & BackTestGate)
  | { readonly code: 'monitoring.no-history' };

/** What decides about alerts, as 64 hexadecimal digits: a back-test counts for exactly this content. */
export const contentHash = (code: string, body: SignalBody): string =>
  sha256(canonicalJson({ code, body: body as unknown as Canonical }));

type Asked = {
  readonly state: DraftState;
  readonly draftedBy: string;
  readonly signal: SignalVersion;
  /** The contents that a finished back-test is there for. */
  readonly tested: readonly string[];
  /** What a back-test has to cover. */
  readonly gate: BackTestGate;
  /** Whether any loan was ever watched. */
  readonly hasHistory?: boolean;
  /** The person states that there is no history. */
  readonly saysNoHistory?: boolean;
};

/**
 * Whether a person may publish a draft of a signal: somebody else made it, it still is one, it does not begin in the past, one
 * that is on has an example that raises it, every worked example comes out, and history was tried with exactly this content
 * (domain.md H2: back-test before a second person publishes). Where no loan was ever watched there is no history: the person says so.
 */
export function checkSignalPublish(
  { state, draftedBy, signal, tested, gate, hasHistory = true, saysNoHistory = false }: Asked,
  userId: string,
  today: Day,
): Result<null, SignalPublishRefusal> {
  if (state !== 'draft') return refuse({ code: 'policy.decided-already' });
  if (draftedBy === userId) return refuse({ code: 'policy.own-draft' });
  if (signal.validFrom < today) return refuse({ code: 'monitoring.starts-in-past', today });
  const runs = runSignalExamples(signal);
  if (signal.body.active && !runs.some(({ example }) => example.expect !== null))
    return refuse({ code: 'monitoring.example-missing' });
  const failed = runs.filter((run) => !run.passed).length;
  if (signal.body.active && failed > 0)
    return refuse({ code: 'policy.examples-fail', failed, total: runs.length });
  if (!hasHistory) return saysNoHistory ? accept(null) : refuse({ code: 'monitoring.no-history' });
  if (!tested.includes(contentHash(signal.code, signal.body)))
    return refuse({ code: 'monitoring.backtest-missing', ...gate });
  return accept(null);
}
