import { type Bands, bandOf, bandsText, readBands } from '~/domain/catalogue/bands.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PrivacyDuties } from '../consent/duties.ts';

/** What a record about a person says, once opened with the person's key. Amounts are digit strings of fen. */
export type PersonRecord = {
  readonly from: string;
  readonly to: string | null;
  readonly amountFen: string | null;
  readonly category: string | null;
};

/** What may be asked of an item that is only compared: whether there is a record, one of at least an amount, or in which band. */
export type Question =
  | { readonly kind: 'any' }
  | { readonly kind: 'open' }
  | { readonly kind: 'at-least'; readonly amount: Fen }
  | { readonly kind: 'band'; readonly bands: Bands };

/** A question as it is asked: in which band, without the bands, which are the catalogue's. */
export type AskedQuestion = Exclude<Question, { kind: 'band' }> | { readonly kind: 'band' };

export type NoBands = { readonly code: 'privacy.no-bands'; readonly item: string };

/** The question with the bands of the item that it is about; refused where it has none. */
export function questionOn(
  { code, bands }: { readonly code: string; readonly bands: Bands | null },
  asked: AskedQuestion,
): Result<Question, NoBands> {
  if (asked.kind !== 'band') return accept(asked);
  return bands ? accept({ kind: 'band', bands }) : refuse({ code: 'privacy.no-bands', item: code });
}

/** The question as one text: equal questions have equal texts. */
export function questionText(question: Question): string {
  if (question.kind === 'at-least') return `at-least ${question.amount}`;
  return question.kind === 'band' ? bandsText(question.bands) : question.kind;
}

/** Yes, no, or the number of the band that the figure is in; never the figure. */
export type Answer = 'yes' | 'no' | { readonly band: number };

/**
 * Yes or no, or a band, and nothing more (可用不可见). `open` asks for a record without an end, `band` for the largest
 * amount; `no` where there is none.
 */
export function answerTo(records: readonly PersonRecord[], question: Question): Answer {
  const yesNo = (is: boolean) => (is ? 'yes' : 'no');
  if (question.kind === 'any') return yesNo(records.length > 0);
  if (question.kind === 'open') return yesNo(records.some(({ to }) => to === null));
  const amounts = records.flatMap(({ amountFen }) => (amountFen === null ? [] : BigInt(amountFen)));
  if (question.kind === 'at-least') return yesNo(amounts.some((amount) => amount >= question.amount));
  const [first, ...rest] = amounts;
  if (first === undefined) return 'no';
  return {
    band: bandOf(
      question.bands,
      rest.reduce((most, each) => (each > most ? each : most), first),
    ),
  };
}

/** A question that was asked; `question` is its text. */
export type Asked = { readonly item: string; readonly question: string; readonly at: Date };
export type ProbingRefusal = {
  readonly code: 'privacy.probing-day' | 'privacy.probing-item' | 'privacy.probing-narrowing';
  readonly most: number;
};

const dayMs = 86_400_000;

const amountIn = (question: string): bigint | null => {
  const digits = /^at-least (\d+)$/.exec(question)?.[1];
  return digits === undefined ? null : BigInt(digits);
};

/** What a question compares the figure with: an amount that the asker chose, or the edges that the catalogue has. */
type Compared = { readonly chosen: bigint | null; readonly edges: readonly bigint[] };

function comparedIn(question: string): Compared {
  const bands = readBands(question);
  return { chosen: amountIn(question), edges: bands?.of === 'amount' ? bands.edges.map(BigInt) : [] };
}

/**
 * Which of these questions, each by the amounts it compares with and in the order they were asked, may be answered: an
 * amount strictly between two that were answered halves what is left of the figure (bisection), and only so many of those
 * are. Asking up or down a scale, or the same again, narrows nothing. Bands are not the asker's choice and are always
 * answered; each of their edges counts as an amount that was.
 */
export function withinNarrowing(asked: readonly Compared[], most: number): boolean[] {
  const answered = new Set<bigint>();
  let narrowed = 0;
  return asked.map(({ chosen: amount, edges }) => {
    for (const edge of edges) answered.add(edge);
    if (amount === null) return true;
    const isNew = !answered.has(amount);
    const isBetween = isNew && [...answered].some((a) => a < amount) && [...answered].some((a) => a > amount);
    if (isBetween && narrowed >= most) return false;
    if (isBetween) narrowed += 1;
    answered.add(amount);
    return true;
  });
}

/**
 * Keeps yes-or-no questions from being repeated until they give the figure away (domain.md row C4, also dangerous 21): so
 * many about one subject in 24 hours, so many about one item of it in 30 days, refused ones included; and of the amounts
 * asked about an item only so many between two others.
 */
export function checkProbing(
  asked: readonly Asked[],
  { item, question }: Pick<Asked, 'item' | 'question'>,
  at: Date,
  limits: PrivacyDuties['probing'],
): Result<null, ProbingRefusal> {
  const since = (ms: number) => asked.filter((one) => at.getTime() - one.at.getTime() < ms);
  if (since(dayMs).length >= limits.perSubjectAndDay)
    return refuse({ code: 'privacy.probing-day', most: limits.perSubjectAndDay });
  const sameItem = since(30 * dayMs)
    .filter((one) => one.item === item)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (sameItem.length >= limits.perItemAndMonth)
    return refuse({ code: 'privacy.probing-item', most: limits.perItemAndMonth });
  const compared = [...sameItem, { question }].map((one) => comparedIn(one.question));
  if (withinNarrowing(compared, limits.narrowingPerItemAndMonth).at(-1) === false)
    return refuse({ code: 'privacy.probing-narrowing', most: limits.narrowingPerItemAndMonth });
  return accept(null);
}
