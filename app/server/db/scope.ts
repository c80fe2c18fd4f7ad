import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Actor, houseOf } from '~/server/access/actor.ts';

/** The settings that the row-level security policies compare; an empty text matches no row. */
export type Scope = {
  readonly user: string;
  readonly enterprise: string;
  readonly institution: string;
  /** The branch of the bank; empty at its head office. */
  readonly branch: string;
  readonly subject: string;
  readonly reach: '' | 'any';
};

const nothing: Scope = { user: '', enterprise: '', institution: '', branch: '', subject: '', reach: '' };

/**
 * What an actor may reach in the database. `subject` is the firm of a consent that has just been checked;
 * a firm is always its own subject.
 */
export function scopeOf(actor: Actor, subject?: EnterpriseId): Scope {
  if (actor.kind === 'anonymous') return nothing;
  if (actor.kind === 'system') return { ...nothing, reach: 'any' };
  const house = houseOf[actor.role];
  const enterprise = house === 'enterprise' ? (actor.enterpriseId ?? '') : '';
  return {
    user: actor.userId,
    enterprise,
    institution: ['institution', 'guarantor', 'provider', 'regulator'].includes(house)
      ? (actor.institutionId ?? '')
      : '',
    branch: house === 'institution' ? (actor.branchId ?? '') : '',
    subject: subject ?? enterprise,
    reach: house === 'operator' ? 'any' : '',
  };
}

const uuidOrEmpty = /^[0-9a-f-]{0,36}$/;

/** How a transaction begins beside its scope: `snapshot` reads one state of the database and writes nothing. */
export type Begin = { readonly snapshot?: true };

/** `BEGIN` and the settings in one message, so that the wall costs no round trip of its own. */
export function beginWith({ snapshot, ...scope }: Scope & Begin): string {
  const settings = Object.entries(scope).map(([name, value]) => {
    if (name !== 'reach' && !uuidOrEmpty.test(value)) throw new Error(`not an id: xinqiao.${name}`);
    return `set_config('xinqiao.${name}', '${value}', true)`;
  });
  const begin = snapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN';
  return `${begin}; SELECT ${settings.join(', ')}`;
}
