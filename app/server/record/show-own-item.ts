import type { Item, Named } from '~/domain/catalogue/item.ts';
import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { retainedUntil } from '~/domain/record/retention.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { readCatalogue, readLastDeliveries } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  countFactsKnown,
  cursorOf,
  type FactCursor,
  type FactRow,
  findFactsKnown,
} from '~/server/record/store-own.ts';

export type OwnItemQuery = {
  readonly code: string;
  /** Show what was known at the end of this day. */
  readonly asKnownOn?: Day | undefined;
  readonly after?: FactCursor | undefined;
};

/** One fact as its subject reads it; amounts in fen as text. */
export type OwnFact = {
  readonly id: string;
  readonly on: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly until: string | null;
  readonly untilPrecision: 'day' | 'month' | 'year';
  readonly amountFen: string | null;
  readonly quantity: number | null;
  readonly category: Named | null;
  readonly reference: string | null;
  readonly note: string | null;
  readonly knownOn: Day;
  readonly corrected: boolean;
  /** The last day on which a negative record may be shown or used. */
  readonly retainedUntil: Day | null;
};

const pageSize = 30;

/** The records of one item about the actor's firm, as known today or on an earlier day. */
export async function showOwnItem(actor: Actor, query: OwnItemQuery) {
  const { enterpriseId } = asFirm(actor);
  const today = clock.today();
  const asKnownOn = query.asKnownOn && query.asKnownOn < today ? query.asKnownOn : today;
  return withActor(
    actor,
    async (tx): Promise<Result<OwnItemPage, { readonly code: 'record.item-not-found' }>> => {
      const item = (await readCatalogue(tx, today)).get(query.code);
      if (item?.subject !== 'enterprise') return refuse({ code: 'record.item-not-found' });
      const asked = { firm: enterpriseId, item: item.code, knownBefore: startOf(addDays(asKnownOn, 1)) };
      const rows = await findFactsKnown(tx, {
        ...asked,
        replays: true,
        after: query.after,
        limit: pageSize + 1,
      });
      const shown = rows.slice(0, pageSize);
      const last = rows.length > pageSize ? shown.at(-1) : undefined;
      return accept({
        item: summaryOf(item),
        facts: shown.map((row) => factOf(row, item)),
        total: await countFactsKnown(tx, asked),
        next: last ? cursorOf(last) : null,
        lastDelivery: (await readLastDeliveries(tx)).get(item.code) ?? null,
        asKnownOn,
        today,
      });
    },
  );
}

export type OwnItemPage = {
  readonly item: ReturnType<typeof summaryOf>;
  readonly facts: readonly OwnFact[];
  readonly total: number;
  readonly next: FactCursor | null;
  readonly lastDelivery: Day | null;
  readonly asKnownOn: Day;
  readonly today: Day;
};

const summaryOf = (item: Item) => ({
  code: item.code,
  name: item.name,
  className: item.className,
  provider: item.providerName,
  mode: item.mode,
  sensitivity: item.sensitivity,
  polarity: item.polarity,
  period: item.period,
  lasting: item.lasting,
  amount: item.amount && { zh: item.amount.zh, en: item.amount.en },
  quantity: item.quantity,
  retentionYears: item.retentionYears,
  retentionStart: item.retentionStart,
});

function factOf(row: FactRow, item: Item): OwnFact {
  const known = item.categories.find(({ code }) => code === row.category);
  const dates = { occurredOn: row.occurred_on as Day | null, endedOn: row.ended_on as Day | null };
  return {
    id: row.id,
    on: row.occurred_on,
    precision: row.precision,
    until: row.ended_on,
    untilPrecision: (row.detail?.endedPrecision as 'month' | 'year' | undefined) ?? 'day',
    amountFen: row.amount_fen?.toString() ?? null,
    quantity: row.quantity,
    category: row.category === null ? null : { zh: known?.zh ?? row.category, en: known?.en ?? row.category },
    reference: row.detail?.reference ?? null,
    note: row.detail?.note ?? null,
    knownOn: dayAt(row.known_at),
    corrected: row.op === 'correct',
    retainedUntil: item.polarity === 'negative' ? retainedUntil(dates, item) : null,
  };
}
