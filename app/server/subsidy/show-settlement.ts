import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { runOf } from '~/server/subsidy/list-settlements.ts';
import { rewardOf } from '~/server/subsidy/shown.ts';
import { findGuarantorRows, type GuarantorRow } from '~/server/subsidy/store-guarantors.ts';
import { type EntitlementRow, findEntitlements } from '~/server/subsidy/store-positions.ts';
import { findRewards } from '~/server/subsidy/store-rewards.ts';
import { type BankSum, findRuns, sumByBank, sumByPayer } from '~/server/subsidy/store-runs.ts';

const pageSize = 50;

/** One settlement: its sums, who pays, loan by loan with the explanation, and what guarantors are paid. */
export function showSettlement(actor: Actor, id: string, page: number) {
  return withActor(actor, async (tx): Promise<Result<SettlementPage, { code: 'subsidy.run-not-found' }>> => {
    const [row] = await findRuns(tx, id, 1, 0);
    if (!row) return refuse({ code: 'subsidy.run-not-found' });
    const rows = await findEntitlements(tx, id, pageSize + 1, page * pageSize);
    return accept({
      run: runOf(row),
      isMine: row.ordered_by === asPerson(actor).userId,
      payers: (await sumByPayer(tx, id)).map(({ payer, fen }) => ({ payer, fen: fen.toString() })),
      banks: banksOf(await sumByBank(tx, id)),
      entitlements: rows.slice(0, pageSize).map(entitlementOf),
      guarantors: (await findGuarantorRows(tx, id)).map(guarantorOf),
      rewards: (await findRewards(tx, { runId: id }, 200)).map(rewardOf),
      page,
      more: rows.length > pageSize,
    });
  });
}

/** One line a bank: its sum, its loans and what each treasury gives. */
export function banksOf(sums: readonly BankSum[]): BankLine[] {
  const banks = new Map<string, BankSum[]>();
  for (const sum of sums) banks.set(sum.zh, [...(banks.get(sum.zh) ?? []), sum]);
  return [...banks.values()].map((parts) => ({
    zh: parts[0]?.zh ?? '',
    en: parts[0]?.en ?? '',
    loans: parts[0]?.loans ?? 0,
    amountFen: String(parts.reduce((total, { fen }) => total + fen, 0n)),
    funding: parts.map(({ payer, fen }) => ({ payer, amountFen: String(fen) })),
  }));
}

export type BankLine = {
  readonly zh: string;
  readonly en: string;
  readonly loans: number;
  readonly amountFen: string;
  readonly funding: readonly { readonly payer: string; readonly amountFen: string }[];
};

export const entitlementOf = (row: EntitlementRow) => ({
  id: row.id,
  loanId: row.loan_id,
  contractNo: row.contract_no,
  firm: row.firm,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  schemeZh: row.scheme_zh,
  schemeEn: row.scheme_en,
  fullFen: row.full_fen.toString(),
  amountFen: row.amount_fen.toString(),
  deductions: row.deductions,
  funding: row.funding,
});

const guarantorOf = (row: GuarantorRow) => ({
  id: row.id,
  zh: row.zh,
  en: row.en,
  volumeFen: row.volume_fen.toString(),
  forVolumeFen: row.for_volume_fen.toString(),
  forFeesFen: row.for_fees_fen.toString(),
  amountFen: row.amount_fen.toString(),
});

type SettlementPage = {
  readonly run: ReturnType<typeof runOf>;
  readonly isMine: boolean;
  readonly payers: readonly { readonly payer: string; readonly fen: string }[];
  readonly banks: readonly BankLine[];
  readonly entitlements: readonly ReturnType<typeof entitlementOf>[];
  readonly guarantors: readonly ReturnType<typeof guarantorOf>[];
  readonly rewards: readonly ReturnType<typeof rewardOf>[];
  readonly page: number;
  readonly more: boolean;
};
