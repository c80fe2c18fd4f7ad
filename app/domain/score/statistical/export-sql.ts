import { largestScaled } from '../training/decimal.ts';
import type { CardFeature, Characteristic, Holds, StatisticalCard } from './card.ts';

/**
 * The card as one PostgreSQL query over a table named like its cases (columns as in the training file): every column of
 * the table and `milli_points`. Whole numbers only, so it scores as the platform does.
 */
export function exportSql(card: StatisticalCard, hash: string, table = 'cases'): string {
  const features = card.features.map((feature, k) => `    ${featureSql(feature)} as ${alias(k)}`);
  const parts = card.characteristics.map((part) => `  + ${partSql(part)}`);
  return [
    `-- scorecard ${comment(card.version)}, sha-256 ${hash}`,
    `-- good odds at a score: ${card.scaling.baseOdds} * ${card.scaling.rate} ^ ((milli_points - ${card.scaling.baseScoreMilli}) / ${card.scaling.pdoMilli}.0)`,
    'select scored.*,',
    `  ${card.baseMilliPoints}`,
    ...parts,
    '  as milli_points',
    'from (',
    `  select ${quote(table)}.*,`,
    features.join(',\n'),
    `  from ${quote(table)}`,
    ') as scored',
    '',
  ].join('\n');
}

const alias = (feature: number): string => `"card feature ${feature}"`;
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const comment = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** The integer (or level) that the bins compare, from the columns of the table. */
function featureSql(feature: CardFeature): string {
  if (feature.kind === 'category')
    return `case when lower(trim(${quote(feature.name)}::text)) in ('', 'na', 'n/a', 'nan', 'null', 'none', '?', '.') then null else trim(${quote(feature.name)}::text) end`;
  if (feature.kind === 'number') return scaled(feature.name, feature.factor);
  const [a, b] = [scaled(feature.of[0], feature.factors[0]), scaled(feature.of[1], feature.factors[1])];
  const up = `(${a} * ${feature.factors[1]} * 1000000)`;
  const down = `(${b} * ${feature.factors[0]})`;
  const ratio = `sign(${up}) * sign(${down}) * div(2 * abs(${up}) + abs(${down}), 2 * nullif(abs(${down}), 0))`;
  return clamped(ratio);
}

const scaled = (name: string, factor: number): string =>
  clamped(`round(${quote(name)}::numeric * ${factor})`);

/** Unlike least and greatest alone, a null stays a null. */
const clamped = (value: string): string =>
  `case when ${value} is not null then greatest(-${largestScaled}, least(${largestScaled}, ${value})) end`;

function partSql(part: Characteristic): string {
  if (part.kind === 'bins')
    return caseSql(
      part.feature,
      part.bins.map(({ holds }) => holds),
      part.bins.map(({ milliPoints }) => milliPoints),
    );
  const rows = part.groupOf.map(
    (row) => `[${row.map((group) => part.groups[group]?.milliPoints).join(', ')}]`,
  );
  const [a, b] = part.axes.map(({ feature, bins }) =>
    caseSql(
      feature,
      bins,
      bins.map((_, bin) => bin + 1),
    ),
  );
  return `(array[${rows.join(', ')}])[${a}][${b}]`;
}

/** The value of the bin a feature falls into: missing, special, the highest range at or below it, or its level. */
function caseSql(feature: number, bins: readonly Holds[], values: readonly number[]): string {
  const name = alias(feature);
  const at = (kind: Holds['kind']) =>
    bins.flatMap((bin, k) => (bin.kind === kind ? [[bin, values[k]] as const] : []));
  const whens = at('missing').map(([, value]) => `when ${name} is null then ${value}`);
  for (const [bin, value] of at('special'))
    if (bin.kind === 'special') whens.push(`when ${name} = ${bin.value} then ${value}`);
  for (const [bin, value] of at('range').reverse())
    if (bin.kind === 'range')
      whens.push(bin.from === null ? `else ${value}` : `when ${name} >= ${bin.from} then ${value}`);
  const levels = at('levels').sort(([a], [b]) => Number(isOthers(a)) - Number(isOthers(b)));
  for (const [bin, value] of levels)
    if (bin.kind === 'levels')
      whens.push(
        bin.others
          ? `else ${value}`
          : `when ${name} in (${bin.levels.map(literal).join(', ')}) then ${value}`,
      );
  return `case ${whens.join(' ')} end`;
}

const isOthers = (bin: Holds): boolean => bin.kind === 'levels' && bin.others;
