import { fundFeeOf } from '~/domain/guarantee/chain.ts';
import { fen, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { agreedFeeOf, contractOf } from '~/server/guarantee/contract-shown.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { findContract, findDemand, sumsOf } from '~/server/guarantee/store.ts';
import { type EventRow, findContracts, findEvents } from '~/server/guarantee/store-pages.ts';

/** One contract for its guarantor, with its history and what the person may do. */
export function showContract(actor: Actor, id: string) {
  const { userId, role } = asInstitution(actor);
  return withActor(
    actor,
    async (tx): Promise<Result<ContractPage, { code: 'guarantee.contract-not-found' }>> => {
      const [row] = await findContracts(tx, { id }, 1, 0);
      if (!row) return refuse({ code: 'guarantee.contract-not-found' });
      const rules = await readGuaranteeRules(tx, clock.today());
      const fund = row.shares?.find((share) => share.payer === 'national-fund');
      const fundFee = fund ? fundFeeOf(fen(row.principal_fen), fen(BigInt(fund.amountFen)), rules) : null;
      return accept({
        contract: contractOf(row),
        enterpriseId: row.enterprise_id,
        events: (await findEvents(tx, id)).map(eventOf),
        fundFeeFen: fundFee?.toString() ?? null,
        fees: await feesOf(tx, id),
        demand: await demandOf(tx, id),
        feeAimPpm: rules.averageFeeAimPpm,
        isMine: row.maker_id === userId,
        may: { answer: role === 'guarantee-officer', decide: role === 'guarantee-reviewer' },
        today: clock.today(),
      });
    },
  );
}

async function feesOf(tx: Tx, id: string) {
  const contract = await findContract(tx, id);
  const { fees } = await sumsOf(tx, id);
  return { agreedFen: (contract ? agreedFeeOf(contract) : zeroFen).toString(), takenFen: fees.toString() };
}

/** What the bank waits for; null when nothing. */
async function demandOf(tx: Tx, id: string) {
  const demand = await findDemand(tx, id);
  return (
    demand && {
      on: dayOfDate(demand.onDay) as string,
      amountFen: String(demand.amountFen),
      note: demand.note,
    }
  );
}

export const eventOf = (row: EventRow) => ({
  id: row.id,
  kind: row.kind,
  on: row.on_day,
  amountFen: row.amount_fen?.toString() ?? null,
  note: row.note,
});

type ContractPage = {
  readonly contract: ReturnType<typeof contractOf>;
  readonly enterpriseId: string;
  readonly events: readonly ReturnType<typeof eventOf>[];
  readonly fundFeeFen: string | null;
  readonly fees: { readonly agreedFen: string; readonly takenFen: string };
  readonly demand: { readonly on: string; readonly amountFen: string; readonly note: string | null } | null;
  readonly feeAimPpm: number;
  readonly isMine: boolean;
  readonly may: { readonly answer: boolean; readonly decide: boolean };
  readonly today: string;
};
