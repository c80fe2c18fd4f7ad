import type { CliCommand } from './command.ts';

type CommandModule = { readonly command: CliCommand };

/** Every command, loaded when it is called. */
export const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  application: () => import('./commands/application.ts'),
  card: () => import('./commands/card.ts'),
  backup: () => import('./commands/backup.ts'),
  circle: () => import('./commands/circle.ts'),
  conflicts: () => import('./commands/conflicts.ts'),
  doctor: () => import('./commands/doctor.ts'),
  explain: () => import('./commands/explain.ts'),
  ingest: () => import('./commands/ingest.ts'),
  known: () => import('./commands/known.ts'),
  keys: () => import('./commands/keys.ts'),
  ledger: () => import('./commands/ledger.ts'),
  loans: () => import('./commands/loans.ts'),
  match: () => import('./commands/match.ts'),
  monitor: () => import('./commands/monitor.ts'),
  needs: () => import('./commands/needs.ts'),
  institutions: () => import('./commands/institutions.ts'),
  persons: () => import('./commands/persons.ts'),
  policy: () => import('./commands/policy.ts'),
  recommended: () => import('./commands/recommended.ts'),
  reconcile: () => import('./commands/reconcile.ts'),
  message: () => import('./commands/message.ts'),
  receipt: () => import('./commands/receipt.ts'),
  report: () => import('./commands/report.ts'),
  restore: () => import('./commands/restore.ts'),
  returns: () => import('./commands/returns.ts'),
  rights: () => import('./commands/rights.ts'),
  score: () => import('./commands/score.ts'),
  signals: () => import('./commands/signals.ts'),
  search: () => import('./commands/search.ts'),
  'verify-audit': () => import('./commands/verify-audit.ts'),
  withdrawals: () => import('./commands/withdrawals.ts'),
  'verify-ledger': () => import('./commands/verify-ledger.ts'),
};
