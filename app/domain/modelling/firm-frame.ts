import { featureDefinition } from '~/domain/feature/definitions.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { Frame } from '~/domain/score/training/frame.ts';
import type { FirmFeatures } from './firm-card.ts';

/** A case to train on: what was known of a firm, how it went, and what keeps its rows on one side of the split. */
export type FirmCase = { readonly features: FirmFeatures; readonly isBad: boolean; readonly id: string };

/**
 * Cases as a table for the trainer: the features that read records, each a column of whole numbers, without those that
 * say the same of every case.
 */
export function frameOfFirms(cases: readonly FirmCase[], codes: readonly string[]): Frame {
  const columns = codes
    .filter((code) => featureDefinition(code).items.length > 0)
    .map((name) => ({
      kind: 'number' as const,
      name,
      factor: 1,
      values: Float64Array.from(cases, ({ features }) => features.get(name) ?? Number.NaN),
    }))
    .filter(({ values }) => new Set([...values].map(String)).size > 1);
  return {
    columns,
    bad: Uint8Array.from(cases, ({ isBad }) => Number(isBad)),
    ids: cases.map(({ id }) => id),
  };
}

/**
 * SHA-256 over all that a card is trained on: the cases in the order of their identifiers, each with its outcome and its
 * features. Equal hashes mean equal counts.
 */
export function hashOfFrame({ columns, bad, ids }: Frame): string {
  const order = ids.map((_, at) => at).sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1));
  const line = (name: string, values: ArrayLike<string | number>) =>
    sha256(`${name}\n${order.map((at) => values[at]).join('\n')}`);
  return sha256(
    [
      line('id', ids),
      line('bad', bad),
      ...columns.map((column) =>
        line(`${column.kind} ${column.name}`, column.kind === 'number' ? column.values : column.codes),
      ),
    ].join('\n'),
  );
}
