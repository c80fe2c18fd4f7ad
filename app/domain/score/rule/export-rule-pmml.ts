import { type Card, cardFeatures, cardHash, type Indicator, type Veto } from '../card.ts';
import { attributeText } from '../statistical/export-pmml.ts';

/**
 * A rule card as a PMML 4.4 scorecard: its fields are the features in whole numbers. Beside `milli_points`, which is
 * missing where information is insufficient, it puts out `coverage_ppm`, `veto` and `grade`.
 */
export function exportRulePmml(card: Card): string {
  const name = attributeText(card.version);
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  const fields = cardFeatures(card).map(attributeText);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">',
    `<Header description="rule card ${name}, sha-256 ${cardHash(card)}"><Application name="Xinqiao"/></Header>`,
    `<DataDictionary numberOfFields="${fields.length}">`,
    ...fields.map((field) => `<DataField name="${field}" optype="continuous" dataType="double"/>`),
    '</DataDictionary>',
    `<Scorecard modelName="${name}" functionName="regression" initialScore="0" useReasonCodes="false">`,
    '<MiningSchema>',
    ...fields.map(
      (field) => `<MiningField name="${field}" usageType="active" invalidValueTreatment="asIs"/>`,
    ),
    '</MiningSchema>',
    outputXml(card, indicators),
    '<Characteristics>',
    ...indicators.map(characteristicXml),
    '</Characteristics>',
    '</Scorecard>',
    '</PMML>',
    '',
  ].join('\n');
}

function characteristicXml({ feature, bins, unknown }: Indicator): string {
  const field = attributeText(feature);
  const simple = (operator: string, value: number | null) =>
    `<SimplePredicate field="${field}" operator="${operator}"${value === null ? '' : ` value="${value}"`}/>`;
  const attributes = bins.map(({ from, points }, k) => {
    const next = bins[k + 1]?.from ?? null;
    const limits = [
      simple('isNotMissing', null),
      ...(from === null ? [] : [simple('greaterOrEqual', from)]),
      ...(next === null ? [] : [simple('lessThan', next)]),
    ];
    return `<Attribute partialScore="${points}"><CompoundPredicate booleanOperator="and">${limits.join('')}</CompoundPredicate></Attribute>`;
  });
  return [
    `<Characteristic name="${field}">`,
    `<Attribute partialScore="${unknown}">${simple('isMissing', null)}</Attribute>`,
    ...attributes,
    '</Characteristic>',
  ].join('\n');
}

const apply = (name: string, ...parts: readonly string[]): string =>
  `<Apply function="${name}">${parts.join('')}</Apply>`;
const number = (value: number): string => `<Constant dataType="double">${value}</Constant>`;
const word = (text: string): string => `<Constant dataType="string">${text}</Constant>`;
const field = (name: string): string => `<FieldRef field="${attributeText(name)}"/>`;

function outputXml(card: Card, indicators: readonly Indicator[]): string {
  const known = indicators.map(({ feature, max }) =>
    apply('if', apply('isMissing', field(feature)), number(0), number(max)),
  );
  const scaled = apply('*', apply('sum', ...known), number(2_000_000));
  const coverage = apply('floor', apply('/', apply('+', scaled, number(card.total)), number(2 * card.total)));
  const enough = apply('greaterOrEqual', field('coverage_ppm'), number(card.coverageFloorPpm));
  const graded = card.grades.reduceRight(
    (rest, { grade, from }) =>
      rest === ''
        ? word(grade)
        : apply('if', apply('greaterOrEqual', field('points'), number(from)), word(grade), rest),
    '',
  );
  const open = apply('if', enough, graded, word('insufficient'));
  const worst = word(card.grades.at(-1)?.grade ?? 'D');
  const derived = (name: string, type: 'double' | 'string', expression: string) =>
    `<OutputField name="${name}" feature="transformedValue" dataType="${type}" optype="${type === 'double' ? 'continuous' : 'categorical'}">${expression}</OutputField>`;
  return [
    '<Output>',
    '<OutputField name="points" feature="predictedValue" dataType="double" optype="continuous" isFinalResult="false"/>',
    derived('coverage_ppm', 'double', coverage),
    derived('milli_points', 'double', apply('if', enough, field('points'))),
    derived('veto', 'string', vetoXml(card.vetoes)),
    derived('grade', 'string', apply('if', apply('equal', field('veto'), word('none')), open, worst)),
    '</Output>',
  ].join('\n');
}

/** The first veto that a value calls for, or `none`. */
const vetoXml = (vetoes: readonly Veto[]): string =>
  vetoes.reduceRight((rest, { code, feature, atLeast, atMost }) => {
    const limits = [
      ...(atLeast === undefined ? [] : [apply('greaterOrEqual', field(feature), number(atLeast))]),
      ...(atMost === undefined ? [] : [apply('lessOrEqual', field(feature), number(atMost))]),
    ];
    const isMet =
      limits.length === 0
        ? word(code)
        : apply('if', limits.length > 1 ? apply('and', ...limits) : limits.join(''), word(code), rest);
    return apply('if', apply('isMissing', field(feature)), rest, isMet);
  }, word('none'));
