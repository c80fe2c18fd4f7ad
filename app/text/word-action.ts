import { auditActions } from '~/text/audit-action.ts';
import type { Entry, Locale, TextTable } from '~/text/define.ts';

/** The words for an action of the log; an action of a version before this one stands as its code. */
export function wordAction(action: string, locale: Locale): string {
  const entry: Entry | undefined = (auditActions as TextTable)[action];
  const wording = entry?.[locale];
  return typeof wording === 'string' ? wording : action;
}
