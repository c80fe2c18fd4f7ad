import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readDollars, readUsDay } from '~/domain/compensation/portfolio-loan.ts';
import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { type Fen, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { BareLoan } from '~/domain/monitoring/early-warning/inferred-servicing.ts';
import type { PanelLoan } from '~/domain/monitoring/early-warning/loan-panel.ts';
import { monthOfDay } from '~/domain/monitoring/early-warning/loss-history.ts';
import type { CcfRefusal } from '~/server/monitoring/read-ccf.ts';
import { readCases } from '~/server/score/read-cases.ts';

/** A loan of the data set, for its servicing and for the score. */
export type SbaLoan = BareLoan & { readonly panel: PanelLoan };

const needed = [
  'loan_nr',
  'ApprovalDate',
  'DisbursementDate',
  'ChgOffDate',
  'ChgOffPrinGr',
  'DisbursementGross',
  'Term',
];
const columns = [
  ...needed,
  'Bank',
  'State',
  'NAICS',
  'NoEmp',
  'NewExist',
  'RevLineCr',
  'LowDoc',
  'UrbanRural',
  'GrAppv',
  'SBA_Appv',
  'CreateJob',
  'RetainedJob',
  'FranchiseCode',
];

type Row = (column: string) => string;

/**
 * Reads `sba_raw22k*.csv[.gz]` of a folder. A loan that was charged off gives no term that can be used: in this data set its
 * `Term` knows the outcome; the middle term of the loans that were paid stands for it.
 */
export async function readSba(folder: string): Promise<Result<readonly SbaLoan[], CcfRefusal>> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return refuse({ code: 'monitor.folder-unreadable', folder });
  const files = names.filter((name) => /^sba_raw22k([^a-z].*)?\.csv(\.gz)?$/i.test(name)).sort();
  if (files.length === 0) return refuse({ code: 'monitor.file-missing', folder, file: 'sba_raw22k*.csv.gz' });
  const rows: Row[] = [];
  for (const file of files) {
    const cases = await readCases(path.join(folder, file));
    if (!cases.ok) return cases;
    const byName = new Map(cases.value.columns.map((column) => [column.name, column]));
    const missing = columns.filter((column) => !byName.has(column));
    if (missing.length > 0) return refuse({ code: 'monitor.columns-missing', file, columns: missing });
    for (let i = 0; i < cases.value.rows; i++)
      rows.push((column) => {
        const found = byName.get(column);
        return found ? (found.texts[found.codes[i] as number] ?? '') : '';
      });
  }
  const usual = middle(
    rows.filter((row) => readUsDay(row('ChgOffDate')) === null).map((row) => Number(row('Term'))),
  );
  const last = rows.reduce<Day | null>((most, row) => laterOf(most, readUsDay(row('ChgOffDate'))), null);
  return accept(rows.flatMap((row) => loanOf(row, usual, last ?? ('9999-12-31' as Day)) ?? []));
}

const laterOf = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);

function middle(values: readonly number[]): number {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 84;
}

/** Null where the loan has no day to begin from, or ended before it began. */
function loanOf(row: Row, usualTerm: number, lastDay: Day): SbaLoan | null {
  const drawnOn = readUsDay(row('DisbursementDate')) ?? readUsDay(row('ApprovalDate'));
  if (drawnOn === null) return null;
  const chargedOffOn = readUsDay(row('ChgOffDate'));
  const given = Number(row('Term'));
  const termMonths = chargedOffOn !== null || !(given > 0) ? usualTerm : given;
  const due = addMonths(drawnOn, termMonths);
  const endOn = chargedOffOn ?? (due < lastDay ? due : lastDay);
  if (endOn <= drawnOn) return null;
  const money = (column: string): Fen => readDollars(row(column)) ?? zeroFen;
  const drawn = money('DisbursementGross') > 0n ? money('DisbursementGross') : money('GrAppv');
  const isRevolving = row('RevLineCr') === 'Y';
  const number = row('loan_nr');
  return {
    number,
    drawnOn,
    drawn,
    termMonths,
    chargedOffOn,
    chargedOff: money('ChgOffPrinGr'),
    isRevolving,
    panel: {
      number,
      from: monthOfDay(drawnOn),
      until: monthOfDay(endOn),
      isLost: chargedOffOn !== null,
      facts: factsOf(row, drawn, isRevolving),
      groups: { bank: row('Bank'), state: row('State'), industry: row('NAICS').slice(0, 2) },
    },
  };
}

function factsOf(row: Row, drawn: Fen, isRevolving: boolean): PanelLoan['facts'] {
  const number = (column: string): number | null => {
    const value = Number(row(column));
    return row(column).trim() === '' || !Number.isFinite(value) ? null : Math.round(value);
  };
  const [approved, guaranteed] = [readDollars(row('GrAppv')), readDollars(row('SBA_Appv'))];
  return {
    amount: Number(drawn / 100n),
    guaranteed: approved && guaranteed !== null ? Number((guaranteed * 1000n) / approved) : null,
    employees: number('NoEmp'),
    'jobs-created': number('CreateJob'),
    'jobs-kept': number('RetainedJob'),
    'new-firm': number('NewExist'),
    urban: number('UrbanRural'),
    franchise: (number('FranchiseCode') ?? 0) > 1 ? 1 : 0,
    revolving: Number(isRevolving),
    'low-documentation': Number(row('LowDoc') === 'Y'),
  };
}
