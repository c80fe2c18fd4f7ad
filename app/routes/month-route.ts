import { z } from 'zod';
import { stringify } from '~/domain/overview/csv.ts';
import type { Permission } from '~/server/access/policy.ts';
import { download } from '~/server/http/download.ts';
import { view } from '~/server/http/view.ts';
import { exportMonth, listMonth } from '~/server/loan/list-month.ts';
import { writeXlsx, xlsxType } from '~/server/platform/write-xlsx.ts';
import type { Locale } from '~/text/define.ts';
import { type MonthLoan, type MonthReader, monthRows, monthSheet } from '~/text/loan-month-rows.ts';

const month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .optional();

/** The month in the address of a list, and the place within it. */
export const monthQuery = z.object({ month });
export const monthPageQuery = monthQuery.extend({
  page: z.coerce.number().int().min(0).max(10_000).default(0),
});

/** The page of the monthly loan list of a bank's own loans. */
export const monthLoader = (can: Permission, base: string) =>
  view({
    can,
    audit: 'loan.month-opened',
    query: monthPageQuery,
    load: async ({ actor, query }) => ({ ...(await listMonth(actor, query.month, query.page)), base }),
  });

/** The monthly loan list as a file. */
export const monthFile = (can: Permission) =>
  download({
    can,
    audit: 'loan.month-exported',
    params: z.object({ kind: z.enum(['csv', 'xlsx']) }),
    query: monthQuery,
    file: async ({ actor, params: { kind }, query, locale }) => {
      const list = await exportMonth(actor, query.month);
      const name = `loans-${list.month}.${kind}`;
      const rows = monthRows(list.rows, locale);
      if (kind === 'xlsx') return xlsxOf(list, locale);
      const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.number)));
      return { name, type: 'text/csv; charset=utf-8', body: `\ufeff${stringify(cells)}` };
    },
  });

/** The list of a month as a workbook. */
export function xlsxOf(
  list: { readonly month: string; readonly rows: readonly MonthLoan[] },
  locale: Locale,
  reader: MonthReader = 'lender',
) {
  const body = writeXlsx(monthSheet(list.month, locale), monthRows(list.rows, locale, reader));
  return { name: `loans-${list.month}.xlsx`, type: xlsxType, body };
}
