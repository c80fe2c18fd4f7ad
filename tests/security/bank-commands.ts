/** Fields with which a bank's commands on versions of products and on findings of a loan would be carried out. */
export const bankCommands = {
  '/bank/product-drafts/:id terms': {
    fields: {
      ...{ note: '调整上限', nameZh: '银税贷', nameEn: 'Tax loan', segment: 'micro-small' },
      ...{
        effectiveFrom: '2026-12-01',
        rateKind: 'fixed',
        rateLow: '3.65',
        feePpm: '0',
        guaranteeFeePpm: '0',
      },
      ...{ methods: 'equal-instalment', collateral: 'credit', purposes: 'working-capital' },
    },
  },
  '/bank/product-drafts/:id add': { fields: { question: 'age', low: '12' } },
  '/bank/product-drafts/:id remove': { fields: { place: '0' } },
  '/bank/product-drafts/:id submit': { fields: {} },
  '/bank/product-drafts/:id recall': { fields: {} },
  '/bank/product-drafts/:id discard': { fields: {} },
  '/bank/product-drafts/:id approve': { fields: {} },
  '/bank/product-drafts/:id return': { fields: { reason: '请写明理由。' } },
  '/bank/loans/:id first-loan-clear': { fields: { on: '2026-11-20', reference: 'R-1' } },
  '/bank/loans/:id first-loan-earlier': {
    fields: { on: '2026-11-20', reference: 'R-1', liability: 'bank-loan' },
  },
  '/bank/loans/:id first-loan-withdraw': {
    fields: { of: '00000000-0000-4000-8000-000000000000', reference: 'R-1' },
  },
  '/bank/loans/:id penalty-terms': { fields: { overdue: '50', misuse: '100', compounds: 'yes' } },
  '/operator/first-loans/:id first-loan-clear': { fields: { on: '2026-11-20', reference: 'R-1' } },
  '/operator/first-loans/:id first-loan-earlier': {
    fields: { on: '2026-11-20', reference: 'R-1', liability: 'bank-loan' },
  },
  '/operator/first-loans/:id first-loan-withdraw': {
    fields: { of: '00000000-0000-4000-8000-000000000000', reference: 'R-1' },
  },
  '/bank/loans/:id misuse': { fields: { on: '2026-11-20', reason: '资金转入理财产品。' } },
  '/bank/loans/:id technical-overdue': { fields: { on: '2026-11-20', reason: '扣款系统升级。' } },
  '/my/applications/:id second-look': { fields: { why: '欠税已经缴清，请再看一次。' } },
  '/bank/applications/:id ask-documents': { fields: { what: '近三个月银行流水' } },
  '/bank/applications/:id second-look': { fields: { answer: 'uphold', why: '原因仍然成立。' } },
  '/bank/applications/:id transfer': { fields: { branch: '', reason: '企业迁址。' } },
  '/bank/applications/:id declare-interest': { fields: { reason: '亲属任职。' } },
  '/bank/webhooks/:id enable': { fields: {} },
  '/bank/webhooks/:id disable': { fields: {} },
  '/bank/webhooks/:id remove': { fields: {} },
  '/bank/webhooks/:id resend': { fields: { message: '00000000-0000-4000-8000-000000000000' } },
} as const;
