import { z } from 'zod';
import { system } from '~/server/access/actor.ts';
import { type BalanceRead, readBalances } from '~/server/ledger/read-balances.ts';
import { readStatement, type StatementRead } from '~/server/ledger/read-statement.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount, showFen } from '~/text/format.ts';
import { wordTransactionKind } from '~/text/ledger.ts';
import { ledgerCliText } from '~/text/ledger-cli.ts';
import { type CliAnswer, type CliContext, dayOption, defineCommand, textOption } from '../command.ts';

const options = {
  'as-of': dayOption(ledgerCliText['ledger.list.as-of']),
  from: dayOption(ledgerCliText['ledger.list.from']),
  account: textOption(z.string().max(200).optional(), 'CODE', ledgerCliText['ledger.list.account']),
};
type Context = CliContext<typeof options>;

const platform = system('cli.ledger');
const nameOf = (row: { nameZh: string; nameEn: string }, locale: Locale) =>
  locale === 'en' ? row.nameEn : row.nameZh;

/** `ledger balances --as-of D` and `ledger statement --account CODE`: what the pages of the funds desk say. */
export const command = defineCommand({
  name: 'ledger',
  summary: ledgerCliText['ledger.list.summary'],
  argument: { hint: 'balances|statement', about: ledgerCliText['ledger.list.what'] },
  readsOnly: true,
  options,
  run: (context): Promise<CliAnswer> => {
    if (context.argument === 'balances') return balances(context);
    if (context.argument === 'statement') return statement(context);
    const line = translate(ledgerCliText, context.locale)('ledger.list.unknown', context.argument);
    return Promise.resolve({ ok: false, json: { code: 'ledger.unknown-list' }, lines: [line] });
  },
});

/** Amounts in fen as texts; a balance is what was debited less what was credited. */
async function balances({ options, locale }: Context): Promise<CliAnswer> {
  const t = translate(ledgerCliText, locale);
  const { on, accounts, sums } = await readBalances(platform, options['as-of']);
  const money = (fen: string) => showFen(fen, locale);
  const balanceOf = (row: BalanceRead) => String(BigInt(row.debitFen) - BigInt(row.creditFen));
  return {
    ok: true,
    json: {
      asOf: on,
      accounts: accounts.map((row) => ({
        ...{ code: row.code, kind: row.kind, nameZh: row.nameZh, nameEn: row.nameEn },
        ...{ balanceFen: balanceOf(row), heldFen: row.heldFen ?? '0' },
      })),
      debitFen: sums.debit,
      creditFen: sums.credit,
    },
    lines: [
      ...accounts.map((row) => t('ledger.list.line', row.code, nameOf(row, locale), money(balanceOf(row)))),
      t('ledger.list.sums', on, showCount(sums.accounts, locale), money(sums.debit), money(sums.credit)),
    ],
  };
}

async function statement({ options, locale }: Context): Promise<CliAnswer> {
  const code = options.account ?? '';
  const read = await readStatement(platform, code, { from: options.from, to: options['as-of'] });
  if (read.ok) return { ok: true, json: asJson(read.value), lines: asLines(read.value, locale) };
  const line = translate(ledgerCliText, locale)('ledger.list.no-account', code);
  return { ok: false, json: read.refusal, lines: [line] };
}

function asJson({ account, span, lines, ...sums }: StatementRead) {
  const { code, kind, nameZh, nameEn } = account;
  const { openingFen, debitFen, creditFen, closingFen } = sums;
  return {
    ...{ account: { code, kind, nameZh, nameEn }, from: span.from, to: span.to },
    ...{ openingFen, debitFen, creditFen, closingFen },
    lines: lines.map(({ id: _, ...line }) => line),
  };
}

function asLines({ span, openingFen, closingFen, lines }: StatementRead, locale: Locale): string[] {
  const t = translate(ledgerCliText, locale);
  const money = (fen: string) => showFen(fen, locale);
  const told = lines.map(({ effectiveOn, transaction, kind, debitFen, creditFen, balanceFen }) => {
    const amount = money(String(BigInt(debitFen) - BigInt(creditFen)));
    const what = wordTransactionKind(kind, locale);
    return t('ledger.list.moved', effectiveOn, transaction, what, amount, money(balanceFen));
  });
  const count = showCount(lines.length, locale);
  return [...told, t('ledger.list.span', span.from, span.to, money(openingFen), money(closingFen), count)];
}
