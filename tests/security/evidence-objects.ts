const of = (house: string) => ({
  sql: `select d.institution_id::text as tenant, d.id::text as document from assessment_document d
        join institution i on i.id = d.institution_id where i.kind in (${house}) order by d.institution_id, d.id`,
});

/** Reports of security assessments: each institution's administrator opens its own alone. */
export const evidenceObjects = {
  '/bank/people/evidence/:document': of("'bank'"),
  '/guarantee/people/evidence/:document': of("'guarantor', 'insurer'"),
  '/operator/institutions/:id/evidence/:document': {
    sql: `select '' as tenant, institution_id::text as id, id::text as document from assessment_document order by id`,
  },
};
