import { nextStep } from '~/domain/consent/withdrawal.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday } from '~/server/consent/store.ts';
import { withdrawalTasks } from '~/server/consent/store-acknowledgement.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** What the institution has to stop and delete after withdrawals, the most urgent first. */
export async function listWithdrawals(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  const today = clock.today();
  return withActor(actor, async (tx) => {
    const rows = await withdrawalTasks(tx, institutionId);
    const names = rows.some(({ dropped }) => dropped?.length)
      ? new Map(
          (await catalogueToday(tx, today)).map(({ code, nameZh, nameEn }) => [
            code,
            { zh: nameZh, en: nameEn },
          ]),
        )
      : new Map<string, { readonly zh: string; readonly en: string }>();
    const tasks = rows.map(({ steps, dropped, ...row }) => ({
      ...{ ...row, steps, next: nextStep(steps) },
      dropped: dropped?.map((code) => ({ code, name: names.get(code) ?? { zh: code, en: code } })) ?? null,
    }));
    return { tasks, today };
  });
}
