import { canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import {
  type BehindRow,
  countedMeasures,
  mergeSmall,
  type ReturnBody,
  type ReturnLine,
  returnBody,
  spanOfMonth,
  sumFigures,
} from '~/domain/monitoring/month-return.ts';
import type { Tx } from '~/server/db/client.ts';
import {
  type CaseFigures,
  type LoanFigures,
  sumReturnCases,
  sumReturnLoans,
  sumReturnSignals,
} from '~/server/monitoring/store-return.ts';
import { countReturnFirms } from '~/server/monitoring/store-return-firms.ts';

export type Compiled = { readonly body: ReturnBody; readonly sha256: string };

/**
 * The return of a month out of the store as it was known at an instant: made again for the same instant it is the same to the last
 * digit, unless something was settled later with effect for that month. Prefectures with too few firms are one line together.
 */
export async function compileReturn(tx: Tx, month: string, knownAt: Date): Promise<Compiled> {
  const span = { ...spanOfMonth(month), knownAt };
  const loans = await sumReturnLoans(tx, span);
  const cases = await sumReturnCases(tx, span);
  const codes = [...new Set([...loans, ...cases].map(({ code }) => code))];
  const loansOf = new Map(loans.map((each) => [each.code, each]));
  const casesOf = new Map(cases.map((each) => [each.code, each]));
  const all = codes.map((code) => lineOf(loansOf.get(code), casesOf.get(code), code));
  const lines = mergeSmall(all, '');
  const signals = await sumReturnSignals(tx, span);
  const behind = behindLines(await countReturnFirms(tx, span), lines);
  const body = returnBody.parse({
    ...{ month, through: span.through, lines, signals, behind },
    total: sumFigures(lines),
  });
  return { body, sha256: hashOf(body) };
}

/** The hash of the figures of a return, whatever the order of its fields in the database. */
export const hashOf = ({ behind: _, ...figures }: ReturnBody): string => sha256(canonicalJson(figures));

/** The firms behind figures of the lines: those of places that are told together are added up, as no firm stands in two. */
function behindLines(rows: readonly BehindRow[], lines: readonly ReturnLine[]): BehindRow[] {
  const own = new Set(lines.map(({ code }) => code));
  const summed = new Map<string, BehindRow>();
  for (const row of rows) {
    const code = row.group.startsWith('signal-') || own.has(row.code) ? row.code : '';
    const key = `${row.group} ${row.column} ${code}`;
    const { firms = 0, once = 0 } = summed.get(key) ?? {};
    summed.set(key, { ...row, code, firms: firms + row.firms, once: once + row.once });
  }
  return [...summed.values()];
}

function lineOf(loans: LoanFigures | undefined, cases: CaseFigures | undefined, code: string): ReturnLine {
  return {
    ...sumFigures([]),
    ...{ code, name: loans?.name || cases?.name || code },
    ...(loans && {
      firms: loans.firms,
      loans: loans.loans,
      balanceFen: loans.balance_fen.toString(),
      tiers: {
        normal: loans.normal,
        'special-mention': loans.special_mention,
        substandard: loans.substandard,
        doubtful: loans.doubtful,
        loss: loans.loss,
      },
    }),
    ...(cases && {
      raised: { yellow: cases.yellow, orange: cases.orange, red: cases.red },
      ...{ live: cases.live, overdueAnswers: cases.overdue_answers },
      closed: {
        confirmed: cases.confirmed,
        explained: cases.explained,
        cured: cases.cured,
        'false-alarm': cases.false_alarm,
      },
      ...{ followUps: cases.follow_ups, adopted: cases.adopted, ...countedMeasures(cases.measures) },
    }),
  };
}
