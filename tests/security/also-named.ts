type Also = {
  readonly name: string;
  readonly fields: { readonly [field: string]: string };
  readonly sql: string;
  readonly file?: string;
};

/** Other rows that an address and its command may be asked about, by a parameter beside the usual one. */
export const alsoNamed: { readonly [pattern: string]: Also } = {
  '/my/applications/new': {
    name: 'renews',
    fields: { needId: '00000000-0000-4000-8000-000000000000', amount: '50', termMonths: '12' },
    sql: 'select enterprise_id::text as tenant, id::text as renews from loan order by id',
  },
};
