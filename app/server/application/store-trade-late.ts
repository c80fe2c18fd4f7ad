import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type LateTrade = {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly buyerEnterpriseId: EnterpriseId | null;
  readonly buyer: string;
  readonly reference: string;
};

/** Claims whose buyer's last day is past and of which nobody was told, marked as told at an instant. */
export const lateTrades = (tx: Tx, today: Day, at: Date): Promise<LateTrade[]> =>
  tx.$queryRaw<LateTrade[]>`
    update trade_claim set late_told_at = ${at}
    where state = 'asked' and late_told_at is null and answer_until < ${today}::date
    returning id, enterprise_id as "enterpriseId", buyer_enterprise_id as "buyerEnterpriseId", buyer_name as buyer, reference`;

type Shown = { readonly institutionId: InstitutionId; readonly applicationId: string };

/** The banks that a claim is shown to with an application that goes on. */
export const banksShown = (tx: Tx, { enterpriseId, id }: LateTrade): Promise<Shown[]> =>
  tx.$queryRaw<Shown[]>`
    select s.institution_id as "institutionId", s.application_id as "applicationId"
    from trade_claim_share s join application a on a.enterprise_id = s.enterprise_id and a.id = s.application_id
    where s.enterprise_id = ${enterpriseId}::uuid and s.claim_id = ${id}::uuid and a.closed_at is null
    order by s.application_id`;
