import type { Consent, ConsentSpan } from '~/domain/consent/artefact.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type { Application } from '~/server/application/store.ts';
import type { attachmentsOf } from '~/server/application/store-attachment.ts';
import { type EventRow, type EventShown, shownEvent } from '~/server/application/store-event.ts';
import type { Parties } from '~/server/application/store-party.ts';
import { isReached, lastClosed } from '~/server/consent/store-matter.ts';
import type { Tx } from '~/server/db/client.ts';
import { versionColumn } from '~/server/db/kept.ts';

type Documents = Awaited<ReturnType<typeof attachmentsOf>>;

/** The bank's offer: fen as digits. */
type OfferBeside = {
  readonly amount: string;
  readonly termMonths: number;
  readonly rate: number;
  readonly dayCount: DayCount;
  readonly method: RepaymentMethod;
  readonly fee: string;
  readonly guaranteeFee: string;
  readonly conditions: string | null;
  readonly validUntil: string;
  readonly state: string;
};

type ConsentBeside = ConsentSpan &
  Pick<Consent, 'fetchType'> & {
    readonly id: string;
    /** When the last matter under it was closed; null while one goes on. */
    readonly reachedAt: Date | null;
  };

type Row = Parties & {
  readonly loanId: string | null;
  readonly documents: Documents;
  readonly offer: OfferBeside | null;
  readonly events: readonly EventRow[];
  readonly consent: { readonly [K in keyof ConsentBeside]: string | null } | null;
  readonly publicVersion: string;
};

export type Beside = Omit<Row, 'events' | 'consent'> & {
  readonly events: readonly EventShown[];
  readonly consent: ConsentBeside | null;
};

/**
 * What stands beside an application on the firm's page, in one question: names, documents in the order they came, the
 * offer, the steps, the consent behind it, the loan.
 */
export async function besideOf(tx: Tx, application: Application): Promise<Beside> {
  const { enterpriseId, id, institutionId, branchId, productId, consentId } = application;
  const [row] = await tx.$queryRaw<Row[]>`
    select e.name as firm, e.uscc, i.name_zh as "bankZh", i.name_en as "bankEn", b.name_zh as "branchZh", b.name_en as "branchEn",
           coalesce(p.name_zh, '') as "productZh", coalesce(p.name_en, '') as "productEn",
           (select l.id from loan l where l.enterprise_id = e.id and l.application_id = ${id}::uuid limit 1) as "loanId",
           coalesce((select json_agg(json_build_object('id', d.id, 'name', d.name, 'contentType', d.content_type, 'bytes', d.bytes,
                                'sha256', d.sha256, 'uploadedAt', d.uploaded_at) order by d.uploaded_at, d.name)
                     from attachment d where d.enterprise_id = e.id and d.application_id = ${id}::uuid), '[]') as documents,
           (select json_build_object('amount', o.amount_fen::text, 'termMonths', o.term_months, 'rate', o.rate_ppm,
                     'dayCount', o.day_count, 'method', o.method, 'fee', o.fee_fen::text, 'guaranteeFee', o.guarantee_fee_fen::text,
                     'conditions', o.conditions, 'validUntil', o.valid_until, 'state', o.state)
            from offer o where o.enterprise_id = e.id and o.application_id = ${id}::uuid
            order by o.created_at desc, o.id limit 1) as offer,
           coalesce((select json_agg(json_build_object('id', v.id::text, 'kind', v.kind, 'toState', v.to_state, 'at', v.at,
                                'userName', v.user_name, 'message', v.message, 'signature', v.signature,
                                'applicationId', v.application_id,
                                'own', (select json_build_object('text', m.text, 'signature', m.signature, 'publicKey', m.public_key)
                                        from bank_message m where m.enterprise_id = v.enterprise_id and m.event_id = v.id)) order by v.id)
                     from application_event v where v.enterprise_id = e.id and v.application_id = ${id}::uuid), '[]') as events,
           (select json_build_object('id', c.id, 'fetchType', c.fetch_type, 'validFrom', c.valid_from, 'validTo', c.valid_to,
                     'revokedAt', c.revoked_at, 'pausedAt', c.paused_at,
                     'reachedAt', (select ${lastClosed} from application a where a.enterprise_id = e.id and a.consent_id = c.id
                                   having ${isReached}))
            from consent c where c.enterprise_id = e.id and c.id = ${consentId}::uuid) as consent,
           ${versionColumn}
    from enterprise e
    join institution i on i.id = ${institutionId}::uuid
    left join branch b on b.id = ${branchId}::uuid
    left join product p on p.id = ${productId}::uuid
    where e.id = ${enterpriseId}::uuid`;
  if (!row) throw new Error('an application without its parties');
  return {
    ...row,
    documents: row.documents.map(dated),
    events: row.events.map(shownEvent),
    consent: row.consent && spanOf(row.consent),
  };
}

/** The moment as the rest of the page writes it. */
const dated = (document: Documents[number]): Documents[number] => ({
  ...document,
  uploadedAt: new Date(document.uploadedAt).toISOString(),
});

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

const spanOf = (consent: NonNullable<Row['consent']>): ConsentBeside => ({
  id: String(consent.id),
  fetchType: consent.fetchType as Consent['fetchType'],
  validFrom: new Date(String(consent.validFrom)),
  validTo: new Date(String(consent.validTo)),
  revokedAt: instant(consent.revokedAt),
  pausedAt: instant(consent.pausedAt),
  reachedAt: instant(consent.reachedAt),
});
