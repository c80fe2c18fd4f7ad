import { type Locale, translate } from '~/text/define.ts';
import { showFen, showPpm } from '~/text/format.ts';
import { bookText, stateWord } from '~/text/loan-book.ts';
import { type QualityRead, qualityLines, qualityRows, yuanOf } from '~/text/loan-quality.ts';
import { servicingText } from '~/text/loan-servicing.ts';
import { monitoringText, wordSignal } from '~/text/monitoring.ts';
import { tierWord } from '~/text/tier-word.ts';

const reasons = [
  'overdue',
  'misused',
  'borrowed-to-repay',
  'under-observation',
  'curing',
  'debtor-rule',
  'cross-bank',
] as const;

type Watched = { readonly because: readonly string[]; readonly signals: readonly string[] };

/** Why a loan is on watch: the reasons of its class, then the signals of its live alerts. */
export function wordReasons({ because, signals }: Watched, locale: Locale): string[] {
  const t = translate(servicingText, locale);
  const known = reasons.filter((reason) => because.includes(reason));
  return [
    ...known.map((reason) => t(`servicing.why.${reason}`)),
    ...signals.map((code) => wordSignal(code, locale)),
  ];
}

/** The family of a signal. */
export function familyWord(family: string, locale: Locale): string {
  const key = `monitoring.family.${family}`;
  return key in monitoringText ? translate(monitoringText, locale)(key as 'monitoring.family.tax') : family;
}

type Money = { readonly loans: number; readonly openingFen: string; readonly closingFen: string };
type Lead = {
  readonly loans: number | null;
  readonly warned: number | null;
  readonly warnedPpm: number | null;
  readonly days: null | { readonly lower: number; readonly median: number; readonly upper: number };
};

/** A part of the portfolio desk as files and terminals read it. */
export type BookRead =
  | ({ readonly part: 'summary' } & QualityRead)
  | {
      readonly part: 'loans';
      /** Where what the file does not take begins; null where it takes all. */
      readonly next: string | null;
      readonly loans: readonly {
        readonly contractNo: string;
        readonly firm: string;
        readonly start: string;
        readonly end: string;
        readonly dpd: number;
        readonly openingFen: string;
        readonly closingFen: string;
        readonly disbursedOn: string;
      }[];
    }
  | {
      readonly part: 'migration';
      readonly matrix: null | {
        readonly rows: readonly {
          readonly start: string;
          readonly cells: readonly ({ readonly end: string } & Money)[];
        }[];
      };
      readonly rates: readonly {
        readonly start: string;
        readonly worsePpm: number | null;
        readonly hidden: boolean;
      }[];
    }
  | {
      readonly part: 'watch';
      readonly next: string | null;
      readonly loans: readonly (Watched & {
        readonly contractNo: string;
        readonly firm: string;
        readonly tier: string;
        readonly dpd: number;
        readonly balanceFen: string;
        readonly since: string;
        readonly reviewedOn: string | null;
        readonly reviewOn: string;
      })[];
    }
  | {
      readonly part: 'vintage';
      readonly vintages: readonly {
        readonly quarter: string;
        readonly loans: number | null;
        readonly principalFen: string | null;
        readonly curve: readonly number[] | null;
      }[];
    }
  | {
      readonly part: 'lead';
      readonly outcomes: readonly {
        readonly outcome: 'overdue-30' | 'overdue-60' | 'overdue-90' | 'non-performing' | 'written-off';
        readonly all: Lead | null;
        readonly families: readonly ({ readonly family: string } & Lead)[];
      }[];
    };

/** A part of the portfolio desk as rows of a file, the first naming the columns. */
export function bookRows(read: BookRead, locale: Locale): string[][] {
  const t = translate(bookText, locale);
  switch (read.part) {
    case 'summary':
      return qualityRows(read, locale);
    case 'loans':
      return [
        [
          ...[t('book.contract'), t('book.firm'), t('book.loans.start'), t('book.loans.end'), t('book.dpd')],
          ...[t('book.loans.opening'), t('book.loans.closing'), t('book.loans.disbursed')],
        ],
        ...read.loans.map((loan) => [
          ...[loan.contractNo, loan.firm, stateWord(loan.start, locale), stateWord(loan.end, locale)],
          ...[String(loan.dpd), yuanOf(loan.openingFen), yuanOf(loan.closingFen), loan.disbursedOn],
        ]),
        ...(read.next ? [[t('book.more')]] : []),
      ];
    case 'migration':
      return migrationRows(read, locale);
    case 'watch':
      return watchRows(read, locale);
    case 'vintage':
      return vintageRows(read, locale);
    case 'lead':
      return leadRows(read, locale);
  }
}

type Part<P extends BookRead['part']> = Extract<BookRead, { readonly part: P }>;

function migrationRows({ matrix, rates }: Part<'migration'>, locale: Locale): string[][] {
  const t = translate(bookText, locale);
  const cells = matrix?.rows.flatMap(({ start, cells: row }) =>
    row
      .filter((cell) => cell.loans > 0)
      .map((cell) => [
        ...[stateWord(start, locale), stateWord(cell.end, locale), String(cell.loans)],
        ...[yuanOf(cell.openingFen), yuanOf(cell.closingFen), ''],
      ]),
  );
  return [
    [
      ...[t('book.loans.start'), t('book.loans.end'), t('book.count'), t('book.loans.opening')],
      ...[t('book.loans.closing'), t('book.migration.rate')],
    ],
    ...(cells ?? []),
    ...rates.map(({ start, worsePpm, hidden }) => [
      ...[stateWord(start, locale), '', '', '', ''],
      hidden ? t('book.hidden') : worsePpm === null ? '' : showPpm(worsePpm, locale, 2),
    ]),
  ];
}

function watchRows(read: Part<'watch'>, locale: Locale): string[][] {
  const t = translate(bookText, locale);
  return [
    [
      ...[t('book.contract'), t('book.firm'), t('book.migration.class'), t('book.dpd'), t('book.balance')],
      ...[t('book.watch.why'), t('book.watch.since'), t('book.watch.reviewed'), t('book.watch.review')],
    ],
    ...read.loans.map((loan) => [
      ...[loan.contractNo, loan.firm, tierWord(loan.tier, locale), String(loan.dpd)],
      ...[yuanOf(loan.balanceFen), wordReasons(loan, locale).join('；'), loan.since],
      ...[loan.reviewedOn ?? '', loan.reviewOn],
    ]),
    ...(read.next ? [[t('book.more')]] : []),
  ];
}

function vintageRows({ vintages }: Part<'vintage'>, locale: Locale): string[][] {
  const t = translate(bookText, locale);
  const months = Math.max(0, ...vintages.map(({ curve }) => curve?.length ?? 0));
  const head = Array.from({ length: months }, (_, month) => String(month));
  return [
    [t('book.vintage.quarter'), t('book.count'), t('book.vintage.principal'), ...head],
    ...vintages.map(({ quarter, loans, principalFen, curve }) => [
      quarter,
      loans === null ? t('book.hidden') : String(loans),
      principalFen === null ? '' : yuanOf(principalFen),
      ...head.map((_, month) => {
        const share = curve?.[month];
        return share === undefined ? '' : showPpm(share, locale, 2);
      }),
    ]),
  ];
}

function leadRows({ outcomes }: Part<'lead'>, locale: Locale): string[][] {
  const t = translate(bookText, locale);
  const row = (name: string, family: string, lead: Lead | null) => [
    ...[name, family, String(lead?.loans ?? t('book.hidden')), String(lead?.warned ?? '')],
    lead?.warnedPpm == null ? '' : showPpm(lead.warnedPpm, locale, 2),
    ...[lead?.days?.lower, lead?.days?.median, lead?.days?.upper].map((n) => String(n ?? '')),
  ];
  return [
    [
      ...[t('book.lead.outcome'), t('book.lead.family'), t('book.lead.loans'), t('book.lead.warned'), '%'],
      ...['25 %', t('book.lead.median'), '75 %'],
    ],
    ...outcomes.flatMap(({ outcome, all, families }) => [
      row(t(`book.lead.${outcome}`), t('book.lead.all'), all),
      ...families.map((lead) => row(t(`book.lead.${outcome}`), familyWord(lead.family, locale), lead)),
    ]),
  ];
}

/** The same for a terminal: the summary in sentences, the other parts as columns. */
export function bookLines(read: BookRead, locale: Locale): string[] {
  if (read.part === 'summary') return qualityLines(read, locale);
  if (read.part === 'watch')
    return [
      ...read.loans.map((loan) =>
        [
          ...[loan.contractNo, loan.firm, tierWord(loan.tier, locale), showFen(loan.balanceFen, locale)],
          ...[wordReasons(loan, locale).join('；'), loan.reviewOn],
        ].join('  '),
      ),
      ...(read.next ? [translate(bookText, locale)('book.more')] : []),
    ];
  return bookRows(read, locale).map((row) => row.filter((cell) => cell !== '').join('  '));
}
