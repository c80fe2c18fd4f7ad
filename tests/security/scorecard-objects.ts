const ownReports = {
  sql: `select enterprise_id::text as tenant, id::text as id from credit_report where audience = 'firm' order by id`,
};

/** The rows behind the pages of reports, cards and joint studies. */
export const scorecardObjects = {
  '/my/reports/:id': ownReports,
  '/my/reports/:id/report.pdf': ownReports,
  '/my/reports/:id/report.json': ownReports,
  '/verify-report/:code': { sql: `select '' as tenant, code from credit_report order by id` },
  '/operator/reports/:id': { sql: `select '' as tenant, id::text as id from report_batch order by id` },
  '/operator/reports/:id/parts/:part': {
    sql: `select '' as tenant, batch_id::text as id, part::text as part from report_batch_part order by batch_id`,
  },
  '/bank/modelling/:id': {
    sql: `select institution_id::text as tenant, id::text as id from joint_study order by id`,
  },
  '/operator/cards/:version': { sql: `select '' as tenant, version from card_model order by version` },
};
