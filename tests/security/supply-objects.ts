const uploads = {
  sql: `select provider_id::text as tenant, id::text as id from upload order by started_at`,
};

/** The rows behind the pages and interfaces of supply. */
export const supplyObjects = {
  '/api/v1/uploads/:id': uploads,
  '/api/v1/uploads/:id/parts': uploads,
  '/api/v1/uploads/:id/finish': uploads,
  '/provider/uploads/:id': uploads,
  '/provider/uploads/:id/parts': uploads,
  '/provider/uploads/:id/finish': uploads,
  '/operator/uploads/:id': uploads,
  '/operator/uploads/:id/parts': uploads,
  '/operator/uploads/:id/finish': uploads,
};

const uploadCommands = (desk: string) => ({
  [`${desk}/uploads/:id`]: { fields: {} },
  [`${desk}/uploads/:id/parts`]: { fields: {} },
  [`${desk}/uploads/:id/finish`]: { fields: { sha256: '0'.repeat(64) } },
});

/** Fields of their commands. */
export const supplyCommands = {
  ...uploadCommands('/provider'),
  ...uploadCommands('/operator'),
};
