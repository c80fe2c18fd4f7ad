import { randomUUID } from 'node:crypto';
import { createLoan } from '#tests/factories/loan.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addAlerts } from '~/server/monitoring/store.ts';

type Wish = { severity?: string; dueIn?: number; raisedAgo?: number; loanId?: string; signalCode?: string };
type Between = { readonly enterpriseId: EnterpriseId; readonly institutionId: InstitutionId };

/** A live case as the watch would have raised it so many days ago, with nobody who has it. */
export async function raiseCase(
  { enterpriseId, institutionId }: Between,
  { severity = 'yellow', dueIn = 9, raisedAgo = 0, loanId, signalCode = 'dishonesty' }: Wish = {},
) {
  const today = clock.today();
  const loan =
    loanId ?? (await createLoan({ enterpriseId, institutionId, disbursedOn: addDays(today, -20) }));
  const id = randomUUID();
  const about = {
    id,
    enterpriseId,
    institutionId,
    loanId: loan,
    signalCode,
    signalVersion: 1,
    groupKey: loan,
  };
  const at = { raisedAt: startOf(addDays(today, -raisedAgo)), dueAt: startOf(addDays(today, dueIn + 1)) };
  const evidence = { figures: {}, records: [] };
  await withActor(system('factory'), (tx) => addAlerts(tx, [{ ...about, ...at, severity, evidence }]));
  return { id, loan };
}
