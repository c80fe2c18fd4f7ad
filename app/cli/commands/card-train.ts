import { statSync } from 'node:fs';
import type { StatisticalCard } from '~/domain/score/statistical/card.ts';
import { frameOfTable } from '~/domain/score/training/frame-of-table.ts';
import type { LeftOut } from '~/domain/score/training/read-column.ts';
import { type Ranked, trainWithRepeats } from '~/domain/score/training/train-with-repeats.ts';
import { readCases } from '~/server/score/read-cases.ts';
import { cardText } from '~/text/card.ts';
import { translate } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';
import type { CliAnswer } from '../command.ts';
import { type CardContext, needed, refusedCard } from './card.ts';
import { sealLine, writeCard } from './card-seal.ts';

/** `card train`: trains on seven tenths, measures on the rest, repeats with salted splits, writes the card. */
export async function trainFromFile(context: CardContext): Promise<CliAnswer> {
  const { options, locale, progress } = context;
  const t = translate(cardText, locale);
  const [data, label, begun] = [needed(context, 'data'), needed(context, 'label'), performance.now()];
  const reading = progress(t('card.bar.read'), statSync(data, { throwIfNoEntry: false })?.size ?? 1);
  const table = await readCases(data, (bytes) => reading.tick(bytes));
  reading.done();
  if (!table.ok) return refusedCard(table.refusal, locale);
  const { exclude, category, derive } = options;
  const wishes = { label, badValue: options['bad-value'], id: options.id ?? null, exclude, category, derive };
  const cases = frameOfTable(table.value, wishes);
  if (!cases.ok) return refusedCard(cases.refusal, locale);
  const repeats = options.split === 'none' ? 0 : options.repeats;
  const bar = progress(t('card.bar.train'), repeats + 1);
  const trained = trainWithRepeats(cases.value.frame, {
    head: { version: versionOf(context), label: { column: label, bad: options['bad-value'] } },
    split: options.split,
    repeats,
    monotone: options.monotone,
    onDone: () => bar.tick(),
  });
  bar.done();
  if (!trained.ok) return refusedCard(trained.refusal, locale);
  const { card, train, test } = trained.value;
  const written = options.out ? writeCard(options.out, card) : null;
  const seconds = Math.round(performance.now() - begun) / 1000;
  const { skipped, leftOut } = cases.value;
  return {
    ok: true,
    json: { train, test, seconds, skipped, leftOut, card: sizeOf(card), signedBy: written?.keyId ?? null },
    lines: lines(context, { card, train, test, seconds, skipped, leftOut, written }),
  };
}

/** A card made on the command line is named after the day; the inventory gives it its version. */
const versionOf = ({ clock }: CardContext): string => `draft-${clock.today()}`;

function sizeOf({ characteristics }: StatisticalCard) {
  const bins = characteristics.map((part) => (part.kind === 'bins' ? part.bins.length : part.groups.length));
  return {
    characteristics: characteristics.length,
    bins: bins.reduce((a, b) => a + b, 0),
    twoWay: characteristics.filter(({ kind }) => kind === 'cells').length,
  };
}

type Done = {
  readonly card: StatisticalCard;
  readonly train: Ranked;
  readonly test: (Ranked & { readonly aucMean: number | null; readonly aucSd: number | null }) | null;
  readonly seconds: number;
  readonly skipped: number;
  readonly leftOut: readonly LeftOut[];
  readonly written: ReturnType<typeof writeCard> | null;
};

function lines(
  { options, locale }: CardContext,
  { card, train, test, seconds, skipped, leftOut, written }: Done,
): string[] {
  const t = translate(cardText, locale);
  const count = (n: number) => showCount(n, locale);
  const share = (value: number) => value.toFixed(4);
  const { characteristics, bins, twoWay } = sizeOf(card);
  return [
    ...leftOut.map(({ column, why }) => t(`card.left.${why}`, column)),
    ...(skipped > 0 ? [t('card.skipped', count(skipped))] : []),
    t('card.trained', count(train.n), share(train.auc), share(train.ks)),
    ...(test ? [t('card.tested', count(test.n), share(test.auc), share(test.ks))] : []),
    ...(test?.aucMean != null
      ? [t('card.repeated', options.repeats, share(test.aucMean), share(test.aucSd ?? 0))]
      : []),
    t('card.made', characteristics, bins, twoWay, seconds.toFixed(1)),
    ...(written ? [t('card.written', written.file), sealLine(written.keyId, locale)] : []),
  ];
}
