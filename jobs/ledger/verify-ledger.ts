import type { Handler } from '#jobs/handler.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { keepVerdict } from '~/server/ledger/keep-verdict.ts';
import { checkNames } from '~/server/ledger/prove-ledger.ts';
import { verifyLedger } from '~/server/ledger/verify-ledger.ts';
import { log } from '~/server/log.ts';

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
  log.error({ day, broken }, 'the ledger does not hold');
};
