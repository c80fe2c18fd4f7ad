import { day } from '~/domain/kernel/day.ts';
import { accept, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asLine, type StatementQuery, spanOf } from '~/server/ledger/show-statement.ts';
import { findAccount, findStatement, sumStatement } from '~/server/ledger/store-balances.ts';
import { sheetFile } from '~/server/ledger/workbook.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showInstant } from '~/text/format.ts';
import { ledgerText, wordTransactionKind } from '~/text/ledger.ts';

const everything = 100_000;
const first = { on: day('0001-01-01'), transaction: '0', seq: 0 };

/** The whole statement of an account over a span as an XLSX file: opening balance, every line, closing balance. */
export async function exportStatement(actor: Actor, id: string, query: StatementQuery, locale: Locale) {
  const t = translate(ledgerText, locale);
  const span = spanOf(query);
  const found = await withActor(actor, async (tx) => {
    const account = await findAccount(tx, id);
    if (!account) return null;
    const lines = (await findStatement(tx, id, span, first, everything)).map(asLine);
    return { account, lines, sums: await sumStatement(tx, id, span) };
  });
  if (!found) return refuse({ code: 'ledger.account-unknown' } as const);
  const { account, lines, sums } = found;
  const columns = [
    { header: t('ledger.effective'), width: 12, as: 'text' },
    { header: t('ledger.number'), width: 12, as: 'text' },
    { header: t('ledger.what'), width: 32, as: 'text' },
    { header: t('ledger.debit'), width: 20, as: 'yuan' },
    { header: t('ledger.credit'), width: 20, as: 'yuan' },
    { header: t('ledger.balance'), width: 20, as: 'yuan' },
    { header: t('ledger.booked'), width: 20, as: 'text' },
  ] as const;
  const rows = lines.map((l) => [
    ...[
      l.effectiveOn,
      l.transaction,
      wordTransactionKind(l.kind, locale),
      l.debitFen,
      l.creditFen,
      l.balanceFen,
    ],
    l.bookedAt ? showInstant(l.bookedAt, locale) : '',
  ]);
  const closing = (BigInt(sums.opening) + BigInt(sums.debit) - BigInt(sums.credit)).toString();
  const opening = [span.from, '', t('ledger.opening'), '', '', sums.opening, ''];
  const end = [span.to, '', t('ledger.closing'), sums.debit, sums.credit, closing, ''];
  const body = await sheetFile(t('ledger.statement'), columns, [opening, ...rows, end]);
  return accept({ name: `${account.code.replaceAll(':', '-')}-${span.from}-${span.to}.xlsx`, body });
}
