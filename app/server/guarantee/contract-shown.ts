import { feeOf } from '~/domain/guarantee/fee.ts';
import { type Fen, fen, zeroFen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { ContractRow } from '~/server/guarantee/store-pages.ts';

/** The fee that a contract comes to from its start to the loan's maturity; nothing before it is agreed. */
export const agreedFeeOf = (contract: {
  readonly liabilityFen: bigint;
  readonly feePpm: number | null;
  readonly agreedOn: Date | null;
  readonly maturityOn: Date;
}): Fen =>
  contract.agreedOn && contract.feePpm !== null
    ? feeOf(
        fen(contract.liabilityFen),
        ppm(contract.feePpm),
        dayOfDate(contract.agreedOn),
        dayOfDate(contract.maturityOn),
      )
    : zeroFen;

/** A contract as pages show it. */
export const contractOf = (row: ContractRow) => ({
  id: row.id,
  firm: row.firm,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  guarantorZh: row.guarantor_zh,
  guarantorEn: row.guarantor_en,
  kind: row.kind,
  state: row.state,
  contractNo: row.contract_no,
  principalFen: row.principal_fen.toString(),
  sharePpm: row.share_ppm,
  liabilityFen: row.liability_fen.toString(),
  feePpm: row.fee_ppm,
  waitingDays: row.waiting_days,
  maturityOn: row.maturity_on,
  agreedOn: row.agreed_on,
  note: row.note,
  shares: row.shares ?? [],
  maker: row.maker,
  checker: row.checker,
  paidFen: row.paid_fen.toString(),
  recoveredFen: row.recovered_fen.toString(),
});
