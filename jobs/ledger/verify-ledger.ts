import type { Handler } from '#jobs/handler.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { keepVerdict } from '~/server/ledger/keep-verdict.ts';
import { checkNames } from '~/server/ledger/prove-ledger.ts';
import { verifyLedger } from '~/server/ledger/verify-ledger.ts';
import { log } from '~/server/log.ts';
import { notify } from '~/server/platform/notify.ts';

/** Orders the proof of the day: it reads every row, so it is a job of its own. */
export const orderLedgerProof = (tx: Tx, day: Day): Promise<void> =>
  recordChange(tx, system('ledger.order-proof'), {
    kind: 'ledger.proof-ordered',
    payload: { day },
    jobs: [{ name: 'ledger.verify', payload: { day } }],
  });

/** Proves the ledger from its rows and keeps the verdict where the operator's desks show it; a broken one is logged too. */
export const verifyLedgerRows: Handler<'ledger.verify'> = async ({ day }, run) => {
  const verdict = await verifyLedger(run.actor);
  await run.once((tx) => keepVerdict(tx, run.actor, verdict));
  if (verdict.ok) return;
  const broken = checkNames.filter((name) => !verdict.checks[name].ok);
  await run.once((tx) => tellOperators(tx, broken.length), 'alert');
  log.error({ day, broken }, 'the ledger does not hold');
};

/** A ledger that does not hold stands in the platform's inbox until somebody has opened it. */
async function tellOperators(tx: Tx, checks: number): Promise<void> {
  for (const id of await findPlatform(tx))
    await notify(tx, {
      to: { institutionId: id as InstitutionId },
      kind: 'ledger.broken',
      params: { checks },
      href: '/operator/ledger',
    });
}
