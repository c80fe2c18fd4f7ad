/** Postings that are over: only a bank that took one up still reads it. */
const postedNeeds = {
  sql: `select a.institution_id::text as tenant, a.posting_id::text as id
        from need_answer a join need_posting p on p.enterprise_id = a.enterprise_id and p.id = a.posting_id
        where p.state <> 'open' order by a.posting_id`,
};

/** The rows behind the addresses of posted needs. */
export const postingObjects = {
  '/my/needs/:id/banks': {
    sql: `select enterprise_id::text as tenant, id::text as id from need order by id`,
  },
  '/bank/needs/:id': postedNeeds,
  '/my/trade/:id': {
    sql: `select enterprise_id::text as tenant, id::text as id from trade_claim order by id`,
  },
} as const;

const nobody = '00000000-0000-4000-8000-000000000000';

const nominating = {
  nominate: { fields: { uscc: '91640104MAXX00015D', reason: '走访' } },
  list: { fields: { id: nobody, vouched: 'lawful-use', note: '看过' } },
  refuse: { fields: { id: nobody, note: '用途不清' } },
} as const;

/** Fields with which commands on posted needs would be carried out. */
export const postingCommands = {
  '/my/needs/:id/banks post': { fields: { agreed: 'yes' } },
  '/my/needs/:id/banks withdraw': { fields: {} },
  '/my/needs/:id/banks agree': { fields: { agreed: 'yes' } },
  '/my/needs/:id/banks decline': { fields: {} },
  '/operator/recommended nominate': nominating.nominate,
  '/operator/recommended list': nominating.list,
  '/operator/recommended refuse': nominating.refuse,
  '/provider/recommended nominate': nominating.nominate,
  '/provider/recommended list': nominating.list,
  '/provider/recommended refuse': nominating.refuse,
  '/my/needs/:id/banks choose': { fields: { answer: nobody } },
  '/my/first-loan join': { fields: { agreed: 'yes' } },
  '/my/first-loan leave': { fields: {} },
  '/my/open-to-banks join': { fields: { agreed: 'yes' } },
  '/my/open-to-banks leave': { fields: {} },
  '/bank/first-loans contact': { fields: { id: nobody, note: '走访' } },
  '/bank/prospects contact': { fields: { id: nobody, note: '走访' } },
  '/my/trade ask': {
    fields: {
      ...{ kind: 'order', buyerName: '某公司', reference: 'R-1' },
      ...{ amount: '1000', dueOn: '2027-01-31' },
    },
  },
  '/my/trade answer': { fields: { id: nobody, answer: 'confirm', amount: '1', name: '某人' } },
  '/my/trade/:id withdraw': { fields: {} },
  '/my/trade/:id share': { fields: { application: nobody } },
  '/confirm/:token answer': { fields: { answer: 'confirm', amount: '1', name: '某人' } },
  '/bank/needs/:id take': { fields: {} },
  '/bank/needs/:id pass': { fields: {} },
  '/bank/needs/:id answer': {
    fields: {
      ...{ product: nobody, amount: '10', termMonths: '12', rate: '3.65' },
      ...{ method: 'equal-instalment', dayCount: 'actual360', validUntil: '2026-12-31' },
    },
  },
} as const;
