/**
 * The stages of the bridge in flow order: the one place where the order is written.
 * A stage may import itself, the kernel and the stages before it; never a later one.
 * Going back (monitoring wants a new score) happens only by enqueuing a job.
 */
export const flow = [
  'institution',
  'enterprise',
  'catalogue',
  'consent',
  'record',
  'privacy',
  'objection',
  'repair',
  'declaration',
  'feature',
  'score',
  'report',
  'policy',
  'product',
  'need',
  'match',
  'application',
  'loan',
  'ledger',
  'guarantee',
  'subsidy',
  'compensation',
  'monitoring',
  'modelling',
  'restatement',
  'oversight',
  'overview',
] as const;

export type Stage = (typeof flow)[number];
