import { sha256 } from '~/domain/kernel/hash.ts';
import { maskName } from './id-number.ts';

/** A refused decision as the audit log has it. */
export type Denial = {
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly firm: string | null;
  readonly action: string;
  readonly detail: unknown;
};

/** What may be shown of it: who is masked, the firm is a pseudonym, of the detail only known plain codes remain. */
export type MaskedDenial = {
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly subject: string | null;
  readonly action: string;
  /** The code that words the reason. */
  readonly code: string | null;
  readonly gate: string | null;
};

const codeShape = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){0,2}$/;
const betrays = /\d{6,}|\p{Script=Han}|@/u;

/**
 * Masks a refused decision for people who need to know why something was refused and not about whom (row P3). Where any
 * part does not look as it should, the event is dropped: null, to be counted and not shown.
 */
export function maskDenial(denial: Denial, salt: string): MaskedDenial | null {
  const codes = codesOf(denial.detail, denial.action);
  if (!codes) return null;
  const who = denial.who.trim();
  if (who === '') return null;
  const subject = denial.firm ? sha256(`${salt}\n${denial.firm}`).slice(0, 8) : null;
  const system = codeShape.test(who) && !betrays.test(who);
  return {
    ...{ at: denial.at, role: denial.role, action: denial.action, subject, ...codes },
    who: system ? who : maskName(who),
  };
}

/** The codes that a detail gives for a refused action; null where any of them, or the action, does not look as it should. */
export function codesOf(
  detail: unknown,
  action: string,
): { readonly code: string | null; readonly gate: string | null } | null {
  const said = (detail ?? {}) as { readonly code?: unknown; readonly gate?: unknown };
  if (typeof said !== 'object') return null;
  const [code, gate] = [plain(said.code), plain(said.gate)];
  return code === undefined || gate === undefined || plain(action) === undefined ? null : { code, gate };
}

/** A code as it is, null for none, undefined for what is no code. */
function plain(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' && codeShape.test(value) && !betrays.test(value) ? value : undefined;
}
