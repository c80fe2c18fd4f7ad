import type { CardFeature, Characteristic, Holds, StatisticalCard } from './card.ts';

/**
 * The card as a PMML 4.4 scorecard whose scores are milli-points. Its fields are the card's features: integers scaled as
 * the description of each field says, so that no engine's floating point decides on a bin.
 */
export function exportPmml(card: StatisticalCard, hash: string): string {
  const fields = card.features.map(({ name }) => name);
  const name = attributeText(card.version);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">',
    `<Header description="scorecard ${name}, sha-256 ${hash}"><Application name="Xinqiao"/></Header>`,
    `<DataDictionary numberOfFields="${fields.length}">`,
    ...card.features.map(fieldXml),
    '</DataDictionary>',
    `<Scorecard modelName="${name}" functionName="regression" initialScore="${card.baseMilliPoints}" useReasonCodes="false">`,
    '<MiningSchema>',
    ...fields.map(
      (field) =>
        `<MiningField name="${attributeText(field)}" usageType="active" invalidValueTreatment="asIs"/>`,
    ),
    '</MiningSchema>',
    '<Output><OutputField name="milli_points" feature="predictedValue" dataType="double" optype="continuous"/></Output>',
    '<Characteristics>',
    ...card.characteristics.map((part, k) => characteristicXml(part, k, fields)),
    '</Characteristics>',
    '</Scorecard>',
    '</PMML>',
    '',
  ].join('\n');
}

/** A text as an attribute of XML, on one line. */
export const attributeText = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\r\n\t]/g, ' ');

function fieldXml(feature: CardFeature): string {
  const name = attributeText(feature.name);
  if (feature.kind === 'category')
    return `<DataField name="${name}" optype="categorical" dataType="string"/>`;
  const meaning =
    feature.kind === 'number'
      ? `${feature.name} x ${feature.factor}, rounded half away from zero`
      : `${feature.of[0]} / ${feature.of[1]} in parts per million, rounded half away from zero`;
  return `<DataField name="${name}" displayName="${attributeText(meaning)}" optype="continuous" dataType="double"/>`;
}

function characteristicXml(part: Characteristic, k: number, fields: readonly string[]): string {
  const attributes = part.kind === 'bins' ? binAttributes(part, fields) : cellAttributes(part, fields);
  return [`<Characteristic name="characteristic ${k + 1}">`, ...attributes, '</Characteristic>'].join('\n');
}

const attribute = (points: number, predicate: string): string =>
  `<Attribute partialScore="${points}">${predicate}</Attribute>`;

function binAttributes(part: Extract<Characteristic, { kind: 'bins' }>, fields: readonly string[]): string[] {
  const predicates = predicatesOf(
    part.bins.map(({ holds }) => holds),
    fields[part.feature] ?? '',
  );
  return part.bins.map(({ milliPoints }, bin) => attribute(milliPoints, predicates[bin] ?? ''));
}

/** One attribute for each bin of the first axis and group of cells in its row. */
function cellAttributes(
  part: Extract<Characteristic, { kind: 'cells' }>,
  fields: readonly string[],
): string[] {
  const [first, second] = part.axes.map(({ feature, bins }) => predicatesOf(bins, fields[feature] ?? '')) as [
    string[],
    string[],
  ];
  return part.groupOf.flatMap((row, i) =>
    [...new Set(row)].map((group) => {
      const own = second.filter((_, j) => row[j] === group);
      const either = own.length === 1 ? own.join('') : compound('or', own);
      return attribute(part.groups[group]?.milliPoints ?? 0, compound('and', [first[i] ?? '', either]));
    }),
  );
}

const compound = (operator: 'and' | 'or', predicates: readonly string[]): string =>
  `<CompoundPredicate booleanOperator="${operator}">${predicates.join('')}</CompoundPredicate>`;

/** A predicate for each bin; no two hold for one value. */
function predicatesOf(bins: readonly Holds[], field: string): string[] {
  const simple = (operator: string, value: number | null) =>
    `<SimplePredicate field="${attributeText(field)}" operator="${operator}"${value === null ? '' : ` value="${value}"`}/>`;
  const specials = bins.flatMap((bin) => (bin.kind === 'special' ? [bin.value] : []));
  const named = bins.flatMap((bin) => (bin.kind === 'levels' && !bin.others ? bin.levels : []));
  return bins.map((bin, k) => {
    if (bin.kind === 'missing') return simple('isMissing', null);
    if (bin.kind === 'special') return simple('equal', bin.value);
    if (bin.kind === 'levels')
      return bin.others ? levelSet(field, 'isNotIn', named) : levelSet(field, 'isIn', bin.levels);
    const next = bins[k + 1];
    const limits = [
      simple('isNotMissing', null),
      ...(bin.from === null ? [] : [simple('greaterOrEqual', bin.from)]),
      ...(next?.kind === 'range' && next.from !== null ? [simple('lessThan', next.from)] : []),
      ...specials.map((value) => simple('notEqual', value)),
    ];
    return compound('and', limits);
  });
}

/** A set of levels; the empty one excludes nothing, so every known level belongs. */
function levelSet(field: string, operator: 'isIn' | 'isNotIn', levels: readonly string[]): string {
  if (levels.length === 0)
    return `<SimplePredicate field="${attributeText(field)}" operator="isNotMissing"/>`;
  const quoted = levels
    .map((level) => `&quot;${attributeText(level).replaceAll('&#34;', '\\&quot;')}&quot;`)
    .join(' ');
  return `<SimpleSetPredicate field="${attributeText(field)}" booleanOperator="${operator}"><Array type="string" n="${levels.length}">${quoted}</Array></SimpleSetPredicate>`;
}
