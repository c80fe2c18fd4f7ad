const contracts = {
  sql: `select guarantor_id::text as tenant, id::text as id from guarantee_contract order by id`,
};

/** The rows behind the addresses of guarantees, and of what is stated of a subsidised loan's money. */
export const guaranteeObjects = {
  '/guarantee/contracts/:id': contracts,
  '/guarantee/contracts/:id/claim': contracts,
  '/operator/subsidised-loans/:id': { sql: `select '' as tenant, id::text as id from loan order by id` },
} as const;

const nobody = '00000000-0000-4000-8000-000000000000';
const evidence = { reference: 'R-18', evidenceOn: '2026-11-20' };
const refinanced = {
  fields: { lender: '某银行', contractNo: 'C-1', firstDrawnOn: '2026-01-20', scheme: 'none', ...evidence },
};
const localSubsidy = { fields: { payer: '某区财政局', points: '0.5', ...evidence } };

/** Fields with which commands on guarantees and on a loan's money would be carried out. */
export const guaranteeCommands = {
  '/bank/loans/:id/guarantees ask': { fields: { guarantorId: nobody, share: '50' } },
  '/bank/loans/:id/guarantees withdraw': { fields: { contract: nobody } },
  '/bank/loans/:id/guarantees demand': { fields: { contract: nobody, amount: '1' } },
  '/guarantee/contracts/:id accept': { fields: { fee: '0.8' } },
  '/guarantee/contracts/:id refuse': { fields: { note: '超出业务范围。' } },
  '/guarantee/contracts/:id confirm': { fields: {} },
  '/guarantee/contracts/:id return': { fields: {} },
  '/guarantee/contracts/:id money': { fields: { kind: 'paid', amount: '1', on: '2026-11-20' } },
  '/guarantee/contracts/:id decline': { fields: { note: '宽限期未满。' } },
  '/guarantee/contracts/:id affiliate': { fields: { uscc: '91440101MA5XXXXX02' } },
  '/guarantee/contracts/:id release': { fields: {} },
  '/bank/subsidies/:id refinanced': refinanced,
  '/bank/subsidies/:id local-subsidy': localSubsidy,
  '/bank/subsidies/:id withdraw-money': { fields: { kind: 'refinanced' } },
  '/operator/subsidised-loans/:id refinanced': refinanced,
  '/operator/subsidised-loans/:id local-subsidy': localSubsidy,
  '/operator/subsidised-loans/:id withdraw-money': { fields: { kind: 'refinanced' } },
} as const;
