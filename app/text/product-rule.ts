import { featureDefinition } from '~/domain/feature/definitions.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Bounds } from '~/domain/product/bounds.ts';
import type { AtomExplanation } from '~/domain/product/explain.ts';
import type { Atom, AtomOf } from '~/domain/product/predicate.ts';
import { type Locale, type TextTable, translate } from '~/text/define.ts';
import { featureNames } from '~/text/feature.ts';
import { showFeatureValue } from '~/text/feature-value.ts';
import { showCount, showDay, showFen, showPoints } from '~/text/format.ts';
import { ruleText } from '~/text/product-rule-text.ts';
import {
  collateralWords,
  figureWords,
  firmKindWords,
  purposeWords,
  sizeWords,
  titleWords,
} from '~/text/product-words.ts';

/** Names that rules mention only by code; a code without a name is shown as it is. */
export type RuleNames = {
  readonly region: { readonly [code: string]: string };
  readonly industry: { readonly [code: string]: string };
};

const range = (name: string, low: string | null, high: string | null): string =>
  low !== null && high !== null
    ? `${name} ${low}–${high}`
    : low !== null
      ? `${name} ≥ ${low}`
      : `${name} ≤ ${high}`;

const name = (
  words: { readonly [code: string]: { readonly [L in Locale]: string } },
  code: string,
  locale: Locale,
) => words[code]?.[locale] ?? code;

/** The condition as one sentence, such as "In business for at least 24 months". */
export function wordAtom(atom: Atom, negated: boolean, names: RuleNames, locale: Locale): string {
  const t = translate(ruleText, locale);
  if (negated && atom.kind === 'region') return t('rule.region.not', listed(atom.in, names.region, locale));
  if (negated && atom.kind === 'industry')
    return t('rule.industry.not', listed(atom.in, names.industry, locale));
  const plain = wordPlain(atom, names, locale);
  return negated ? t('rule.negated', plain) : plain;
}

const listed = (
  codes: readonly string[],
  names: { readonly [code: string]: string },
  locale: Locale,
): string => codes.map((code) => names[code] ?? code).join(translate(ruleText, locale)('list.join'));

const chosen = (codes: readonly string[], words: Parameters<typeof name>[0], locale: Locale): string =>
  codes.map((code) => name(words, code, locale)).join(translate(ruleText, locale)('list.join'));

function wordPlain(atom: Atom, names: RuleNames, locale: Locale): string {
  const t = translate(ruleText, locale);
  switch (atom.kind) {
    case 'active':
    case 'consent':
    case 'first-loan':
      return t(`rule.${atom.kind}`);
    case 'ask':
      return locale === 'en' ? atom.en : atom.zh;
    case 'firm-kind':
      return t('rule.firm-kind', chosen(atom.in, firmKindWords, locale));
    case 'region':
      return t('rule.region', listed(atom.in, names.region, locale));
    case 'industry':
      return t('rule.industry', listed(atom.in, names.industry, locale));
    case 'size':
      return t('rule.size', chosen(atom.in, sizeWords, locale));
    case 'grade':
      return t('rule.grade', atom.atLeast);
    case 'title':
      return t('rule.title', chosen(atom.anyOf, titleWords, locale));
    case 'purpose':
      return t('rule.purpose', chosen(atom.in, purposeWords, locale));
    case 'collateral':
      return t('rule.collateral', chosen(atom.in, collateralWords, locale));
    case 'age':
      return wordAge(atom, locale);
    default:
      return wordRange(atom, locale);
  }
}

function wordAge({ atLeast, atMost }: Bounds, locale: Locale): string {
  const t = translate(ruleText, locale);
  const parts = [
    atLeast === undefined ? null : t('rule.age.at-least', atLeast),
    atMost === undefined ? null : t('rule.age.at-most', atMost),
  ];
  return parts.filter((part) => part !== null).join(t('list.join'));
}

type Ranged = AtomOf<'amount' | 'term' | 'figure' | 'points' | 'feature'>;

function wordRange(atom: Ranged, locale: Locale): string {
  if (atom.kind === 'feature' && atom.atMost === 0 && atom.atLeast === undefined)
    return translate(ruleText, locale)('rule.none', featureName(atom.code, locale));
  const show = (value: number | undefined) => (value === undefined ? null : showValue(atom, value, locale));
  return range(rangeName(atom, locale), show(atom.atLeast), show(atom.atMost));
}

const featureName = (code: string, locale: Locale): string =>
  (translate(featureNames as TextTable, locale) as (key: string) => string)(code);

const showFeature = (code: string, value: number, locale: Locale): string =>
  showFeatureValue({ feature: code, unit: featureDefinition(code).unit }, value, locale);

function rangeName(atom: Ranged, locale: Locale): string {
  const t = translate(ruleText, locale);
  if (atom.kind === 'figure') return name(figureWords, atom.of, locale);
  return atom.kind === 'feature' ? featureName(atom.code, locale) : t(`rule.${atom.kind}`);
}

/** A value of what the condition asks for, with its unit. */
function showValue(atom: Atom, value: number, locale: Locale): string {
  if (atom.kind === 'feature') return showFeature(atom.code, value, locale);
  if (atom.kind === 'points') return showPoints(value);
  const isMoney = atom.kind === 'amount' || (atom.kind === 'figure' && atom.of !== 'employees');
  return isMoney ? showFen(BigInt(value), locale, 'short') : showCount(value, locale);
}

/** What the platform holds about it, such as "19 months in business"; null when nothing need be said. */
export function wordFound(e: AtomExplanation, names: RuleNames, locale: Locale): string | null {
  const t = translate(ruleText, locale);
  const { atom, found } = e;
  if (found === null || (e.verdict === 'pass' && isPlain(atom, found))) return null;
  if (typeof found === 'number')
    return atom.kind === 'age' ? t('found.months', found) : t('found.is', showValue(atom, found, locale));
  const shown = typeof found === 'string' ? [found] : found;
  return t(
    'found.is',
    shown.map((code) => nameFound(atom, code, names, locale)).join(t('list.join')) || t('list.none'),
  );
}

/** Whether a condition that is met says already what is held: the terms of the need itself, an empty list. */
const isPlain = (atom: Atom, found: NonNullable<AtomExplanation['found']>): boolean =>
  ['amount', 'term', 'purpose', 'collateral'].includes(atom.kind) || found === 0;

function nameFound(atom: Atom, code: string, names: RuleNames, locale: Locale): string {
  switch (atom.kind) {
    case 'region':
      return names.region[code] ?? code;
    case 'industry':
      return names.industry[code] ?? code;
    case 'title':
      return name(titleWords, code, locale);
    case 'size':
      return name(sizeWords, code, locale);
    case 'firm-kind':
      return name(firmKindWords, code, locale);
    case 'purpose':
      return name(purposeWords, code, locale);
    default:
      return name(collateralWords, code, locale);
  }
}

/** What would make a failing condition hold, or an open one answered; null when it passes. */
export function wordNext(e: AtomExplanation, locale: Locale): string | null {
  const t = translate(ruleText, locale);
  if (e.missing) return t(`missing.${e.missing}`);
  const d = e.distance;
  if (!d) return null;
  const show = (value: number) => showValue(e.atom, value, locale);
  switch (d.kind) {
    case 'wait':
      return t('next.wait', showDay(d.until as Day, locale), d.days);
    case 'raise':
    case 'lower':
      if (d.to === 0) return t('next.clear');
      return t(`next.${d.kind}`, show(d.by), show(d.to));
    case 'climb':
      return t('next.climb', d.grades);
    case 'grant-consent':
      return t('next.consent');
    case 'change-need':
      return wordChange(e.atom, d.to, show, locale);
    default:
      return t(`next.${d.kind}`);
  }
}

function wordChange(atom: Atom, to: number | null, show: (value: number) => string, locale: Locale): string {
  const t = translate(ruleText, locale);
  if (to === null) return atom.kind === 'purpose' ? t('next.purpose') : t('next.collateral');
  return atom.kind === 'term' ? t('next.term', to) : t('next.amount', show(to));
}
