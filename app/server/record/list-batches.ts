import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type BatchView, viewOfBatch } from '~/server/record/batch-view.ts';
import {
  type BatchCursor,
  type BatchRow,
  findBatches,
  findProviders,
} from '~/server/record/store-deliveries.ts';

export type BatchFilter = {
  readonly provider?: InstitutionId | undefined;
  readonly state?: BatchRow['state'] | undefined;
  readonly onlyWaiting?: boolean | undefined;
  readonly before?: BatchCursor | undefined;
};

export type BatchList = {
  readonly batches: readonly BatchView[];
  /** The newest batches with records waiting in quarantine; shown ahead of a list that does not look for them itself. */
  readonly waiting: readonly BatchView[];
  readonly next: string | null;
  readonly providers: readonly { readonly id: string; readonly zh: string; readonly en: string }[];
};

const pageSize = 25;
const mostWaiting = 6;

/** Deliveries, the newest first: a liaison's own, an operator's all. */
export function listBatches(actor: Actor, filter: BatchFilter): Promise<BatchList> {
  const own = asPerson(actor).role === 'liaison' ? asPerson(actor).institutionId : null;
  return withActor(actor, async (tx) => {
    const { state = null, onlyWaiting = false, before = null } = filter;
    const asked = { provider: own ?? filter.provider ?? null, state, onlyWaiting, before };
    const rows = await findBatches(tx, { ...asked, limit: pageSize + 1 });
    const isFirst = !before && !state && !onlyWaiting;
    const waiting = isFirst ? await findBatches(tx, { ...asked, onlyWaiting: true, limit: mostWaiting }) : [];
    const catalogue = await readCatalogue(tx, clock.today());
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return {
      batches: shown.map((row) => viewOfBatch(row, catalogue)),
      waiting: waiting.map((row) => viewOfBatch(row, catalogue)),
      next: last ? `${last.received_at.toISOString()}_${last.id}` : null,
      providers: (await findProviders(tx)).map(({ id, name_zh, name_en }) => ({
        id,
        zh: name_zh,
        en: name_en,
      })),
    };
  });
}
