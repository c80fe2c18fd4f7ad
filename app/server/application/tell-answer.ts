import type { EnterpriseId, InstitutionId, NeedId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { answerOrder } from '~/server/application/spread-posting.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { institutionNames } from '~/server/institution/store.ts';
import { notify } from '~/server/platform/notify.ts';

type About = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly postingId: string;
  readonly institutionId: InstitutionId;
  readonly needId: NeedId;
};

const hooks = {
  taken: 'need.taken',
  offered: 'need.answered',
  passed: 'need.answered',
  returned: 'need.returned',
} as const;

/** Event, line in the firm's chain and the firm's notification of what a bank did with its need, in the caller's transaction. */
export async function tellAnswer(
  tx: Tx,
  actor: Actor,
  { enterpriseId, id, postingId, institutionId, needId }: About,
  happened: 'taken' | 'offered' | 'passed' | 'returned',
): Promise<void> {
  const kind = `need.answer-${happened}`;
  const jobs = [answerOrder(institutionId, postingId, hooks[happened])];
  await recordChange(tx, actor, { kind, enterpriseId, institutionId, subjectId: id, jobs });
  await appendAudit(tx, actor, { action: kind, enterpriseId, detail: { postingId, institutionId } });
  const bank = await institutionNames(tx, institutionId);
  await notify(tx, {
    to: { enterpriseId },
    kind,
    params: { bankZh: bank.zh, bankEn: bank.en },
    href: `/my/needs/${needId}/banks`,
  });
}
