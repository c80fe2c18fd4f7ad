import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { SimulationResult } from '~/server/policy/simulation-result.ts';
import {
  findDraft,
  findSchemeVersions,
  namesOfDivisions,
  namesOfPeople,
} from '~/server/policy/store-drafts.ts';
import {
  findSimulation,
  namesOfInstitutions,
  type SimulationRow,
} from '~/server/policy/store-simulations.ts';

/** One simulation: how far it has come, and its result with the names that it mentions. */
export function showSimulation(actor: Actor, id: string) {
  return withActor(
    actor,
    async (tx): Promise<Result<SimulationPage, { readonly code: 'policy.not-found' }>> => {
      const row = await findSimulation(tx, id);
      return row ? accept(await pageOf(tx, row)) : refuse({ code: 'policy.not-found' });
    },
  );
}

export type SimulationPage = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, row: SimulationRow) {
  const result = row.result as SimulationResult | null;
  const versions = await findSchemeVersions(tx, row.schemeCode);
  const draft = row.draftId ? await findDraft(tx, row.draftId) : null;
  const named = draft ?? versions.find((v) => v.version === row.schemeVersion) ?? versions[0];
  const baseline = draft ? draft.basedOn : versions.find((v) => v.version < row.schemeVersion)?.version;
  const people = await namesOfPeople(tx, [row.orderedBy]);
  const banks = (result?.groups.bank ?? []).map((group) => group.key);
  const regions = (result?.groups.region ?? []).map((group) => group.key);
  return {
    id: row.id,
    code: row.schemeCode,
    kind: named?.kind ?? '',
    nameZh: named?.nameZh ?? row.schemeCode,
    nameEn: named?.nameEn ?? row.schemeCode,
    version: row.schemeVersion,
    draftId: row.draftId,
    baseline: baseline ?? null,
    source: row.source as 'platform' | 'file',
    fileName: row.fileName,
    from: dayOfDate(row.fromOn) as string,
    to: dayOfDate(row.toOn) as string,
    poolFen: row.poolFen === null ? null : String(row.poolFen),
    state: row.state as 'ordered' | 'running' | 'done' | 'failed',
    done: row.loansDone,
    total: row.loansTotal,
    orderedBy: people.get(row.orderedBy) ?? '',
    orderedAt: row.orderedAt.toISOString(),
    problem: row.problem as { readonly code: string } | null,
    result,
    banks: await namesOfInstitutions(tx, [...banks, ...(result?.after.fuses ?? []).map((fuse) => fuse.bank)]),
    regions: await namesOfDivisions(tx, regions),
  };
}
