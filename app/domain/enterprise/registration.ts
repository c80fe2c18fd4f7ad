import type { ReadUscc, UsccWarning } from '~/domain/enterprise/uscc.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** A firm that the platform already knows by its code: from a register, the demo province or an ingested data set. */
export type KnownFirm = {
  readonly id: EnterpriseId;
  readonly name: string;
  /** Somebody already acts for it here. */
  readonly hasAccount: boolean;
  readonly status: string;
};

export type RegistrationRefusal =
  | {
      readonly code: 'enterprise.uscc-unconfirmed';
      readonly field: 'confirmed';
      readonly warnings: readonly UsccWarning[];
    }
  | { readonly code: 'enterprise.already-registered'; readonly field: 'uscc' }
  | { readonly code: 'enterprise.not-active'; readonly field: 'uscc' }
  | { readonly code: 'enterprise.name-differs'; readonly field: 'name' }
  | { readonly code: 'enterprise.notice-unread'; readonly field: 'notice' };

export type RegistrationAnswers = {
  readonly name: string;
  /** The registrant has compared the code with the licence although it carries warnings. */
  readonly confirmed: boolean;
  /** The registrant has read the notice on personal information (PIPL 17). */
  readonly noticeRead: boolean;
};

/** A name as two people would write it alike: full-width as half-width, brackets alike, no spaces or dots between. */
export const comparableName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/[\s·・.]/g, '')
    .toLowerCase();

/**
 * Whether a firm may be registered, and whether that makes a new firm or claims one already on record, whose facts it
 * keeps. Warnings about the code are shown and confirmed, never a reason to refuse (domain.md §2.1). A record is claimed
 * only by whoever knows the name on it; the refusal does not tell the name, nor who registered a firm before.
 */
export function planRegistration(
  code: ReadUscc,
  known: KnownFirm | null,
  answers: RegistrationAnswers,
): Result<{ readonly claims: EnterpriseId | null }, RegistrationRefusal> {
  if (code.warnings.length > 0 && !answers.confirmed)
    return refuse({ code: 'enterprise.uscc-unconfirmed', field: 'confirmed', warnings: code.warnings });
  if (known?.hasAccount) return refuse({ code: 'enterprise.already-registered', field: 'uscc' });
  if (known && known.status !== 'active') return refuse({ code: 'enterprise.not-active', field: 'uscc' });
  if (known && comparableName(known.name) !== comparableName(answers.name))
    return refuse({ code: 'enterprise.name-differs', field: 'name' });
  if (code.kind === 'sole-trader' && !answers.noticeRead)
    return refuse({ code: 'enterprise.notice-unread', field: 'notice' });
  return accept({ claims: known?.id ?? null });
}
