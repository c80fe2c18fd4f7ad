import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { grouped } from '~/domain/kernel/group.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type {
  AnnualReport,
  NewsItem,
  NewsTone,
  TaxLine,
  WatchedHistory,
} from '~/domain/monitoring/early-warning/history.ts';
import type { RawTable } from '~/domain/score/training/raw-table.ts';
import words from '~/server/monitoring/ccf-words.json' with { type: 'json' };
import { type CasesRefusal, readCases } from '~/server/score/read-cases.ts';

export type CcfRefusal =
  | CasesRefusal
  | { readonly code: 'monitor.folder-unreadable'; readonly folder: string }
  | { readonly code: 'monitor.file-missing'; readonly folder: string; readonly file: string }
  | { readonly code: 'monitor.columns-missing'; readonly file: string; readonly columns: readonly string[] };

/** A firm with what became of it: later found raising funds illegally (非法集资), or not. */
export type CcfFirm = { readonly id: string; readonly isBad: boolean; readonly history: WatchedHistory };

type Row = { readonly [column: string]: string };

const tables = {
  labels: ['label'],
  tax: ['END_DATE', 'TAX_AMOUNT'],
  news: ['positive_negtive', 'public_date'],
} as const;
const further = { annual_report: ['ANCHEYEAR'], other: [] } as const;
const columnsOf: { readonly [table: string]: readonly string[] } = { ...tables, ...further };
type Table = keyof typeof tables | keyof typeof further;

/** What a figure of an annual report is called here; columns that only a handful of firms fill are left out. */
const figures: { readonly [column: string]: string } = {
  STATE: 'state',
  FUNDAM: 'funds',
  EMPNUM: 'employees',
  EMPNUMSIGN: 'employees-public',
  COLGRANUM: 'graduates-running',
  RETSOLNUM: 'veterans-running',
  DISPERNUM: 'disabled-running',
  UNENUM: 'unemployed-running',
  COLEMPLNUM: 'graduates-employed',
  RETEMPLNUM: 'veterans-employed',
  DISEMPLNUM: 'disabled-employed',
  UNEEMPLNUM: 'unemployed-employed',
  WEBSITSIGN: 'website',
  FORINVESTSIGN: 'investments',
  STOCKTRANSIGN: 'shares-transferred',
  PUBSTATE: 'publication',
};
const counts: { readonly [column: string]: string } = {
  legal_judgment_num: 'judgments',
  brand_num: 'trademarks',
  patent_num: 'patents',
};
/** The names of figures and counts, in the order of the features. */
export const ccfNames = { figures: Object.values(figures), counts: Object.values(counts) };

/**
 * Reads the tables of CCF 2020 from a folder: `ccf2020_<table>*.csv[.gz]`, all files of a table together. Labels, tax and
 * news are needed; a folder without annual reports or other counts is read as one where nothing of them is known.
 */
export async function readCcf(
  folder: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Result<{ readonly firms: readonly CcfFirm[]; readonly asOf: Day }, CcfRefusal>> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return refuse({ code: 'monitor.folder-unreadable', folder });
  const read = new Map<Table, readonly Row[]>();
  for (const table of ['labels', 'tax', 'news', 'annual_report', 'other'] as const) {
    const rows = await readTable(folder, table, names, onBytes);
    if (!rows.ok) return rows;
    read.set(table, rows.value);
  }
  return accept(firmsOf((table) => read.get(table) ?? []));
}

async function readTable(
  folder: string,
  table: Table,
  names: readonly string[],
  onBytes: (bytes: number) => void,
): Promise<Result<readonly Row[], CcfRefusal>> {
  const shape = new RegExp(`^ccf2020_${table}([^a-z].*)?\\.csv(\\.gz)?$`, 'i');
  const files = names.filter((name) => shape.test(name)).sort();
  const needed = table in tables;
  if (files.length === 0 && needed)
    return refuse({ code: 'monitor.file-missing', folder, file: `ccf2020_${table}*.csv.gz` });
  const rows: Row[] = [];
  for (const file of files) {
    const cases = await readCases(path.join(folder, file), onBytes);
    if (!cases.ok) return cases;
    const found = new Set(cases.value.columns.map(({ name }) => name));
    const missing = ['id', ...(columnsOf[table] ?? [])].filter((column) => !found.has(column));
    if (missing.length > 0) return refuse({ code: 'monitor.columns-missing', file, columns: missing });
    for (const row of rowsOf(cases.value)) rows.push(row);
  }
  return accept(rows);
}

function* rowsOf({ rows, columns }: RawTable): Generator<Row> {
  for (let i = 0; i < rows; i++)
    yield Object.fromEntries(
      columns.map(({ name, texts, codes }) => [name, texts[codes[i] as number] ?? '']),
    );
}

function firmsOf(rows: (table: Table) => readonly Row[]): {
  readonly firms: readonly CcfFirm[];
  readonly asOf: Day;
} {
  const taxes = byFirm(rows('tax'), taxLine);
  const news = byFirm(rows('news'), newsItem);
  const reports = byFirm(rows('annual_report'), annualReport);
  const others = byFirm(rows('other'), (row) => numbers(row, counts));
  const dates = [...taxes.values()].flat().map((line) => line.endedOn);
  dates.push(...[...news.values()].flat().map((item) => item.publishedOn));
  const asOf = dates.reduce<Day | null>(
    (last, on) => (on !== null && (last === null || on > last) ? on : last),
    null,
  );
  const labels = new Map(
    rows('labels').flatMap((row) => (row.label === '' ? [] : [[row.id ?? '', row.label ?? '']])),
  );
  const firms = [...labels].map(([id, label]) => ({
    id,
    isBad: Number(label) === 1,
    history: {
      taxes: taxes.get(id) ?? [],
      news: news.get(id) ?? [],
      reports: (reports.get(id) ?? []).flatMap((report) => report ?? []),
      counts: Object.assign({}, ...(others.get(id) ?? [])),
    },
  }));
  return { firms, asOf: asOf ?? ('1970-01-01' as Day) };
}

const byFirm = <T>(rows: readonly Row[], read: (row: Row) => T) => grouped(rows, (row) => row.id ?? '', read);

const numberOf = (text: string | undefined): number | null => {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};

const dayOf = (text: string | undefined): Day | null => parseDay((text ?? '').replaceAll('/', '-'));

const taxLine = (row: Row): TaxLine => ({
  endedOn: dayOf(row.END_DATE),
  category: row.TAX_CATEGORIES ?? '',
  isLateFee: (row.TAX_ITEMS ?? '').includes(words.lateFee),
  amount: numberOf(row.TAX_AMOUNT),
});

const tones = words.tones as { readonly [word: string]: NewsTone };
const newsItem = (row: Row): NewsItem => ({
  publishedOn: dayOf(row.public_date),
  tone: tones[row.positive_negtive ?? ''] ?? 'neutral',
});

const numbers = (row: Row, names: { readonly [column: string]: string }) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([column, name]) => {
      const value = numberOf(row[column]);
      return value === null ? [] : [[name, value]];
    }),
  );

function annualReport(row: Row): AnnualReport | null {
  const year = numberOf(row.ANCHEYEAR);
  return year === null ? null : { year, figures: numbers(row, figures) };
}
