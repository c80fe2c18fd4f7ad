import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makePerson } from '#tests/factories/people.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { verifyAudit } from '~/server/audit/verify-audit.ts';
import { useDatabase } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { ingestFile } from '~/server/record/ingest-file.ts';
import { findProvider } from '~/server/record/store.ts';
import type { Bench, BenchContext, Figure } from './bench.ts';
import { fuzz } from './fuzz-run.ts';
import { codesOf, writeRegister } from './ingest-data.ts';

const whole = (value: number, of: number, target: number, unit: string): Figure => ({
  values: [value],
  baselines: [of],
  unit,
  target,
});

/** 10,000 bad files and requests (`--count`) through every door: nothing crashes, nothing is half written, all is worded. */
export const bench: Bench = {
  name: 'fuzz-ingest',
  async run(context) {
    const cases = context.count ?? 10_000;
    const bar = context.progress('fuzz-ingest', cases);
    const { faults, tricks, refused, slowestMs, chains } = await play(context, cases, () => bar.tick());
    bar.done();
    for (const fault of faults.slice(0, 20)) process.stderr.write(`${JSON.stringify(fault)}\n`);
    const count = (kind: string) => faults.filter((fault) => fault.kind === kind).length;
    return {
      crashes: whole(count('crash'), cases, 0, 'cases'),
      partial: whole(count('partial'), cases, 0, 'cases'),
      unworded: whole(count('unworded'), cases, 0, 'cases'),
      slow: whole(count('slow'), cases, 0, 'cases'),
      refused: whole(refused, cases, 0.3, 'cases'),
      tricks: whole(tricks, tricks, 1, 'tricks'),
      slowest: whole(slowestMs, 10_000, 1, 'ms'),
      'broken-chains': whole(chains, 1, 0, 'chains'),
    };
  },
};

async function play({ database }: BenchContext, cases: number, onCase: () => void) {
  await useDatabase(database.appUrl);
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-fuzz-'));
  try {
    const firms = codesOf(40);
    const register = await writeRegister(folder, firms);
    insist(await ingestFile(system('bench'), { ...register, encoding: 'utf-8' }));
    const institutionId = await withActor(system('bench'), (tx) => findProvider(tx, 'tax'));
    const liaison = await makePerson('liaison', { institutionId: institutionId as InstitutionId });
    const operator = await makePerson('data-operator');
    const outcome = await withClient(database.ownerUrl, (look) =>
      fuzz({ firms, operator, liaison, look, onCase }, cases, 20_261_127),
    );
    const { ok } = await verifyAudit(system('bench'));
    return { ...outcome, chains: ok ? 0 : 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
