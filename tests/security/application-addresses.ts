const applications = {
  sql: `select institution_id::text as tenant, id::text as id from application order by id`,
};

const postings = {
  sql: `select coalesce((select institution_id::text from need_answer a where a.posting_id = p.id limit 1), '') as tenant,
               p.id::text as id
        from need_posting p where p.state <> 'open' order by p.id`,
};

const cases = { sql: `select institution_id::text as tenant, id::text as id from alert order by id` };

/** Addresses of the bank interface: each names an application, a posted need or a case. */
export const applicationAddresses = {
  ...Object.fromEntries(
    ['', '/note', '/measure', '/verdict'].map((step) => [`/api/v1/cases/:id${step}`, cases]),
  ),
  ...Object.fromEntries(['', '/taking', '/answer'].map((step) => [`/api/v1/needs/:id${step}`, postings])),
  ...Object.fromEntries(
    [
      '',
      '/pick-up',
      '/proposal',
      '/decision',
      '/contract',
      '/disbursement',
      '/consented',
      '/document-request',
      '/second-look',
    ].map((step) => [`/api/v1/applications/:id${step}`, applications]),
  ),
};
