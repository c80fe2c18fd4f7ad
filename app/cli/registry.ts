import type { CliCommand } from './command.ts';

type CommandModule = { readonly command: CliCommand };

/** Every command, loaded when it is called. */
export const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  doctor: () => import('./commands/doctor.ts'),
  explain: () => import('./commands/explain.ts'),
  ingest: () => import('./commands/ingest.ts'),
  match: () => import('./commands/match.ts'),
  score: () => import('./commands/score.ts'),
  search: () => import('./commands/search.ts'),
  'verify-audit': () => import('./commands/verify-audit.ts'),
};
