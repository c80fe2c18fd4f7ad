/** Numbers for the instants at which facts were learnt or ended; 0 is never. Times are milliseconds. */
export type Moments = {
  readonly times: readonly number[];
  place(time: number): number;
};

/** Moments that go on from those known before. */
export function openMoments(known: readonly number[]): Moments {
  const times = known.length > 0 ? [...known] : [0];
  const places = new Map(times.map((time, i) => [time, i]));
  places.delete(0);
  let last = Number.NaN;
  let lastPlace = 0;
  return {
    times,
    place(time) {
      if (time === last) return lastPlace;
      const found = places.get(time) ?? times.push(time) - 1;
      places.set(time, found);
      [last, lastPlace] = [time, found];
      return found;
    },
  };
}
