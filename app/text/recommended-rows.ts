import type { RecommendationState } from '~/domain/application/recommendation.ts';
import type { Standard } from '~/domain/application/standards.ts';
import { type Locale, translate } from '~/text/define.ts';
import { recommendedText } from '~/text/recommended.ts';

type Line = {
  readonly firm: string;
  readonly uscc: string | null;
  readonly nominator: string;
  readonly reason: string;
  readonly nominatedAt: string;
  readonly state: RecommendationState;
  readonly standards: readonly Standard[];
  readonly openUntil: string | null;
  readonly taken: number | null;
  readonly offered: number | null;
  readonly lentFen: string | null;
};

/** The verdicts on the five standards in one cell. */
export function standardWords(standards: readonly Standard[], locale: Locale): string {
  const t = translate(recommendedText, locale);
  const each = standards.map(
    ({ standard, verdict }) => `${t(`standard.${standard}`)} ${t(`standard.verdict.${verdict}`)}`,
  );
  return each.join(locale === 'en' ? '; ' : '；');
}

/** The recommended list as rows of a file, with a head. Amounts in fen. */
export function recommendedRows(lines: readonly Line[], locale: Locale): string[][] {
  const t = translate(recommendedText, locale);
  const head = [
    ...[t('recommended.firm'), t('recommended.uscc'), t('recommended.by'), t('recommended.reason')],
    ...[t('recommended.state'), t('recommended.standards'), t('figure.taken'), t('figure.offered')],
    ...[t('figure.lentFen'), t('recommended.nominated-at'), t('recommended.open-until')],
  ];
  return [
    head,
    ...lines.map((line) => [
      ...[line.firm, line.uscc ?? '', line.nominator || t('recommended.by-itself'), line.reason],
      ...[t(`recommended.state.${line.state}`), standardWords(line.standards, locale)],
      ...[String(line.taken ?? ''), String(line.offered ?? ''), line.lentFen ?? ''],
      ...[line.nominatedAt, line.openUntil ?? ''],
    ]),
  ];
}
