import { addDays, type Day, monthsBetween, parseDay } from '~/domain/kernel/day.ts';
import { type Fen, fen, parseYuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { type LossCause, lossCauses } from '~/domain/policy/compensation-rules.ts';
import { type Borrower, type LoanFlag, loanFlags } from '~/domain/policy/loan-facts.ts';
import type { ReplayLoan } from '~/domain/policy/replay.ts';

/** The columns of a loan file; those marked true must be there and filled in. */
export const loanColumns = {
  loan_id: true,
  borrower_id: false,
  bank: true,
  size: false,
  region: false,
  industry: false,
  purpose: false,
  principal_yuan: true,
  rate_percent: false,
  drawn_on: true,
  maturity_on: true,
  flags: false,
  loss_on: false,
  unpaid_yuan: false,
  recovered_yuan: false,
  cause: false,
} as const;
export type LoanColumn = keyof typeof loanColumns;

export type LoanCells = { readonly [C in LoanColumn]?: string | undefined };

export type RowRead =
  | { readonly ok: true; readonly loan: ReplayLoan }
  | { readonly ok: false; readonly column: LoanColumn };

const sizes = ['micro', 'small', 'medium', 'large'] as const;

class Unreadable extends Error {
  constructor(readonly column: LoanColumn) {
    super(column);
  }
}

const text = (cells: LoanCells, column: LoanColumn): string => {
  const value = (cells[column] ?? '').trim();
  if (value === '' && loanColumns[column]) throw new Unreadable(column);
  return value;
};

function money(cells: LoanCells, column: LoanColumn): Fen {
  const value = text(cells, column);
  const amount = value === '' ? zeroFen : parseYuan(value);
  if (amount === null || amount < 0n) throw new Unreadable(column);
  return amount;
}

function dayIn(cells: LoanCells, column: LoanColumn): Day | null {
  const value = text(cells, column);
  if (value === '') return null;
  const day = parseDay(value);
  if (!day) throw new Unreadable(column);
  return day;
}

function rateIn(cells: LoanCells) {
  const value = text(cells, 'rate_percent').replace(/%$/, '');
  if (value === '') return ppm(0);
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(value)) throw new Unreadable('rate_percent');
  return percent(value);
}

function flagsIn(cells: LoanCells): LoanFlag[] {
  const flags = text(cells, 'flags')
    .split(/[;|\s]+/)
    .filter(Boolean);
  if (!flags.every((flag): flag is LoanFlag => (loanFlags as readonly string[]).includes(flag)))
    throw new Unreadable('flags');
  return flags as LoanFlag[];
}

function lossIn(cells: LoanCells): ReplayLoan['loss'] {
  const determinedOn = dayIn(cells, 'loss_on');
  if (determinedOn === null) return null;
  const cause = text(cells, 'cause') || 'market';
  if (!(lossCauses as readonly string[]).includes(cause)) throw new Unreadable('cause');
  return {
    determinedOn,
    unpaidPrincipal: money(cells, 'unpaid_yuan'),
    recovered: money(cells, 'recovered_yuan'),
    otherPayers: zeroFen,
    causes: [{ cause: cause as LossCause, determinations: ['evasion-determination'] }],
  };
}

function borrowerIn(cells: LoanCells): Borrower {
  const size = text(cells, 'size') || 'undetermined';
  if (size !== 'undetermined' && !(sizes as readonly string[]).includes(size)) throw new Unreadable('size');
  const within = (code: string) => (code === '' ? [] : [code]);
  return {
    regionPath: within(text(cells, 'region')),
    industryPath: within(text(cells, 'industry')),
    size: size as Borrower['size'],
    kind: 'company',
    lists: [],
  };
}

function loanIn(cells: LoanCells): ReplayLoan {
  const id = text(cells, 'loan_id');
  const drawnOn = dayIn(cells, 'drawn_on') as Day;
  const ends = dayIn(cells, 'maturity_on') as Day;
  if (ends < drawnOn) throw new Unreadable('maturity_on');
  const maturityOn = ends > drawnOn ? ends : addDays(drawnOn, 1);
  const principal = money(cells, 'principal_yuan');
  return {
    id,
    borrowerId: text(cells, 'borrower_id') || id,
    moneyId: id,
    bank: text(cells, 'bank'),
    region: text(cells, 'region'),
    facts: {
      borrower: borrowerIn(cells),
      principal: fen(principal),
      rate: rateIn(cells),
      dayCount: 'actual360',
      termMonths: monthsBetween(drawnOn, maturityOn),
      contractOn: drawnOn,
      drawnOn,
      maturityOn,
      balances: [{ from: drawnOn, balance: principal }],
      purpose: text(cells, 'purpose'),
      flags: flagsIn(cells),
      renewal: false,
      centralSubsidies: [],
      localSubsidy: ppm(0),
      capUsed: {},
    },
    loss: lossIn(cells),
  };
}

/**
 * One row of a loan file as a replay reads it: amounts in yuan, days as `YYYY-MM-DD`, the balance full until maturity. The
 * answer names the first column that cannot be read.
 */
export function readLoanRow(cells: LoanCells): RowRead {
  try {
    return { ok: true, loan: loanIn(cells) };
  } catch (problem) {
    if (problem instanceof Unreadable) return { ok: false, column: problem.column };
    throw problem;
  }
}
