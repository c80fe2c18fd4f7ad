import fs from 'node:fs';
import path from 'node:path';
import { root } from '../sources.ts';

/** Where a table would lie on Citus; `app/decisions/0014-citus.md` says why. */
export type Place = 'distributed' | 'reference' | 'local';

/** The tables of firms are distributed by the firm, all others are listed here: a new table must be placed by somebody. */
const elsewhere: Readonly<Record<'reference' | 'local', readonly string[]>> = {
  reference: [
    ...[
      'bank_response',
      'branch',
      'catalogue_item',
      'industry',
      'institution',
      'lpr_quote',
      'policy_version',
      'product',
      'quality_rule',
      'region',
      'scorecard',
    ],
  ],
  local: [
    ...[
      'audit_entry',
      'api_client',
      'api_token',
      'public_change',
      'bank_authority',
      'bank_delegation',
      'inbox_view',
      'webhook_endpoint',
      'webhook_message',
      'webhook_attempt',
      'audit_head',
      'catalogue_draft',
      'quality_result',
      'delivered_lines',
      'delivery_file',
      'event_log',
      'fact_follower',
      'idempotency_key',
      'invitation',
      'item_delivery',
      'security_assessment',
      'assessment_document',
      'view_subscription',
      'mail',
      'mail_attempt',
      'mail_item',
      'mail_setting',
    ],
    ...[
      'job_done',
      'notification',
      'outbox',
      'quarantine_row',
      'reconciliation',
      'rate_limit',
      'record_batch',
      'search_change',
      'search_document',
    ],
    ...[
      'session',
      'user_account',
      'upload',
      'provider_endpoint',
      'supply_dispatch',
      'upload_part',
      'report_batch',
      'report_batch_part',
      'card_model',
      'card_proposal',
      'card_month',
      'score_spread',
      'score_watermark',
      'joint_study',
      'joint_outcome',
      'joint_card',
      'own_training',
      'card_shadow_day',
    ],
    ...[
      'breach',
      'breach_event',
      'data_subject',
      'duty_escalation',
      'erasure',
      'identity_check',
      'impact_assessment',
      'monitoring_return',
      'signal_backtest',
      'whole_report',
    ],
    ...[
      'compensation_pool',
      'guarantee_affiliate',
      'guarantor_standing',
      'list_office',
      'office_month',
      'guarantor_subsidy',
      'volume_reward',
      'ledger_account',
      'ledger_hold',
      'ledger_hold_end',
      'ledger_limit',
    ],
    ...[
      'ledger_limit_change',
      'ledger_period',
      'ledger_posting',
      'ledger_total',
      'ledger_transaction',
      'ledger_use',
      'policy_draft',
      'policy_simulation',
      'product_draft',
    ],
    ...['policy_simulation_file', 'repayment_file', 'repayment_reject', 'settlement_batch', 'subsidy_run'],
  ],
};

export type TablePlace = {
  readonly name: string;
  /** The model of the Prisma client, `tx.application`; empty for a view. */
  readonly model: string;
  readonly place: Place | 'unplaced';
  /** The column that a row is distributed by. */
  readonly key: string;
};

/** Every table of the schema with its place, read from the models; views over firms' tables count as theirs. */
export function readPlaces(): TablePlace[] {
  const folder = path.join(root, 'prisma/models');
  const text = fs
    .readdirSync(folder)
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  const tables = [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, model = '', body = '']) => {
    const name = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
    return { name, model: model[0]?.toLowerCase() + model.slice(1), ...placeOf(name, body) };
  });
  return [...tables, ...viewsOver(tables.filter(({ place }) => place === 'distributed'))];
}

/** A firm's table carries its key first in the primary key; `enterprise` itself is distributed by its own id. */
function placeOf(name: string, body: string): Pick<TablePlace, 'place' | 'key'> {
  if (name === 'enterprise') return { place: 'distributed', key: 'id' };
  const keyed = /@@id\(\[enterpriseId\b/.test(body) || /^\s*enterpriseId\s+String\s+@id\b/m.test(body);
  if (keyed) return { place: 'distributed', key: 'enterprise_id' };
  for (const place of ['reference', 'local'] as const)
    if (elsewhere[place].includes(name)) return { place, key: '' };
  return { place: 'unplaced', key: '' };
}

function viewsOver(tables: readonly TablePlace[]): TablePlace[] {
  const migrations = path.join(root, 'prisma/migrations');
  return fs.readdirSync(migrations).flatMap((folder) => {
    const file = path.join(migrations, folder, 'migration.sql');
    if (!fs.existsSync(file)) return [];
    const sql = fs.readFileSync(file, 'utf8');
    return [...sql.matchAll(/create (?:or replace )?view (\w+)([\s\S]*?);\n/gi)]
      .filter(([, , body = '']) =>
        tables.some(({ name }) => new RegExp(`\\b(from|join) ${name}\\b`).test(body)),
      )
      .map(([, name = '']) => ({ name, model: '', place: 'distributed' as const, key: 'enterprise_id' }));
  });
}
