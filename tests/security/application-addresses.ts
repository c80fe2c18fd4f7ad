const applications = {
  sql: `select institution_id::text as tenant, id::text as id from application order by id`,
};

/** Addresses of the bank interface: each names an application. */
export const applicationAddresses = Object.fromEntries(
  ['', '/pick-up', '/proposal', '/decision', '/contract', '/disbursement'].map((step) => [
    `/api/v1/applications/:id${step}`,
    applications,
  ]),
);
