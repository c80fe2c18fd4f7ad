import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { runExamples } from '~/domain/policy/run-examples.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';

export const draftStates = ['draft', 'published', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

export type PublishRefusal =
  | { readonly code: 'policy.decided-already' }
  | { readonly code: 'policy.own-draft' }
  | { readonly code: 'policy.examples-fail'; readonly failed: number; readonly total: number };

/**
 * Whether a person may publish a draft: somebody else made it, it still is one, and every worked example comes out as
 * it says (maker is not checker; domain.md §2.6 and §2.7 vectors). The database holds the first two as well.
 */
export function checkPublish(
  draft: { readonly state: DraftState; readonly draftedBy: string; readonly scheme: Scheme },
  userId: string,
): Result<null, PublishRefusal> {
  if (draft.state !== 'draft') return refuse({ code: 'policy.decided-already' });
  if (draft.draftedBy === userId) return refuse({ code: 'policy.own-draft' });
  const runs = runExamples(draft.scheme);
  const failed = runs.filter((run) => !run.passed).length;
  return failed > 0 ? refuse({ code: 'policy.examples-fail', failed, total: runs.length }) : accept(null);
}
