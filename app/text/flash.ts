import { accessFlashes } from '~/text/access.ts';
import { alertFlashes } from '~/text/alert.ts';
import type { TextTable } from '~/text/define.ts';

/** The one-sentence messages after a command, gathered from the stages (`Done.flash.message` is a key of this table). */
export const flashes: TextTable = { ...accessFlashes, ...alertFlashes };
