import { freshnessOf } from '~/domain/catalogue/freshness.ts';
import { type Item, isDeliverable } from '~/domain/catalogue/item.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type DispatchSpan, dispatchDue } from '~/domain/record/dispatch.ts';
import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readCatalogue, readLastDeliveries } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { notify } from '~/server/platform/notify.ts';
import type { DispatchBody } from '~/server/record/dispatch-body.ts';
import { findProviders } from '~/server/record/store-deliveries.ts';
import {
  addDispatch,
  type Counted,
  countItems,
  hasDispatch,
  readDispatchDay,
} from '~/server/record/store-dispatch.ts';
import { countUsage } from '~/server/record/store-quality.ts';

type World = {
  readonly catalogue: Awaited<ReturnType<typeof readCatalogue>>;
  readonly delivered: Awaited<ReturnType<typeof readLastDeliveries>>;
};

/**
 * Writes the dispatch that is due, one for each provider, and tells them. One that is written is left alone, so that a
 * repeated day changes nothing.
 */
export async function makeDispatches(tx: Tx, today: Day): Promise<void> {
  const span = dispatchDue(today, await readDispatchDay(tx, today));
  if (await hasDispatch(tx, span.month)) return;
  const world = { catalogue: await readCatalogue(tx, today), delivered: await readLastDeliveries(tx) };
  const providers = await findProviders(tx);
  for (const { id } of providers) {
    const body = await bodyOf(tx, world, id, span);
    await addDispatch(tx, span, id, body, clock.now());
    const late = body.items.filter(
      ({ deliverable, freshness }) => deliverable && freshness !== 'fresh',
    ).length;
    await notify(tx, {
      to: { institutionId: id as InstitutionId },
      kind: 'record.dispatched',
      params: { month: span.month, late },
      href: '/provider/dispatches',
    });
  }
  const detail = { month: span.month, providers: providers.length };
  await appendAudit(tx, system('record.dispatch'), { action: 'record.dispatched', detail });
}

async function bodyOf(
  tx: Tx,
  { catalogue, delivered }: World,
  providerId: string,
  { from, to }: DispatchSpan,
): Promise<DispatchBody> {
  const own = [...catalogue.values()].filter((item) => item.providerId === providerId);
  const counted = await countItems(tx, providerId, startOf(from), startOf(addDays(to, 1)));
  const uses = await countUsage(
    tx,
    own.map(({ code }) => code),
    startOf(from),
    startOf(addDays(to, 1)),
  );
  return {
    items: own.map((item) => itemOf(item, delivered.get(item.code) ?? null, to, counted)),
    uses: uses.map((use) => ({
      item: catalogue.get(use.item)?.name ?? { zh: use.item, en: use.item },
      recipient: { zh: use.recipient_zh, en: use.recipient_en },
      purpose: use.purpose,
      reads: use.reads,
      firms: use.firms,
    })),
  };
}

function itemOf(
  item: Item,
  lastDelivery: Day | null,
  to: Day,
  counted: readonly Counted[],
): DispatchBody['items'][number] {
  const { code, name } = item;
  const { read = 0, accepted = 0, quarantined = 0 } = counted.find((each) => each.item === code) ?? {};
  const freshness = freshnessOf(item, lastDelivery, to);
  return {
    ...{ code, name, deliverable: isDeliverable(item), lastDelivery },
    ...{ freshness, read, accepted, quarantined },
  };
}
