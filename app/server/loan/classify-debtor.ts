import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { plus } from '~/domain/kernel/money.ts';
import { arrearsAt } from '~/domain/loan/arrears-chain.ts';
import { type ClassedLoan, type ClassSpan, classHistory } from '~/domain/loan/class-history.ts';
import { type ClassificationTable, tiers } from '~/domain/loan/five-tier.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readStandings } from '~/server/loan/read-standing.ts';
import { findDebtorLoans } from '~/server/loan/store.ts';
import {
  addClasses,
  findKeptClasses,
  isOverdueElsewhere,
  type KeptClass,
} from '~/server/loan/store-class.ts';
import { readPolicy } from '~/server/policy/store.ts';

const period = z.object({ months: z.number().int(), periods: z.number().int() });
const tableSchema: z.ZodType<ClassificationTable> = z.object({
  overdueFrom: z.array(z.object({ tier: z.enum(tiers), dpd: z.number().int() })),
  technicalDays: z.number().int(),
  debtorRulePpm: z.number().int(),
  crossBank: z.object({ overdueDays: z.number().int(), sharePpm: z.number().int() }),
  observation: period.extend({ startsAtTier: z.enum(tiers) }),
  cure: period,
});

/**
 * Classes all loans of one firm at one bank as of a day (five-tier, §2.8). The history is worked out anew from contracts
 * and logs; where it differs from what is on record, for whatever day, a row is added: a late payment corrects the past
 * and nothing is edited.
 */
export async function classifyDebtorLoans(
  tx: Tx,
  enterpriseId: string,
  institutionId: string,
  asOf: Day,
): Promise<void> {
  const loans = await readClassed(tx, enterpriseId, institutionId, asOf);
  const { body: table } = await readPolicy(tx, 'loan-classification', asOf, tableSchema);
  const kept = await findKeptClasses(
    tx,
    loans.map((loan) => loan.loanId),
  );
  const claims = loans.filter(({ replay }) => replay.state === 'active');
  const overdue = claims.filter(({ replay }) => dpdOn(replay, asOf) > table.crossBank.overdueDays);
  const exceeded = await isOverdueElsewhere(tx, {
    enterpriseId,
    institutionId,
    on: asOf,
    ...table.crossBank,
    ownOverdue: plus(...overdue.map(({ replay }) => replay.outstanding)),
    ownTotal: plus(...claims.map(({ replay }) => replay.outstanding)),
  });
  const overdueElsewhere = [...exceededOnRecord(kept, asOf), { from: asOf, exceeded }];
  const spans = classHistory({ loans, table, retail: false, overdueElsewhere, asOf });
  const rows = loans.flatMap((loan) =>
    differences(
      loan,
      spans.get(loan.loanId) ?? [],
      kept.filter((k) => k.loanId === loan.loanId),
      asOf,
    ).map(({ on, ...row }) => ({ ...row, enterpriseId, institutionId, asOf: on })),
  );
  if (rows.length > 0) await addClasses(tx, rows, clock.now());
}

const dpdOn = (replay: ClassedLoan['replay'], on: Day): number => arrearsAt(replay.arrears, on)?.dpd ?? 0;

async function readClassed(tx: Tx, enterpriseId: string, institutionId: string, asOf: Day) {
  const rows = await findDebtorLoans(tx, enterpriseId, institutionId);
  const standings = await readStandings(tx, rows);
  return rows.flatMap((row): ClassedLoan[] => {
    const standing = standings.get(row.id);
    if (!standing || standing.contract.startOn > asOf) return [];
    const { contract, events } = standing;
    const renewal = rows.find((r) => r.id === row.renewsLoanId);
    const renewed = renewal && standings.get(renewal.id)?.events.find((e) => e.intoLoanId === row.id);
    return [
      {
        loanId: row.id,
        startOn: contract.startOn,
        replay: replayLoan(contract, events, asOf),
        renewsId: row.renewsLoanId,
        borrowedToRepay: renewed?.qualifying === false,
      },
    ];
  });
}

/** From which days on the other banks' debts pulled the claims, as the days were judged at their time. */
const exceededOnRecord = (kept: readonly KeptClass[], before: Day) =>
  kept
    .filter((row) => row.asOf < before)
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .map((row) => ({ from: row.asOf, exceeded: row.because.includes('cross-bank') }));

/** Days for which what is on record is no longer, or not yet, what the history says. */
function differences(
  { loanId, startOn, replay }: ClassedLoan,
  spans: readonly ClassSpan[],
  kept: readonly KeptClass[],
  asOf: Day,
) {
  const ended = replay.endedOn ?? '9999';
  const days = new Set([...kept.map((k) => k.asOf), ...spans.map((s) => s.on), asOf]);
  const record: { tier: string; dpd: number; on: Day }[] = kept.map((k) => ({ ...k, on: k.asOf }));
  const rows: { loanId: string; on: Day; tier: string; dpd: number; because: string[] }[] = [];
  for (const on of [...days].filter((d) => d >= startOn && d < ended && d <= asOf).sort()) {
    const now = spans.filter((s) => s.on <= on).at(-1);
    if (!now) continue;
    const dpd = dpdOn(replay, on);
    const known = record.filter((r) => r.on <= on).at(-1);
    const same = known?.tier === now.tier && (known.on === on || on === asOf ? known.dpd === dpd : true);
    if (same) continue;
    rows.push({ loanId, on, tier: now.tier, dpd, because: now.because.map((reason) => reason.code) });
    const at = record.findIndex((r) => r.on > on);
    record.splice(at < 0 ? record.length : at, 0, { tier: now.tier, dpd, on });
  }
  return rows;
}
