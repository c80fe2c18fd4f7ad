import type { ApplicationState } from '~/domain/application/state.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { eventRows } from '~/server/application/store-event.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { fingerprintOf } from '~/server/institution/client-key.ts';

export type MachineRow = {
  readonly id: string;
  readonly state: ApplicationState;
  readonly firm: string;
  readonly uscc: string | null;
  readonly productId: string;
  readonly productZh: string;
  readonly productEn: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly purpose: string;
  readonly renews: string | null;
  readonly submittedAt: Date;
  readonly pickupDueAt: Date;
  readonly decisionDueAt: Date;
  readonly pausedOn: Day | null;
  readonly resumedOn: Day | null;
};

type Wish = {
  readonly institutionId: string;
  readonly only?: string;
  readonly state?: ApplicationState | null;
  readonly after?: string | null;
  readonly limit: number;
};

/** Applications of the actor's bank by number; row security shows no other bank's. */
export const machineRows = (
  tx: Tx,
  { institutionId, only, state, after, limit }: Wish,
): Promise<MachineRow[]> =>
  tx.$queryRaw<MachineRow[]>`
    select a.id, a.state, e.name as firm, e.uscc, p.id as "productId", p.name_zh as "productZh", p.name_en as "productEn",
           a.amount_fen::text as "amountFen", a.term_months as "termMonths", a.purpose, l.contract_no as renews, a.submitted_at as "submittedAt",
           a.pickup_due_at as "pickupDueAt", a.decision_due_at as "decisionDueAt",
           a.paused_on::text as "pausedOn", a.resumed_on::text as "resumedOn"
    from application a
    join enterprise e on e.id = a.enterprise_id
    join product p on p.id = a.product_id
    left join loan l on l.enterprise_id = a.enterprise_id and l.id = a.renews_loan_id
    where a.institution_id = ${institutionId}::uuid ${only ? Prisma.sql`and a.id = ${only}::uuid` : Prisma.empty}
      ${state ? Prisma.sql`and a.state = ${state}` : Prisma.empty}
      ${after ? Prisma.sql`and a.id > ${after}::uuid` : Prisma.empty}
    order by a.id limit ${limit}`;

/** The steps of an application in order, as they are signed. */
export async function messagesOf(tx: Tx, applicationId: string) {
  const rows = await eventRows(tx, applicationId);
  return rows.map((row) => ({
    step: row.kind,
    to: row.toState as ApplicationState,
    at: row.at.toISOString(),
    by: row.userName,
    facts: ((row.message as { facts?: object }).facts ?? {}) as Record<string, unknown>,
    signature: row.signature,
    own: row.own && {
      ...{ text: row.own.text, signature: row.own.signature },
      key: fingerprintOf(row.own.publicKey),
    },
  }));
}
