import type { FeatureFact } from '~/domain/feature/definition.ts';
import type { Population } from '~/domain/feature/population.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';

/** One firm of a run with all its facts. */
export type StreamedFirm = {
  readonly id: string;
  readonly population: Population;
  readonly facts: readonly FeatureFact[];
};

type OpenFirm = { id: string; population: Population; facts: FeatureFact[] };

/**
 * Firms from the lines that `openFacts` copies out, in blocks. Every value is plain ASCII (ids, codes, digits), so bytes
 * are characters and nothing is escaped.
 */
export async function* readFirms(chunks: AsyncIterable<Buffer>): AsyncGenerator<StreamedFirm[]> {
  let rest = '';
  let open: OpenFirm | null = null;
  for await (const chunk of chunks) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    const firms: StreamedFirm[] = [];
    for (const line of lines) {
      const cells = line.split('\t');
      const [id = '', population = ''] = cells;
      if (open === null || open.id !== id) {
        if (open) firms.push(open);
        open = { id, population: population as Population, facts: [] };
      }
      const fact = factOf(cells);
      if (fact) open.facts.push(fact);
    }
    if (firms.length > 0) yield firms;
  }
  if (open) yield [open];
}

function factOf(cells: readonly string[]): FeatureFact | null {
  const [, , id, item, occurredOn, endedOn, amount, quantity, category, knownOn] = cells.map(textOrNull);
  if (!id || !item || !knownOn) return null;
  return {
    id,
    item,
    occurredOn: (occurredOn as Day | undefined) ?? null,
    endedOn: (endedOn as Day | undefined) ?? null,
    amount: amount == null ? null : fen(BigInt(amount)),
    quantity: quantity == null ? null : Number(quantity),
    category: category ?? null,
    knownOn: knownOn as Day,
  };
}

const textOrNull = (cell: string): string | null => (cell === '\\N' ? null : cell);
