import { changesBetween, endOf, type Standing, standingsAt, unsealed } from '~/domain/application/as-of.ts';
import type { ApplicationState } from '~/domain/application/state.ts';
import { titlesHeld } from '~/domain/application/titles-held.ts';
import type { Depth } from '~/domain/catalogue/ceiling.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { NeedTerms } from '~/domain/product/applicant.ts';
import { changesShown, kindsThen, recordsShown } from '~/server/application/as-of-shown.ts';
import { termsToJson } from '~/server/application/proposal-json.ts';
import { movedLines, type Sight, scoreThen, shutFeatures } from '~/server/application/score-between.ts';
import { type Application, offersFor } from '~/server/application/store.ts';
import { documentsBy, type Opened, type VersionRow, versionsOf } from '~/server/application/store-as-of.ts';
import { eventsOf } from '~/server/application/store-event.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { conditionsAsOf } from '~/server/match/conditions-as-of.ts';
import { type ScoreAsOf, scoreAsOf } from '~/server/score/score-as-of.ts';

/** Two days of an application; a day left out is the day of the decision, or today. Pages begin at 1. */
export type DaysAsked = {
  readonly on?: Day | undefined;
  readonly to?: Day | undefined;
  readonly records?: number | undefined;
  readonly changes?: number | undefined;
};

/**
 * Who looks back. `whole`: the subject and the audit role, who see what was sealed. `platform`: whoever runs it, without
 * what is sealed. Else a bank, with what its consent opens at this read.
 */
export type LookingBack = 'whole' | 'platform' | (Exclude<Opened, 'all'> & { readonly detail: Depth });

const pageSize = 100;

/** The two days that are looked at: between the sending of the application and today, the earlier first. */
export function daysOf({ submittedAt, decidedAt }: Application, asked: DaysAsked) {
  const [first, last] = [dayAt(submittedAt), clock.today()];
  const within = (day: Day): Day => (day < first ? first : day > last ? last : day);
  const wanted = [asked.on ?? dayAt(decidedAt ?? submittedAt), asked.to ?? last] as const;
  const [on, to] = wanted.map(within).sort() as [Day, Day];
  const pages = { records: asked.records ?? 1, changes: asked.changes ?? 1 };
  return { on, to, first, last, isMoved: wanted.some((day) => within(day) !== day), pages };
}
export type Days = ReturnType<typeof daysOf>;

/** What is the parties' own: how far the application was on a day, the messages till then, the offer, the days worth a look. */
export async function caseAsOf(tx: Tx, application: Application, days: Days) {
  const at = endOf(days.on).toISOString();
  const events = await eventsOf(tx, application.id);
  const till = events.filter((event) => event.at <= at);
  const [offer] = await offersFor(tx, [application.id]);
  const isOffered = till.some(({ kind }) => kind === 'approved');
  return {
    days,
    state: (till.at(-1)?.toState ?? application.state) as ApplicationState,
    events: till,
    offer: offer && isOffered ? termsToJson(offer) : null,
    steps: [...new Map(events.map((event) => [dayAt(new Date(event.at)), event.kind]))].map(
      ([day, kind]) => ({
        day,
        kind,
      }),
    ),
  };
}
export type CaseAsOf = Awaited<ReturnType<typeof caseAsOf>>;

/** What was known of the firm on the first day, and what changed until the second: records, score, conditions, documents. */
export async function firmAsOf(tx: Tx, application: Application, days: Days, reader: LookingBack) {
  const { enterpriseId } = application;
  const [from, to] = [endOf(days.on), endOf(days.to)];
  const opened = openedTo(reader);
  const all = await versionsOf(tx, enterpriseId, opened);
  const rows = seenBy(
    all.filter((row) => row.opened),
    reader,
  );
  const keptBack = reader === 'whole' ? new Set<string>() : keptBackOf(rows);
  const sealed = reader === 'whole' ? new Set<string>() : sealedRows(all);
  const ask = { enterpriseId, without: sealed, needsConsent: reader !== 'whole' };
  const isScored = typeof reader === 'string' || reader.detail !== 'summary';
  const before = isScored ? await scoreAsOf(tx, { ...ask, at: from }) : null;
  const after = isScored ? await scoreAsOf(tx, { ...ask, at: to }) : null;
  const items = opened === 'all' ? ('all' as const) : new Set(opened.items);
  const sight: Sight = { rows: new Map(rows.map((row) => [row.id, row])), keptBack, items };
  const standings = standingsAt(rows, from);
  const records = recordsShown(standings, keptBack);
  const changes = changesShown(changesBetween(rows, from, to), keptBack);
  return {
    records: pageOf(records, days.pages.records),
    kinds: kindsThen(records),
    changes: pageOf(changes, days.pages.changes),
    score: { before: scoreThen(before), after: scoreThen(after), moved: movedLines(before, after, sight) },
    conditions: isScored
      ? await conditionsThen(tx, application, days.on, { before, sight, standings })
      : null,
    documents: (await documentsBy(tx, application, from)).map(({ uploadedAt, ...document }) => ({
      ...document,
      uploadedAt: uploadedAt.toISOString(),
    })),
  };
}

/** A page of a list; a page behind the last one is the last one. */
function pageOf<T>(all: readonly T[], wanted: number) {
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(wanted, pages);
  return { all: all.length, page, pages, shown: all.slice((page - 1) * pageSize, page * pageSize) };
}

export type FirmAsOf = Awaited<ReturnType<typeof firmAsOf>>;

type Then = {
  readonly before: ScoreAsOf | null;
  readonly sight: Sight;
  readonly standings: ReadonlyMap<string, Standing<VersionRow>>;
};

const conditionsThen = (tx: Tx, application: Application, on: Day, { before, sight, standings }: Then) =>
  conditionsAsOf(tx, {
    enterpriseId: application.enterpriseId,
    productId: application.productId,
    need: needOf(application),
    on,
    score: before,
    titles: titlesHeld(standings, sight.keptBack, on),
    opened: sight.items,
    shut: shutFeatures(before, sight),
  });

/** Rows are opened to a bank only where its consent goes into detail. */
function openedTo(reader: LookingBack): Opened {
  if (typeof reader === 'string') return 'all';
  return reader.detail === 'detail' ? reader : { ...reader, items: [] };
}

/** Without what is sealed; a bank also without what is suspended or lies outside of its consent, in whole. */
function seenBy(rows: readonly VersionRow[], reader: LookingBack): VersionRow[] {
  if (reader === 'whole') return [...rows];
  const open = unsealed(rows);
  if (reader === 'platform') return open;
  const shut = new Set(open.filter(({ outside, suspended }) => outside || suspended).map(({ key }) => key));
  return open.filter(({ key }) => !shut.has(key));
}

/** Records that are revoked by now: that they were there is said to others, what they said is not. */
const keptBackOf = (rows: readonly VersionRow[]): Set<string> =>
  new Set(
    [...standingsAt(rows, clock.now())].flatMap(([key, { state }]) => (state === 'revoked' ? [key] : [])),
  );

/** The rows of sealed records in every item, also in those that the reader's consent does not open: none may count. */
function sealedRows(all: readonly VersionRow[]): Set<string> {
  const open = new Set(unsealed(all).map(({ id }) => id));
  return new Set(all.flatMap(({ id }) => (open.has(id) ? [] : [id])));
}

const needOf = ({ amountFen, termMonths, purpose, collateral }: Application): NeedTerms => ({
  amountFen: fen(amountFen),
  termMonths,
  purpose: purpose as NeedTerms['purpose'],
  collateral: collateral as NeedTerms['collateral'],
});
