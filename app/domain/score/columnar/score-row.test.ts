import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFacts } from '#tests/factories/arbitrary-fact.ts';
import { arbitraryScope } from '#tests/factories/arbitrary-scope.ts';
import { columnsOf } from '#tests/factories/columns.ts';
import { card, definitionsOf, openScope, profiles } from '#tests/factories/feature.ts';
import { momentsSeen } from '~/domain/feature/columnar/columns.ts';
import { foldRows, newRemains } from '~/domain/feature/columnar/fold.ts';
import { settleFirm } from '~/domain/feature/columnar/settle.ts';
import { compileTape } from '~/domain/feature/columnar/tape.ts';
import { computeFeatures, openLens } from '~/domain/feature/compute.ts';
import { scoreFirm } from '~/domain/score/score.ts';
import { compileCard, gradeNames, noPoints, noVeto, unknownBin } from './card-tape.ts';
import { scoreRow } from './score-row.ts';

test('a row of arrays scores as the firm does, bin for bin', () => {
  const tape = compileCard(card);
  const grades = new Set<string>();
  fc.assert(
    fc.property(arbitraryFacts(), fc.oneof(arbitraryScope, fc.constant(openScope)), (facts, scope) => {
      const lens = openLens(definitionsOf(card), profiles, scope);
      const { columns, codes } = columnsOf(facts);
      const rows = compileTape(lens, codes, true);
      const remains = newRemains(rows.features);
      const answers = { values: new Float64Array(rows.features), gaps: new Uint8Array(rows.features) };
      foldRows(rows, columns, 0, facts.length, momentsSeen([0, 1], 1), remains);
      settleFirm(rows, columns, remains, answers, 0);
      const scores = {
        milli: new Int32Array(1),
        coverage: new Int32Array(1),
        grade: new Uint8Array(1),
        veto: new Uint8Array(1),
        bins: new Uint8Array(tape.indicators),
      };
      scoreRow(tape, answers, 0, remains.rows, scores, 0);
      const expected = scoreFirm(card, computeFeatures(lens, facts, true));
      grades.add(expected.grade);
      expect({
        milli: scores.milli[0] === noPoints ? null : scores.milli[0],
        coverage: scores.coverage[0],
        grade: gradeNames[scores.grade[0] as number],
        veto: scores.veto[0] === noVeto ? null : card.vetoes[scores.veto[0] as number]?.code,
        bins: [...scores.bins].map((bin) => (bin === unknownBin ? null : bin)),
      }).toEqual({
        milli: expected.milliPoints,
        coverage: expected.coveragePpm,
        grade: expected.grade,
        veto: expected.veto?.code ?? null,
        bins: expected.lines.map(({ bin }) => bin),
      });
    }),
    { numRuns: 300 },
  );
  expect(grades.size).toBeGreaterThan(2);
});
