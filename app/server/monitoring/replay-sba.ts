import { addMonths, type Day, daysBetween } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { arrearsAt } from '~/domain/loan/arrears-chain.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import { precisionAt } from '~/domain/monitoring/early-warning/alert-rate.ts';
import { inferServicing } from '~/domain/monitoring/early-warning/inferred-servicing.ts';
import {
  horizonMonths,
  isLostSoon,
  type PanelLoan,
  type PanelRow,
  panelFrame,
  rowsBetween,
} from '~/domain/monitoring/early-warning/loan-panel.ts';
import type { Month } from '~/domain/monitoring/early-warning/loss-history.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import type { Signal } from '~/domain/monitoring/signal.ts';
import { scoreFrame } from '~/domain/score/statistical/score-table.ts';
import { ranking } from '~/domain/score/training/measures.ts';
import { trainCard } from '~/domain/score/training/train-card.ts';
import type { CcfRefusal } from '~/server/monitoring/read-ccf.ts';
import { readSba, type SbaLoan } from '~/server/monitoring/read-sba.ts';

/** Days between the first alert of a severity, or of worse, and the charge-off: how many loans, and the middle of them. */
export type Lead = {
  readonly loans: number;
  readonly medianDays: number | null;
  readonly tenthDays: number | null;
};

export type PortfolioReplay = {
  readonly loans: number;
  readonly chargedOff: number;
  /** The default rule set over servicing events that agree with what was charged off; the others cannot be told. */
  readonly rules: { readonly inferred: number; readonly lead: { readonly [S in Severity]: Lead } };
  /** The early-warning score without any arrears, from the month on by which half of the losses had happened. */
  readonly score: {
    readonly from: string;
    readonly months: number;
    readonly rows: number;
    readonly auc: number;
    /** Of the five per cent of live loans with the highest risk each month: the share lost within twelve months. */
    readonly precisionAt5: number;
    readonly baseRate: number;
    /** Loans lost in those months that were among the five per cent in some month before. */
    readonly caught: number;
    readonly lost: number;
    readonly lead: Lead;
  };
};

export type SbaRefusal = CcfRefusal | { readonly code: 'monitor.too-few-losses' };

const severities: readonly Severity[] = ['yellow', 'orange', 'red'];
const fivePerCent = 50_000;

/**
 * Replays a portfolio of loans month by month: the default rule set over the servicing events of each, and an early-warning
 * score that ranks the live loans of every month by what was known then, against the charge-offs that followed.
 */
export async function replaySba(
  folder: string,
  signals: readonly Signal[],
  onLoans: (done: number, total: number) => void = () => undefined,
): Promise<Result<PortfolioReplay, SbaRefusal>> {
  const read = await readSba(folder);
  if (!read.ok) return read;
  const loans = read.value;
  const lost = loans.filter((loan) => loan.chargedOffOn !== null);
  const leads = lost.flatMap((loan, i) => {
    onLoans(i + 1, lost.length);
    return firstAlerts(loan, signals) ?? [];
  });
  const score = rankMonths(loans.map((loan) => loan.panel));
  if (!score) return refuse({ code: 'monitor.too-few-losses' });
  const lead = Object.fromEntries(
    severities.map((severity) => [severity, leadOf(leads.flatMap((first) => first[severity] ?? []))]),
  ) as { [S in Severity]: Lead };
  return accept({
    loans: loans.length,
    chargedOff: lost.length,
    rules: { inferred: leads.length, lead },
    score,
  });
}

type FirstAlerts = { readonly [S in Severity]?: number };

/** For each severity, how many days before the charge-off it was first reached at the end of a month; null when not told. */
function firstAlerts(loan: SbaLoan, signals: readonly Signal[]): FirstAlerts | null {
  const servicing = inferServicing(loan);
  if (!servicing || loan.chargedOffOn === null) return null;
  const { arrears } = replayLoan(servicing.contract, servicing.events, loan.chargedOffOn);
  const first: { [S in Severity]?: number } = {};
  for (let k = 1; ; k++) {
    const on: Day = addMonths(loan.drawnOn, k);
    if (on >= loan.chargedOffOn) return first;
    const state = arrearsAt(arrears, on);
    const hits = state
      ? evaluateSignals({ loanId: loan.number, facts: [], arrears: state }, signals, on)
      : [];
    const worst = Math.max(-1, ...hits.map((hit) => severities.indexOf(hit.severity)));
    for (const severity of severities.slice(0, worst + 1))
      first[severity] ??= daysBetween(on, loan.chargedOffOn);
  }
}

function leadOf(days: readonly number[]): Lead {
  const sorted = [...days].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? null;
  return { loans: days.length, medianDays: at(0.5), tenthDays: at(0.1) };
}

/** Months of loans whose outcome is known that a card is trained on, and months that it then serves before the next one. */
const trainingMonths = 36;
const servingMonths = 12;

/**
 * Walks forward through the later half of the losses: each year a card is trained on the three years before whose outcome was
 * known by then, and ranks the live loans of each month of its year.
 */
function rankMonths(loans: readonly PanelLoan[]): PortfolioReplay['score'] | null {
  const losses = loans.flatMap((loan) => (loan.isLost ? [loan.until] : [])).sort((a, b) => a - b);
  const [half, last] = [losses[Math.floor(losses.length / 2)], losses.at(-1)];
  if (half === undefined || last === undefined || last - half <= horizonMonths) return null;
  const rows: PanelRow[] = [];
  const risks: Float64Array[] = [];
  for (let from = half; from <= last - horizonMonths; from += servingMonths) {
    const served = rowsBetween(loans, from, Math.min(from + servingMonths - 1, last - horizonMonths), 1);
    const risk = riskOf(loans, served, from - horizonMonths);
    if (!risk) return null;
    rows.push(...served);
    risks.push(risk);
  }
  const risk = Float64Array.from(risks.flatMap((each) => [...each]));
  const bad = Uint8Array.from(rows, (row) => Number(isLostSoon(row)));
  const months = groupedByMonth(rows);
  const hits = months.map((month) => {
    const [from, to] = [month[0] as number, (month.at(-1) as number) + 1];
    return precisionAt(risk.subarray(from, to), bad.subarray(from, to), fivePerCent) ?? 0;
  });
  const lostLater = loans.filter((loan) => loan.isLost && loan.until > half);
  const leads = alertedBefore(rows, risk, months, lostLater);
  const share = (value: number) => Math.round(value * 1e6) / 1e6;
  return {
    from: monthText(half),
    months: months.length,
    rows: rows.length,
    auc: share(ranking(risk, bad).auc),
    precisionAt5: share(hits.reduce((sum, hit, i) => sum + hit * (months[i]?.length ?? 0), 0) / rows.length),
    baseRate: share(bad.reduce((a, b) => a + b, 0) / rows.length),
    caught: leads.length,
    lost: lostLater.length,
    lead: leadOf(leads),
  };
}

/** Risks of the served rows by a card that was trained on the three years up to a month; null when nothing ranks. */
function riskOf(loans: readonly PanelLoan[], served: readonly PanelRow[], until: Month): Float64Array | null {
  const known = rowsBetween(loans, until - trainingMonths, until, 3);
  const head = { version: 'early-warning', label: { column: 'lost within 12 months', bad: '1' } };
  if (!known.some(isLostSoon)) return null;
  const card = trainCard(panelFrame(known, loans), Uint32Array.from(known.keys()), head);
  if (!card) return null;
  const all = Uint32Array.from(served.keys());
  return scoreFrame(card, panelFrame(served, loans), all).map((milliPoints) => -milliPoints);
}

const monthText = (month: Month): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The numbers of the rows of each month, in order: rows of one month stand together. */
function groupedByMonth(rows: readonly PanelRow[]): readonly (readonly number[])[] {
  const months: number[][] = [];
  rows.forEach((row, i) => {
    const previous = rows[i - 1];
    if (previous && previous.at === row.at) months.at(-1)?.push(i);
    else months.push([i]);
  });
  return months;
}

/** Of the lost loans that some month had among its five per cent: days from the first such month to the loss. */
function alertedBefore(
  rows: readonly PanelRow[],
  risk: Float64Array,
  months: readonly (readonly number[])[],
  lost: readonly PanelLoan[],
): number[] {
  const first = new Map<string, Month>();
  for (const month of months) {
    const alerts = Math.max(1, Math.ceil((month.length * fivePerCent) / 1_000_000));
    const riskiest = [...month]
      .sort((a, b) => (risk[b] as number) - (risk[a] as number) || a - b)
      .slice(0, alerts);
    for (const i of riskiest) {
      const { loan, at } = rows[i] as PanelRow;
      if (!first.has(loan.number)) first.set(loan.number, at);
    }
  }
  return lost.flatMap((loan) => {
    const at = first.get(loan.number);
    return at === undefined ? [] : [Math.round((loan.until - at) * 30.4375)];
  });
}
