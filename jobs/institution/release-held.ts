import type { Handler } from '#jobs/handler.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { releaseWebhooks } from '~/server/institution/release-webhooks.ts';
import { standingNow } from '~/server/institution/store.ts';
import { runStudy } from '~/server/modelling/run-study.ts';
import { waitingStudies } from '~/server/modelling/store-study.ts';
import { releaseMails } from '~/server/platform/release-mails.ts';

/** Messages, mails and studies that were kept back go on, unless the institution was stopped again meanwhile. */
export const releaseHeld: Handler<'institution.release-held'> = async (
  { institutionId },
  { actor, once },
) => {
  const id = institutionId as InstitutionId;
  const studies = await withActor(actor, async (tx) =>
    (await standingNow(tx, id, clock.today())) === 'good' ? waitingStudies(tx, id) : [],
  );
  await once(async (tx) => {
    if ((await standingNow(tx, id, clock.today())) !== 'good') return;
    await releaseWebhooks(tx, actor, id);
    await releaseMails(tx, actor, id);
  });
  for (const study of studies) await runStudy(actor, study.id);
};
