import { toldOf } from '~/domain/application/overnight.ts';
import type { Application } from '~/server/application/store.ts';
import { partiesOf } from '~/server/application/store-party.ts';
import type { Tx } from '~/server/db/client.ts';
import { notify } from '~/server/platform/notify.ts';

/** Tells the other party what happened; never another bank. */
export async function announceStep(tx: Tx, application: Application, step: string): Promise<void> {
  const concerned = toldOf[step] ?? [];
  if (concerned.length === 0) return;
  const { id, enterpriseId, institutionId } = application;
  const { firm, bankZh, bankEn, branchZh, branchEn, productZh, productEn } = await partiesOf(tx, application);
  const params = {
    ...{ firm, bankZh, bankEn, productZh, productEn },
    ...(branchZh && { branchZh, branchEn }),
  };
  const kind = `application.${step}`;
  if (concerned.includes('firm'))
    await notify(tx, { to: { enterpriseId }, kind, params, href: `/my/applications/${id}` });
  if (concerned.includes('bank'))
    await notify(tx, { to: { institutionId }, kind, params, href: `/bank/applications/${id}` });
}
