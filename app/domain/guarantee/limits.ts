import type { GuaranteeRules } from '~/domain/guarantee/guarantee-rules.ts';
import { type Fen, fen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, ppm, ratioPpm, shareOf } from '~/domain/kernel/rate.ts';

/** Liabilities of a guarantor as they stand. */
export type GuarantorBook = {
  readonly netAssets: Fen;
  readonly outstanding: Fen;
  /** Of it for SME and agriculture. */
  readonly smeAgri: Fen;
  readonly obligor: Fen;
  /** The obligor with its affiliates. */
  readonly obligorGroup: Fen;
};

export const limitCodes = ['leverage', 'one-obligor', 'with-affiliates'] as const;
export type LimitCode = (typeof limitCodes)[number];

/** One limit: how much of it is used, in fen and as a part. */
export type LimitUse = {
  readonly code: LimitCode;
  readonly limit: Fen;
  readonly used: Fen;
  readonly left: Fen;
  readonly usedPart: Ppm;
};

/** The multiple of net assets that holds: the higher one where most of the liability is for SME and agriculture. */
export function leverageTimes(
  book: Pick<GuarantorBook, 'outstanding' | 'smeAgri'>,
  rules: GuaranteeRules,
): number {
  const { leverageTimes: usual, smeAgriLeverageTimes: higher, smeAgriFromPpm } = rules.limits;
  return book.outstanding > 0n && ratioPpm(book.smeAgri, book.outstanding) >= smeAgriFromPpm ? higher : usual;
}

/** How the prudential limits (条例 15–16) stand for a book. */
export function limitsOf(book: GuarantorBook, rules: GuaranteeRules): LimitUse[] {
  const { oneObligorPpm, withAffiliatesPpm } = rules.limits;
  const use = (code: LimitCode, limit: Fen, used: Fen): LimitUse => ({
    code,
    limit,
    used,
    left: minus(limit, used),
    usedPart: limit === 0n ? ppm(used === 0n ? 0 : 1_000_000) : ratioPpm(used, limit),
  });
  return [
    use('leverage', fen(book.netAssets * BigInt(leverageTimes(book, rules))), book.outstanding),
    use('one-obligor', shareOf(book.netAssets, ppm(oneObligorPpm)), book.obligor),
    use('with-affiliates', shareOf(book.netAssets, ppm(withAffiliatesPpm)), book.obligorGroup),
  ];
}

/** The book with one more liability in it. */
export const withLiability = (book: GuarantorBook, amount: Fen, isSmeAgri: boolean): GuarantorBook => ({
  ...book,
  outstanding: plus(book.outstanding, amount),
  smeAgri: plus(book.smeAgri, isSmeAgri ? amount : zeroFen),
  obligor: plus(book.obligor, amount),
  obligorGroup: plus(book.obligorGroup, amount),
});

/** The limits that a liability would break; none when it may be taken on. */
export const brokenBy = (book: GuarantorBook, rules: GuaranteeRules): LimitUse[] =>
  limitsOf(book, rules).filter((use) => use.used > use.limit);
