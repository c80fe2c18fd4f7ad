import { Prisma, type Tx } from '~/server/db/client.ts';

export type AlertRow = {
  id: string;
  enterprise_id: string;
  institution_id: string;
  loan_id: string;
  signal_code: string;
  signal_version: number;
  severity: 'yellow' | 'orange' | 'red';
  state: 'open' | 'answered' | 'closed';
  raised_at: Date;
  due_at: Date;
  evidence: unknown;
  verdict: string | null;
  verdict_note: string | null;
  closed_at: Date | null;
  closed_by: string | null;
  group_key: string;
  owner_id: string | null;
  snoozed_until: string | null;
  escalated_into: string | null;
  borrower_id: string | null;
  firm: string;
  uscc: string | null;
  bank_zh: string;
  bank_en: string;
  contract_no: string | null;
};

const severityOrder = Prisma.sql`case a.severity when 'red' then 3 when 'orange' then 2 else 1 end`;

const selection = Prisma.sql`
  select a.id, a.enterprise_id, a.institution_id, a.loan_id, a.signal_code, a.signal_version, a.severity, a.state,
         a.raised_at, a.due_at, a.evidence, a.verdict, a.verdict_note, a.closed_at, a.closed_by, a.group_key,
         a.owner_id, a.snoozed_until::text, a.escalated_into, a.borrower_id, e.name as firm, e.uscc,
         i.name_zh as bank_zh, i.name_en as bank_en, l.contract_no
  from alert a
  join enterprise e on e.id = a.enterprise_id
  join institution i on i.id = a.institution_id
  left join loan l on l.enterprise_id = coalesce(a.borrower_id, a.enterprise_id) and l.id = a.loan_id`;

export type AlertFilter = {
  readonly state?: 'live' | 'closed' | undefined;
};

const conditionOf = (f: AlertFilter) => Prisma.sql`
  ${f.state === 'closed' ? Prisma.sql`a.state = 'closed'` : f.state === 'live' ? Prisma.sql`a.state <> 'closed'` : Prisma.sql`true`}`;

/** The reader's alerts (row-level security decides whose), live and pressing ones first. */
export const findAlerts = (tx: Tx, f: AlertFilter, limit: number, offset: number) => tx.$queryRaw<AlertRow[]>`
  ${selection}
  where ${conditionOf(f)}
  order by (a.state = 'closed'), ${severityOrder} desc, a.due_at, a.id
  limit ${limit} offset ${offset}`;

export async function findAlert(tx: Tx, id: string): Promise<AlertRow | null> {
  const [row] = await tx.$queryRaw<AlertRow[]>`${selection} where a.id = ${id}::uuid`;
  return row ?? null;
}

/** The case with its row locked, so that two officers do not close it at once. */
export async function lockAlert(tx: Tx, id: string) {
  const [row] = await tx.$queryRaw<
    Pick<
      AlertRow,
      | 'id'
      | 'enterprise_id'
      | 'institution_id'
      | 'loan_id'
      | 'state'
      | 'due_at'
      | 'signal_code'
      | 'severity'
      | 'raised_at'
      | 'closed_at'
      | 'closed_by'
      | 'verdict'
      | 'group_key'
      | 'owner_id'
      | 'borrower_id'
    >[]
  >`
    select id, enterprise_id, institution_id, loan_id, state, due_at, signal_code, severity, raised_at, closed_at, closed_by, verdict,
           group_key, owner_id, borrower_id from alert where id = ${id}::uuid for update`;
  return row ?? null;
}

export const findAlertEvents = (tx: Tx, alertId: string) =>
  tx.alertEvent.findMany({ where: { alertId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });

export type NewEvent = {
  readonly enterpriseId: string;
  readonly alertId: string;
  readonly institutionId: string;
  readonly kind: string;
  readonly at: Date;
  readonly userId: string | null;
  readonly userName: string;
  readonly party: string;
  readonly text: string;
  readonly bankOnly?: boolean;
  readonly aboutId?: string | null;
};

export const addAlertEvents = (tx: Tx, events: readonly NewEvent[]) =>
  tx.alertEvent.createMany({ data: [...events] });

export const addAlerts = (tx: Tx, data: readonly Prisma.AlertCreateManyInput[]) =>
  tx.alert.createMany({ data: [...data] });

export const changeAlert = (tx: Tx, id: string, data: Prisma.AlertUncheckedUpdateManyInput) =>
  tx.alert.updateMany({ where: { id }, data });

/** Which of the records behind an alert are no longer to be shown to others: revoked, sealed, suspended. */
export async function findHiddenFacts(tx: Tx, enterpriseId: string, factIds: readonly string[]) {
  if (factIds.length === 0) return new Set<string>();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select hidden_facts(${enterpriseId}::uuid, ${[...factIds]}::uuid[]) as id`;
  return new Set(rows.map(({ id }) => id));
}
