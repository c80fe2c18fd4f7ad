import type { CliCommand } from './command.ts';

type CommandModule = { readonly command: CliCommand };

/** Every command, loaded when it is called. */
export const commands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  doctor: () => import('./commands/doctor.ts'),
};
