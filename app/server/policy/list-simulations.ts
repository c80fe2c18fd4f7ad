import { addMonths } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findOpenDrafts, findSchemeVersions } from '~/server/policy/store-drafts.ts';
import { findSimulations } from '~/server/policy/store-simulations.ts';

/** How many simulations the page lists. */
const listed = 30;

/** The latest simulations, and what a new one may be about: every published version and every open draft. */
export function listSimulations(actor: Actor) {
  const today = clock.today();
  return withActor(actor, async (tx) => {
    const versions = await findSchemeVersions(tx);
    const drafts = await findOpenDrafts(tx);
    const rows = await findSimulations(tx, listed);
    return {
      today: today as string,
      from: addMonths(today, -24) as string,
      choices: [
        ...drafts.map((d) => ({
          value: `draft:${d.id}`,
          nameZh: d.nameZh,
          nameEn: d.nameEn,
          version: d.version,
          draft: true,
        })),
        ...versions.map((v) => ({
          value: `${v.code}@${v.version}`,
          nameZh: v.nameZh,
          nameEn: v.nameEn,
          version: v.version,
          draft: false,
        })),
      ],
      rows: rows.map((row) =>
        rowOf(
          row,
          versions.find((v) => v.code === row.schemeCode),
        ),
      ),
    };
  });
}

type Found = Awaited<ReturnType<typeof findSimulations>>[number];

const rowOf = (row: Found, named: { nameZh: string; nameEn: string } | undefined) => ({
  id: row.id,
  nameZh: named?.nameZh ?? row.schemeCode,
  nameEn: named?.nameEn ?? row.schemeCode,
  version: row.schemeVersion,
  draft: row.draftId !== null,
  source: row.source as 'platform' | 'file',
  fileName: row.fileName,
  from: dayOfDate(row.fromOn) as string,
  to: dayOfDate(row.toOn) as string,
  state: row.state as 'ordered' | 'running' | 'done' | 'failed',
  orderedAt: row.orderedAt.toISOString(),
});
