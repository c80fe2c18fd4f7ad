import { dayAt } from '~/domain/kernel/day.ts';
import { kindsIn } from '~/domain/repair/regime.ts';
import type { ItemWords, VersionRow } from '~/server/objection/store-record.ts';

/** Who looks at a record's history: the firm itself and the audit role see all of it; of a sealed or revoked record others see only that it was there. */
export type HistoryReader = 'subject' | 'audit' | 'other';

type Named = { readonly zh: string; readonly en: string };

/** One version as it is shown; figures in fen as text. `content` is null where it is hidden from the reader. */
export type VersionShown = {
  readonly id: string;
  readonly op: VersionRow['op'];
  readonly knownOn: string;
  /** ISO instant from which it was known, and until when it stood; null while it stands. */
  readonly knownAt: string;
  readonly until: string | null;
  readonly content: {
    readonly on: string | null;
    readonly precision: VersionRow['precision'];
    readonly ended: string | null;
    readonly amountFen: string | null;
    readonly quantity: number | null;
    readonly category: Named | null;
    readonly categoryCode: string | null;
    readonly reference: string | null;
    readonly note: string | null;
  } | null;
};

export type RecordShown = {
  readonly item: string;
  readonly name: Named;
  readonly provider: Named;
  readonly amountName: Named | null;
  readonly quantityName: Named | null;
  readonly categories: readonly (Named & { readonly code: string })[];
  readonly state: 'live' | 'sealed' | 'revoked';
  /** The firm's own word, not a public body's: it is corrected by declaring again. */
  readonly isDeclared: boolean;
  readonly versions: readonly VersionShown[];
};

/** A record through its versions, with the words of its item. */
export function recordShown(
  rows: readonly VersionRow[],
  words: ItemWords,
  reader: HistoryReader,
): RecordShown {
  const last = rows.at(-1);
  const state = last?.op === 'revoke' ? 'revoked' : last?.op === 'seal' ? 'sealed' : 'live';
  const isHidden = state !== 'live' && reader === 'other';
  const { meaning } = words;
  return {
    item: last?.item ?? '',
    name: { zh: words.nameZh, en: words.nameEn },
    provider: { zh: words.providerZh, en: words.providerEn },
    amountName: meaning.amount ?? null,
    quantityName: meaning.quantity ?? null,
    categories: meaning.categories ?? [],
    state,
    isDeclared: words.mode === 'declared',
    versions: rows.map((row) => versionShown(row, rows, words, isHidden)),
  };
}

function versionShown(
  row: VersionRow,
  rows: readonly VersionRow[],
  { meaning }: ItemWords,
  isHidden: boolean,
): VersionShown {
  const next = rows.find(({ supersedes }) => supersedes === row.id);
  const says = row.op === 'assert' || row.op === 'correct';
  const known = meaning.categories?.find(({ code }) => code === row.category);
  const category =
    row.category === null ? null : { zh: known?.zh ?? row.category, en: known?.en ?? row.category };
  return {
    id: row.id,
    op: row.op,
    knownOn: dayAt(row.knownAt),
    knownAt: row.knownAt.toISOString(),
    until: next?.knownAt.toISOString() ?? null,
    content:
      isHidden || !says
        ? null
        : {
            on: row.occurredOn,
            precision: row.precision,
            ended: row.endedOn,
            amountFen: row.amountFen,
            quantity: row.quantity,
            category,
            categoryCode: row.category,
            reference: row.detail?.reference ?? null,
            note:
              [...kindsIn(row.detail?.kinds, row.detail?.field), row.detail?.note]
                .filter(Boolean)
                .join(' · ') || null,
          },
  };
}
