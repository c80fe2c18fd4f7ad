import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { storePersonalSettings } from '~/server/access/store.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Locale } from '~/text/define.ts';

/** Changes a person's own name and language. */
export async function updateAccount(
  actor: Person,
  input: { readonly name: string; readonly locale: Locale },
): Promise<Result<null, never>> {
  await withActor(actor, async (tx) => {
    await storePersonalSettings(tx, actor.userId, input.name, input.locale);
    const { enterpriseId, institutionId, userId } = actor;
    await recordChange(tx, actor, {
      kind: 'access.account-updated',
      enterpriseId,
      institutionId,
      subjectId: userId,
    });
  });
  return accept(null);
}
