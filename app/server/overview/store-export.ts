import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type OwnExport = { readonly [part: string]: unknown };

/** Everything that is held about a firm, part by part, as the firm itself may see it. */
export async function everythingAbout(tx: Tx, firm: EnterpriseId): Promise<OwnExport> {
  const [row] = await tx.$queryRaw<{ all: OwnExport }[]>`
    select json_build_object(
      'enterprise', (select to_json(t) from enterprise t where t.id = ${firm}::uuid),
      'profile', (select to_json(t) from enterprise_profile t where t.enterprise_id = ${firm}::uuid),
      'identities', (select json_agg(t order by t.known_at) from enterprise_identity t where t.enterprise_id = ${firm}::uuid),
      'records', (select json_agg(json_build_object('id', t.id, 'item', t.item, 'itemVersion', t.item_version, 'op', t.op,
          'supersedes', t.supersedes, 'occurredOn', t.occurred_on, 'endedOn', t.ended_on, 'amountFen', t.amount_fen::text,
          'quantity', t.quantity, 'category', t.category, 'detail', t.detail, 'knownAt', t.known_at) order by t.item, t.known_at)
        from fact t where t.enterprise_id = ${firm}::uuid),
      'consents', (select json_agg(t order by t.granted_at) from consent t where t.enterprise_id = ${firm}::uuid),
      'acknowledgements', (select json_agg(t order by t.at) from consent_acknowledgement t where t.enterprise_id = ${firm}::uuid),
      'storedOnly', (select json_agg(t order by t.since) from storage_only t where t.enterprise_id = ${firm}::uuid),
      'emergencyAccess', (select json_agg(t order by t.asked_at) from glass_break t where t.enterprise_id = ${firm}::uuid),
      'scores', (select json_agg(json_build_object('id', t.id, 'scope', t.scope, 'cardVersion', t.card_version,
          'createdAt', t.created_at, 'sheet', to_jsonb(t) - 'features') order by t.created_at)
        from score_sheet t where t.enterprise_id = ${firm}::uuid),
      'needs', (select json_agg(t) from need t where t.enterprise_id = ${firm}::uuid),
      'applications', (select json_agg(to_jsonb(t) - 'proposal' - 'maker_id' - 'checker_id') from application t where t.enterprise_id = ${firm}::uuid),
      'applicationEvents', (select json_agg(to_jsonb(t) - 'message' order by t.at) from application_event t
        where t.enterprise_id = ${firm}::uuid and t.to_state <> 'proposed'),
      'loans', (select json_agg(t) from loan t where t.enterprise_id = ${firm}::uuid),
      'alerts', (select json_agg(to_jsonb(t) - array['verdict_note', 'owner_id', 'snoozed_until']) from alert t where t.enterprise_id = ${firm}::uuid),
      'alertVerdicts', (select json_agg(to_jsonb(t) - 'user_id' order by t.id) from alert_verdict t where t.enterprise_id = ${firm}::uuid),
      'alertMeasures', (select json_agg(to_jsonb(t) - array['user_id', 'confirmed_by'] order by t.at) from alert_measure t
        where t.enterprise_id = ${firm}::uuid and t.confirmed_at is not null),
      'alertDocuments', (select json_agg(t order by t.uploaded_at) from alert_document t where t.enterprise_id = ${firm}::uuid),
      'log', (select json_agg(json_build_object('seq', t.seq::text, 'hash', t.hash, 'body', t.body::jsonb) order by t.seq)
        from audit_entry t where t.enterprise_id = ${firm}::uuid and t.stream = ${`firm:${firm}`})
    ) as all`;
  return row?.all ?? {};
}
