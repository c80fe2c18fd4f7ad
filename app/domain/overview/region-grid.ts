/** A place on a map of equal tiles: columns from the west, rows from the north. */
export type Place = { readonly column: number; readonly row: number };

/** Prefectures laid out roughly as they lie, by the first four digits of their code. */
const known: Readonly<Record<string, Place>> = {
  '6402': { column: 1, row: 0 },
  '6401': { column: 1, row: 1 },
  '6405': { column: 0, row: 2 },
  '6403': { column: 1, row: 2 },
  '6404': { column: 1, row: 3 },
};

/** A place for each code: as it lies where that is known of all of them, else in reading order. */
export function placesOf(codes: readonly string[], width = 4): readonly Place[] {
  const lie = codes.map((code) => known[code]);
  if (lie.every((place) => place !== undefined)) return lie as Place[];
  return codes.map((_, at) => ({ column: at % width, row: Math.floor(at / width) }));
}
