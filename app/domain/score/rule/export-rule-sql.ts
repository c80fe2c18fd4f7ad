import { type Card, cardHash, type Indicator, type Veto } from '../card.ts';

/**
 * A rule card as one PostgreSQL query over a table whose columns are named like the features, whole numbers or null: every
 * column of the table and `milli_points` (null where information is insufficient), `grade`, `coverage_ppm` and `veto`.
 */
export function exportRuleSql(card: Card, table = 'firm_features'): string {
  const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);
  const enough = `"card coverage" >= ${card.coverageFloorPpm}`;
  return [
    `-- rule card ${card.version.replace(/[\r\n]+/g, ' ')}, sha-256 ${cardHash(card)}`,
    'select weighed.*,',
    `  case when ${enough} then "card points" end as milli_points,`,
    '  "card coverage" as coverage_ppm,',
    '  "card veto" as veto,',
    `  case when "card veto" is not null then '${card.grades.at(-1)?.grade}'`,
    `    when not (${enough}) then 'insufficient'`,
    ...card.grades.map(({ grade, from }) => `    when "card points" >= ${from} then '${grade}'`),
    '  end as grade',
    'from (',
    `  select ${quote(table)}.*,`,
    `    ${indicators.map(pointsSql).join('\n    + ')}`,
    '    as "card points",',
    `    div(2000000 * (${indicators.map(knownSql).join(' + ')})::numeric + ${card.total}, 2 * ${card.total}) as "card coverage",`,
    `    ${vetoSql(card.vetoes)} as "card veto"`,
    `  from ${quote(table)}`,
    ') as weighed',
    '',
  ].join('\n');
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function pointsSql({ feature, bins, unknown }: Indicator): string {
  const name = quote(feature);
  const [first, ...rest] = bins;
  const whens = rest.reverse().map(({ from, points }) => `when ${name} >= ${from} then ${points}`);
  return `case when ${name} is null then ${unknown} ${whens.join(' ')} else ${first?.points ?? 0} end`;
}

const knownSql = ({ feature, max }: Indicator): string =>
  `case when ${quote(feature)} is null then 0 else ${max} end`;

function vetoSql(vetoes: readonly Veto[]): string {
  if (vetoes.length === 0) return 'null::text';
  const whens = vetoes.map(({ code, feature, atLeast, atMost }) => {
    const limits = [
      `${quote(feature)} is not null`,
      ...(atLeast === undefined ? [] : [`${quote(feature)} >= ${atLeast}`]),
      ...(atMost === undefined ? [] : [`${quote(feature)} <= ${atMost}`]),
    ];
    return `when ${limits.join(' and ')} then '${code}'`;
  });
  return `case ${whens.join(' ')} end`;
}
