/**
 * One column of a table of cases. Numbers are integers: a column with decimals was scaled by `factor` (a power of ten)
 * and rounded half away from zero, so that bins compare integers on every platform (invariant 3). Missing is NaN or −1.
 */
export type Column =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly factor: number;
      /** Of a derived ratio, whose values are ppm: dividend and divisor with the factors they were scaled by. */
      readonly ratio?: {
        readonly of: readonly [string, string];
        readonly factors: readonly [number, number];
      };
      readonly values: Float64Array;
    }
  | {
      readonly kind: 'category';
      readonly name: string;
      /** In ascending order of their code units, so that codes do not depend on the order of the rows. */
      readonly levels: readonly string[];
      readonly codes: Int32Array;
    };

/** A table of cases with a known outcome. */
export type Frame = {
  readonly columns: readonly Column[];
  /** 1 where the case went bad. */
  readonly bad: Uint8Array;
  /** What the split hashes: the identifier of each row. */
  readonly ids: readonly string[];
};
