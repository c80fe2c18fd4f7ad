import { Prisma } from '~/server/db/client.ts';
import { inMs, literally } from '~/server/db/sql-text.ts';

export const inboxStates = [
  'open',
  'mine',
  'submitted',
  'in-review',
  'proposed',
  'approved',
  'closed',
] as const;
export type InboxState = (typeof inboxStates)[number];

/** Deadlines: passed, or within a day from now. */
export const inboxClocks = ['over', 'day'] as const;

/** What narrows the list; what is left out or null narrows nothing. */
export type InboxFilters = {
  /** A part of the firm's name; empty for all. */
  readonly firm?: string;
  /** The officer who has it. */
  readonly maker?: string | null;
  readonly product?: string | null;
  /** A branch, or `head-office`. */
  readonly branch?: string | null;
  readonly kind?: string | null;
  readonly clock?: (typeof inboxClocks)[number] | null;
  /** Amounts in fen, both counted in. */
  readonly least?: bigint | null;
  readonly most?: bigint | null;
  /** Nothing is asked for that could be read: the list is empty rather than whole. */
  readonly none?: boolean;
};

/** Which applications of the bank are shown, in which order, from where on. */
export type InboxQuery = InboxFilters & {
  readonly state: InboxState;
  readonly sort: 'due' | 'submitted' | 'amount';
  readonly dir: 'asc' | 'desc';
  /** The last row of the page before: its value in the order, and its id. */
  readonly after: { readonly value: string; readonly id: string } | null;
};

const openStates = Prisma.sql`('submitted', 'in-review', 'proposed', 'second-look')`;

/** When the bank has to have acted; null while its clock stands. */
export const due = Prisma.sql`case when a.state = 'submitted' then a.pickup_due_at
                         when a.state = 'in-review' and a.paused_on is not null and a.resumed_on is null then null
                         when a.state in ('in-review', 'proposed', 'second-look') then a.decision_due_at end`;

/** What the list is ordered by, and the same as a whole number in an address: of an instant its milliseconds. */
const orders = {
  due: { by: Prisma.sql`coalesce(${due}, 'epoch')`, isInstant: true },
  submitted: { by: Prisma.sql`a.submitted_at`, isInstant: true },
  amount: { by: Prisma.sql`a.amount_fen`, isInstant: false },
} as const;

export function stateIs(state: InboxState, userId: string): Prisma.Sql {
  if (state === 'open') return Prisma.sql`a.state in ${openStates}`;
  if (state === 'mine') return Prisma.sql`a.maker_id = ${userId}::uuid and a.closed_at is null`;
  if (state === 'approved') return Prisma.sql`a.state in ('approved', 'accepted', 'contracted')`;
  if (state === 'closed') return Prisma.sql`a.closed_at is not null`;
  return Prisma.sql`a.state = ${state}`;
}

const liesWith = (branch: string): Prisma.Sql =>
  branch === 'head-office' ? Prisma.sql`a.branch_id is null` : Prisma.sql`a.branch_id = ${branch}::uuid`;

/** The filters as conditions on an application `a`, for an index to begin with its bank and state. */
export function narrowed(
  { firm, maker, product, branch, kind, clock, least, most, none }: InboxFilters,
  now: Date,
) {
  const firms = [
    ...(firm ? [Prisma.sql`e.name like ${`%${literally(firm)}%`}`] : []),
    ...(kind ? [Prisma.sql`e.kind = ${kind}`] : []),
  ];
  const asked = [
    ...(none ? [Prisma.sql`false`] : []),
    ...(maker ? [Prisma.sql`a.maker_id = ${maker}::uuid`] : []),
    ...(product ? [Prisma.sql`a.product_id = ${product}::uuid`] : []),
    ...(branch ? [liesWith(branch)] : []),
    ...(clock === 'over' ? [Prisma.sql`${due} < ${now}`] : []),
    ...(clock === 'day'
      ? [Prisma.sql`${due} between ${now} and ${now}::timestamptz + interval '1 day'`]
      : []),
    ...(least != null ? [Prisma.sql`a.amount_fen >= ${least}`] : []),
    ...(most != null ? [Prisma.sql`a.amount_fen <= ${most}`] : []),
    ...firms,
  ];
  return {
    from: firms.length > 0 ? Prisma.sql`join enterprise e on e.id = a.enterprise_id` : Prisma.empty,
    where: Prisma.join([Prisma.sql`true`, ...asked], ' and '),
  };
}

/** The order of a list: what it goes by, its direction, the rows after the last page, and the place of a row in an address. */
export function orderOf({ sort, dir, after }: InboxQuery) {
  const { by, isInstant } = orders[sort];
  const later = dir === 'asc' ? Prisma.sql`>` : Prisma.sql`<`;
  const last = (value: string) =>
    isInstant
      ? Prisma.sql`timestamptz 'epoch' + ${value}::bigint * interval '1 millisecond'`
      : Prisma.sql`${value}::bigint`;
  return {
    by,
    dir: dir === 'asc' ? Prisma.sql`asc` : Prisma.sql`desc`,
    from: after
      ? Prisma.sql`(${by}, a.id) ${later} (${last(after.value)}, ${after.id}::uuid)`
      : Prisma.sql`true`,
    place: (value: Prisma.Sql) => (isInstant ? inMs(value) : value),
  };
}
