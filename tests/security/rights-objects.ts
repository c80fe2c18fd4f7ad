const byTenant = (column: string, table: string) => ({
  sql: `select ${column}::text as tenant, id::text as id from ${table} order by id`,
});

/** The rows behind the pages of objection, repair, restatement and the firm's answer to an alert. */
export const rightsObjects = {
  '/my/rights/records/:id': {
    sql: `select f.enterprise_id::text as tenant, f.id::text as id from fact f
          where exists (select 1 from user_account u where u.enterprise_id = f.enterprise_id)
            and f.item in ('penalty.decision', 'court.dishonesty') and f.op = 'assert'
          order by f.item desc, f.id`,
  },
  '/my/rights/records/:id/repair.pdf': {
    sql: `select f.enterprise_id::text as tenant, f.id::text as id from current_fact f
          where exists (select 1 from user_account u where u.enterprise_id = f.enterprise_id)
            and f.item = 'penalty.decision' order by f.id`,
  },
  '/my/alerts/:id': byTenant('enterprise_id', 'alert'),
  '/my/rights/objections/:id': byTenant('enterprise_id', 'objection'),
  '/my/rights/repairs/:id': byTenant('enterprise_id', 'repair'),
  '/my/rights/restatements/:id': byTenant('enterprise_id', 'restatement'),
  '/provider/objections/:id': byTenant('provider_id', 'objection'),
  '/provider/repairs/:id': byTenant('provider_id', 'repair'),
  '/operator/objections/:id': byTenant('provider_id', 'objection'),
  '/operator/repairs/:id': byTenant('provider_id', 'repair'),
  '/bank/restatements/:id': byTenant('institution_id', 'restatement_notice'),
} as const;

/** Fields with which their commands would be carried out if the row were the sender's. */
export const rightsCommands = {
  '/my/alerts/:id': { fields: { text: '情况说明：款项已于本周付清。' } },
  '/my/rights/records/:id object': { fields: { ground: 'other', body: '与事实不符，附证明。' } },
  '/my/rights/records/:id state': { fields: { body: '已经整改。' } },
  '/my/rights/records/:id repair': {
    fields: {
      'done-corrected': 'yes',
      'done-fulfilled': 'yes',
      'done-promise': 'yes',
      'done-law': 'yes',
      promise: '依法诚信经营。',
    },
  },
  '/my/rights/records/:id shield': { fields: { courtOrder: '（2026）宁01破3号' } },
  '/my/rights/objections/:id appeal': { fields: { body: '答复没有回应证据。' } },
  '/my/rights/objections/:id withdraw': { fields: {} },
  '/my/rights/repairs/:id withdraw': { fields: {} },
  '/provider/objections/:id answer': {
    fields: { verdict: 'refused', change: 'none', answer: '经核实无误。', evidence: '决定书' },
  },
  '/provider/objections/:id extend': { fields: { body: '需调阅档案。' } },
  '/provider/repairs/:id decide': { fields: { move: 'refuse', reason: '罚款未缴清。' } },
  '/operator/objections/:id forward': { fields: { body: '与来源一致。' } },
  '/operator/objections/:id answer': {
    fields: { verdict: 'refused', change: 'none', answer: '经核实无误。', evidence: '决定书' },
  },
  '/operator/objections/:id review': { fields: { outcome: 'dismiss', body: '答复正确。' } },
  '/bank/restatements/:id': { fields: { outcome: 'kept', note: '已按新评分判断。' } },
} as const;
