import { gradeNames } from '~/domain/score/columnar/card-tape.ts';
import type { Plan } from '~/server/score/columnar/run-world.ts';

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const gradeTexts = gradeNames.map((grade) => Buffer.from(grade));
const cells = 5;
const chunkRows = 4_096;

/** How many of a plan's subjects are in the public scope: they come first. */
export function publicSubjects({ task, consentOf }: Plan): number {
  let count = task.firm.length;
  while (count > 0 && consentOf(count - 1) !== null) count--;
  return count;
}

/**
 * Score and bins of the public subjects of a run as PostgreSQL's binary COPY takes them: firm, milli-points, grade,
 * coverage, bins.
 */
export function* standingChunks(plan: Plan, keys: Uint8Array): Generator<Buffer> {
  const { scores, firm, card } = plan.task;
  const subjects = publicSubjects(plan);
  const rowBytes = 2 + cells * 4 + 16 + 4 + 12 + 4 + card.indicators;
  yield signature;
  for (let from = 0; from < subjects; from += chunkRows) {
    const to = Math.min(from + chunkRows, subjects);
    const bytes = Buffer.allocUnsafe((to - from) * rowBytes);
    let at = 0;
    for (let subject = from; subject < to; subject++) {
      at = bytes.writeInt16BE(cells, at);
      const key = (firm[subject] as number) * 16;
      at = putBytes(bytes, at, keys.subarray(key, key + 16));
      const milli = scores.milli[subject] as number;
      at = milli < 0 ? bytes.writeInt32BE(-1, at) : putNumber(bytes, at, milli);
      at = putBytes(bytes, at, gradeTexts[scores.grade[subject] as number] as Buffer);
      at = putNumber(bytes, at, scores.coverage[subject] as number);
      const bins = subject * card.indicators;
      at = putBytes(bytes, at, scores.bins.subarray(bins, bins + card.indicators));
    }
    yield bytes.subarray(0, at);
  }
  yield Buffer.from([0xff, 0xff]);
}

const putNumber = (bytes: Buffer, at: number, value: number): number =>
  bytes.writeInt32BE(value, bytes.writeInt32BE(4, at));

function putBytes(bytes: Buffer, at: number, from: Uint8Array): number {
  const begin = bytes.writeInt32BE(from.length, at);
  bytes.set(from, begin);
  return begin + from.length;
}
