import { randomUUID } from 'node:crypto';
import type { Canonical } from '~/domain/kernel/hash.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';

export type Notice = {
  readonly to: { readonly enterpriseId: EnterpriseId } | { readonly institutionId: InstitutionId };
  /** `stage.past-tense`; worded in `app/text` with these parameters. */
  readonly kind: string;
  readonly params: Canonical;
  /** The page that shows what it is about. */
  readonly href: string;
};

/**
 * Leaves a message in the other party's inbox, in the caller's transaction. Nothing is returned: the writer may not
 * read the other party's inbox.
 */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const to = { enterpriseId: null, institutionId: null, ...notice.to };
  await tx.$executeRaw`
    insert into notification (id, enterprise_id, institution_id, kind, params, href, created_at)
    values (${randomUUID()}::uuid, ${to.enterpriseId}::uuid, ${to.institutionId}::uuid, ${notice.kind},
            ${JSON.stringify(notice.params)}::jsonb, ${notice.href}, ${clock.now()})`;
}
