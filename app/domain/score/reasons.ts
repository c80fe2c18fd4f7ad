import type { Gap } from '~/domain/feature/definition.ts';
import type { Veto } from './card.ts';
import type { Reason, ScoreLine } from './sheet.ts';

const most = 4;
/** Less than one point is no reason, and less than twenty unknown points are not worth a consent. */
const leastLost = 1_000;
const leastUnknown = 20_000;

/** Causes of unknown weight that somebody can end, in the order in which the firm can. */
const causes = ['not-consented', 'not-identified', 'expired', 'not-supplied', 'no-record'] as const;

/**
 * At most four specific reasons (domain.md row D4): the veto; then the indicators with a remedy, those that lowered the
 * score most first; and, if it weighs, the consent that would make unknown records known. A sheet without a score names
 * only why the information is insufficient.
 */
export function reasonsOf(
  lines: readonly ScoreLine[],
  veto: Pick<Veto, 'code' | 'feature'> | null,
  isSufficient: boolean,
): Reason[] {
  const first: Reason[] = veto ? [{ kind: 'veto', code: veto.code }] : [];
  if (!isSufficient) return [...first, ...unknownReasons(lines, 0)].slice(0, most);
  const consent = unknownReasons(lines, leastUnknown).filter(
    (r) => r.kind === 'unknown' && r.gap === 'not-consented',
  );
  const others = lines.filter(({ feature }) => feature !== veto?.feature);
  const lost = lostReasons(others).slice(0, most - first.length - consent.length);
  return [...first, ...lost, ...consent];
}

function lostReasons(lines: readonly ScoreLine[]): Reason[] {
  const lowered = (line: ScoreLine) => Math.max(0, line.neutral - line.points);
  return lines
    .filter((line) => line.value !== null && line.fix !== null && line.max - line.points >= leastLost)
    .sort((a, b) => rank(a) - rank(b) || lowered(b) - lowered(a) || b.max - b.points - (a.max - a.points))
    .map((line) => ({ kind: 'lost', feature: line.feature }));
}

/** A record that lowered comes before a merit that is lacking (no patent), and that before points left unearned. */
const rank = ({ points, neutral, value }: ScoreLine): number => (points >= neutral ? 2 : value === 0 ? 1 : 0);

function unknownReasons(lines: readonly ScoreLine[], least: number): Reason[] {
  const weight = (gap: Gap) =>
    lines.reduce((sum, l) => sum + (l.value === null && l.gap === gap ? l.max : 0), 0);
  return causes.filter((gap) => weight(gap) > least).map((gap) => ({ kind: 'unknown', gap }));
}
