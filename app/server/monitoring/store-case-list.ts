import { Prisma, type Tx } from '~/server/db/client.ts';
import { type After, behind } from '~/server/db/keyset.ts';
import { inMs, literally } from '~/server/db/sql-text.ts';

/** `desk`: live and not put aside. */
export const caseTabs = ['desk', 'live', 'mine', 'unowned', 'overdue', 'aside', 'closed', 'all'] as const;
export type CaseTab = (typeof caseTabs)[number];
export const caseSorts = ['urgency', 'due', 'raised'] as const;
export type CaseSort = (typeof caseSorts)[number];

/** Which cases of the reader's are listed; what is left out does not narrow. */
export type CaseFilter = {
  readonly tab: CaseTab;
  /** A part of the firm's name, its credit code or a contract number. */
  readonly find?: string | undefined;
  readonly severity?: string | undefined;
  readonly signal?: string | undefined;
  /** The bank whose case it is. */
  readonly bank?: string | undefined;
  /** The person who has it. */
  readonly owner?: string | undefined;
  /** First digits of a region's code. */
  readonly region?: string | undefined;
  /** Raised from the first on and before the second. */
  readonly raised?: readonly [Date, Date] | undefined;
};

/** Who asks and when; row security decides whose cases there are. How a bank shares its work out is not told to others. */
export type CaseReader = {
  readonly userId: string;
  readonly isBank: boolean;
  readonly now: Date;
  readonly today: string;
};

export type CaseRow = {
  readonly id: string;
  readonly signal_code: string;
  readonly severity: 'yellow' | 'orange' | 'red';
  readonly state: 'open' | 'answered' | 'closed';
  readonly raised_at: Date;
  readonly due_at: Date;
  readonly verdict: string | null;
  readonly escalated_into: string | null;
  readonly snoozed_until: string | null;
  readonly is_aside: boolean;
  readonly snooze_reason: string | null;
  readonly firm: string;
  readonly uscc: string | null;
  readonly region: string | null;
  readonly bank_zh: string;
  readonly bank_en: string;
  readonly contract_no: string | null;
  /** The name of who has it; null where nobody does, or who had it left. */
  readonly owner: string | null;
  /** Who had it and left. */
  readonly left_owner: string | null;
  /** Its place in the order asked for. */
  readonly key: string;
};

const rank = Prisma.sql`case a.severity when 'red' then 0 when 'orange' then 1 else 2 end`;
const keys: { readonly [S in CaseSort]: Prisma.Sql } = {
  urgency: Prisma.sql`((a.state = 'closed')::int * 10 + ${rank})::bigint * 100000000000000 + ${inMs(Prisma.sql`a.due_at`)}`,
  due: inMs(Prisma.sql`a.due_at`),
  raised: Prisma.sql`-${inMs(Prisma.sql`a.raised_at`)}`,
};

const aside = ({ now, today, isBank }: CaseReader) =>
  !isBank
    ? Prisma.sql`false`
    : Prisma.sql`coalesce(a.state <> 'closed' and a.snoozed_until > ${today}::date and a.due_at > ${now}, false)`;
/** Somebody has it who works at the head office or where its loan lies: nobody else sees it. */
const hasOwner = Prisma.sql`exists (
  select from user_account u where u.id = a.owner_id and u.state = 'active' and (u.branch_id is null or u.branch_id = (
    select p.branch_id from application p where p.enterprise_id = l.enterprise_id and p.id = l.application_id)))`;

function inTab(tab: CaseTab, reader: CaseReader): Prisma.Sql {
  if (tab === 'all') return Prisma.sql`true`;
  if (tab === 'closed') return Prisma.sql`a.state = 'closed'`;
  if (tab === 'overdue') return Prisma.sql`a.state = 'open' and a.due_at < ${reader.now}`;
  if (tab === 'aside') return aside(reader);
  if (tab === 'live') return Prisma.sql`a.state <> 'closed'`;
  const inSight = Prisma.sql`a.state <> 'closed' and not ${aside(reader)}`;
  if (tab === 'mine') return Prisma.sql`${inSight} and a.owner_id = ${reader.userId}::uuid`;
  return tab === 'unowned' ? Prisma.sql`${inSight} and not ${hasOwner}` : inSight;
}

function narrowed({ find, bank, severity, signal, owner, region, raised }: CaseFilter): Prisma.Sql {
  const all = [
    find &&
      Prisma.sql`(e.name like ${`%${literally(find)}%`} or e.uscc = ${find.toUpperCase()} or l.contract_no like ${`${literally(find)}%`})`,
    severity && Prisma.sql`a.severity = ${severity}`,
    signal && Prisma.sql`a.signal_code = ${signal}`,
    bank && Prisma.sql`a.institution_id = ${bank}::uuid`,
    owner && Prisma.sql`a.owner_id = ${owner}::uuid`,
    region && Prisma.sql`e.region_code like ${`${literally(region)}%`}`,
    raised && Prisma.sql`a.raised_at >= ${raised[0]} and a.raised_at < ${raised[1]}`,
  ].filter((each) => each !== undefined && each !== '');
  return all.length > 0 ? Prisma.join(all as Prisma.Sql[], ' and ') : Prisma.sql`true`;
}

const from = Prisma.sql`
  from alert a
  join enterprise e on e.id = a.enterprise_id
  left join loan l on l.enterprise_id = coalesce(a.borrower_id, a.enterprise_id) and l.id = a.loan_id`;

type Page = {
  readonly sort: CaseSort;
  readonly after: After | null;
  readonly limit: number;
};

/** A page of the reader's cases in an order, from the one after. The page is cut before names are looked up. */
export const findCases = (tx: Tx, filter: CaseFilter, reader: CaseReader, { sort, after, limit }: Page) =>
  tx.$queryRaw<CaseRow[]>`
  with cut as (
    select a.*, ${keys[sort]} as key, ${aside(reader)} as is_aside, ${hasOwner} as is_owned, e.name as firm, e.uscc, e.region_code, l.contract_no
    ${from}
    where ${inTab(filter.tab, reader)} and ${narrowed(filter)}
      and ${behind(after, keys[sort], Prisma.sql`a.id`)}
    order by key, a.id limit ${limit}
  )
  select a.id, a.signal_code, a.severity, a.state, a.raised_at, a.due_at, a.verdict, a.escalated_into::text,
         a.snoozed_until::text, a.is_aside,
         case when a.is_aside then (select v.text from alert_event v where v.enterprise_id = a.enterprise_id and v.alert_id = a.id
                                    and v.kind = 'snoozed' order by v.id desc limit 1) end as snooze_reason,
         a.firm, a.uscc, g.name_zh as region, i.name_zh as bank_zh, i.name_en as bank_en, a.contract_no,
         case when a.is_owned then u.name end as owner, case when not a.is_owned then u.name end as left_owner,
         a.key::text as key
  from cut a
  join institution i on i.id = a.institution_id
  left join region g on g.code = a.region_code
  left join user_account u on u.id = a.owner_id
  order by a.key, a.id`;

/** The bank that has a code; null where none has. */
export async function findBankByCode(tx: Tx, code: string): Promise<string | null> {
  const found = await tx.institution.findFirst({ where: { code, kind: 'bank' }, select: { id: true } });
  return found?.id ?? null;
}

export type CaseCounts = { readonly [T in CaseTab]: number };

/** How many cases stand behind each tab under a filter. */
export async function countCases(tx: Tx, filter: CaseFilter, reader: CaseReader): Promise<CaseCounts> {
  const counts = caseTabs.map(
    (tab) => Prisma.sql`count(*) filter (where ${inTab(tab, reader)})::int as ${Prisma.raw(tab)}`,
  );
  const [row] = await tx.$queryRaw<CaseCounts[]>`
    select ${Prisma.join(counts)} ${from} where ${narrowed(filter)}`;
  return row as CaseCounts;
}

/** The signals and prefectures that the reader's cases have, to narrow by. */
export async function findCaseChoices(tx: Tx) {
  const signals = await tx.alert.findMany({ select: { signalCode: true }, distinct: ['signalCode'] });
  const regions = await tx.$queryRaw<{ code: string; name: string }[]>`
    select distinct g.code, g.name_zh as name from alert a
    join enterprise e on e.id = a.enterprise_id join region g on g.code = left(e.region_code, 4) || '00' order by g.code`;
  return { signals: signals.map(({ signalCode }) => signalCode).sort(), regions };
}
