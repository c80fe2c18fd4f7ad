import type { CliCommand } from './command.ts';

type CommandModule = { readonly command: CliCommand };

/** Every command, loaded when it is called. */
export const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  backup: () => import('./commands/backup.ts'),
  doctor: () => import('./commands/doctor.ts'),
  explain: () => import('./commands/explain.ts'),
  ingest: () => import('./commands/ingest.ts'),
  match: () => import('./commands/match.ts'),
  restore: () => import('./commands/restore.ts'),
  score: () => import('./commands/score.ts'),
  'verify-audit': () => import('./commands/verify-audit.ts'),
};
