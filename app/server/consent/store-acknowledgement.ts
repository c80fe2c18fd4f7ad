import type { AcknowledgementStep } from '~/domain/consent/withdrawal.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId, InstitutionId, UserId } from '~/domain/kernel/id.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';

/** What a machine of the recipient signed. */
export type AcknowledgementProof = {
  readonly statement: string;
  readonly signature: string;
  readonly signedBy: string;
};

export type Acknowledgement = {
  readonly consent: { readonly id: string; readonly enterpriseId: EnterpriseId };
  readonly institutionId: InstitutionId;
  readonly step: AcknowledgementStep;
  readonly at: Date;
  readonly dueOn: Day | null;
  readonly userId: UserId | null;
  readonly userName: string;
  readonly proof?: AcknowledgementProof | undefined;
};

export const addAcknowledgement = (tx: Tx, { consent, dueOn, proof, ...step }: Acknowledgement) =>
  tx.consentAcknowledgement.create({
    data: {
      ...step,
      ...proof,
      enterpriseId: consent.enterpriseId,
      consentId: consent.id,
      dueOn: dueOn && new Date(`${dueOn}T00:00:00Z`),
    },
  });

/** What the recipient of a consent has acknowledged, in time order. */
export const acknowledgementsOf = (tx: Tx, enterpriseId: EnterpriseId, consentId: ConsentId) =>
  tx.consentAcknowledgement.findMany({ where: { enterpriseId, consentId }, orderBy: { at: 'asc' } });

/** A consent that a recipient has to answer for, of a firm or of a natural person behind it. */
export type AnsweredConsent = {
  readonly id: ConsentId;
  readonly enterpriseId: EnterpriseId;
  readonly institutionId: InstitutionId | null;
  readonly purpose: string;
  readonly personId: string | null;
};

export async function findAnswered(tx: Tx, id: string): Promise<AnsweredConsent | null> {
  const [row] = await tx.$queryRaw<AnsweredConsent[]>`
    select id, enterprise_id as "enterpriseId", institution_id as "institutionId", purpose, person_id as "personId"
    from any_consent where id = ${id}::uuid`;
  return row ?? null;
}

/** The items of a consent `c` that the newer one in its place leaves out; null where there is none. */
export const droppedItems = Prisma.sql`case when c.newer_items is not null
  then array(select unnest(c.items) except select unnest(c.newer_items) order by 1) end`;

export type WithdrawalTask = {
  readonly consentId: string;
  readonly enterpriseId: string;
  readonly firm: string;
  /** The natural person whose own consent ended; null where it was the firm's. */
  readonly personId: string | null;
  readonly purpose: string;
  /** Null where the agreed retention is over and nobody withdrew. */
  readonly withdrawnAt: string | null;
  readonly dueOn: string;
  readonly steps: readonly AcknowledgementStep[];
  /** Where a newer consent covers less: the items that it leaves out, which alone are to be deleted. Null otherwise. */
  readonly dropped: readonly string[] | null;
};

/** What an institution has to stop and delete: the open tasks by their last day, then the done ones. */
export const withdrawalTasks = (tx: Tx, institutionId: InstitutionId) => tx.$queryRaw<WithdrawalTask[]>`
  select c.id as "consentId", c.enterprise_id as "enterpriseId", e.name as firm, c.purpose, c.person_id as "personId",
         to_char(c.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "withdrawnAt",
         max(a.due_on)::text as "dueOn", array_agg(a.step order by a.at) as steps, ${droppedItems} as dropped
  from consent_acknowledgement a
  join any_consent c on c.enterprise_id = a.enterprise_id and c.id = a.consent_id
  join enterprise e on e.id = a.enterprise_id
  where a.institution_id = ${institutionId}::uuid
  group by c.enterprise_id, c.id, e.name, c.purpose, c.person_id, c.revoked_at, c.items, c.newer_items
  order by (count(*) = 3), max(a.due_on), c.id
  limit 200`;
