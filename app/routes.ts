import { index, prefix, type RouteConfigEntry, route } from '@remix-run/route-config';

/** The URL table, top to bottom; every route module declares its permission. */
const publicPages: RouteConfigEntry[] = [
  index('routes/public/home.tsx'),
  route('login', 'routes/public/login.tsx'),
  route('register', 'routes/public/register.tsx'),
  route('logout', 'routes/public/logout.ts'),
  route('account', 'routes/public/account.tsx'),
  route('invite/:token', 'routes/public/invite.tsx'),
  route('locale', 'routes/public/locale.ts'),
  route('inbox', 'routes/public/inbox.tsx'),
  route('verify-receipt', 'routes/public/verify-receipt.tsx'),
  route('verify-report', 'routes/public/verify-report.tsx'),
  route('verify-report/:code', 'routes/public/report-standing.tsx'),
  route('products', 'routes/public/products.tsx'),
  route('products/:id', 'routes/public/product.tsx'),
  route('catalogue', 'routes/public/catalogue.tsx'),
  route('how-scoring-works', 'routes/public/how-scoring-works.tsx'),
  route('how-matching-works', 'routes/public/how-matching-works.tsx'),
  route('*', 'routes/public/missing.tsx'),
];

/** /my: the firm's own rooms. */
const enterprisePages: RouteConfigEntry[] = [
  index('routes/enterprise/home.tsx'),
  route('data', 'routes/enterprise/data.tsx'),
  route('data/readers', 'routes/enterprise/data-readers.tsx'),
  route('data/:item', 'routes/enterprise/data-item.tsx'),
  route('loans', 'routes/enterprise/loans.tsx'),
  route('loans/:id', 'routes/enterprise/loan.tsx'),
  route('subsidies', 'routes/enterprise/subsidies.tsx'),
  route('compensation', 'routes/enterprise/compensation.tsx'),
  route('alerts', 'routes/enterprise/alerts.tsx'),
  route('alerts/:id', 'routes/enterprise/alert.tsx'),
  route('needs', 'routes/enterprise/needs.tsx'),
  route('needs/new', 'routes/enterprise/need-new.tsx'),
  route('needs/:id', 'routes/enterprise/need.tsx'),
  route('people', 'routes/enterprise/people.tsx'),
  route('score', 'routes/enterprise/score.tsx'),
  route('score/:sheetId', 'routes/enterprise/score-sheet.tsx'),
  route('reports', 'routes/enterprise/reports.tsx'),
  route('reports/:id', 'routes/enterprise/report.tsx'),
  route('reports/:id/report.pdf', 'routes/enterprise/report-pdf.ts'),
  route('reports/:id/report.json', 'routes/enterprise/report-json.ts'),
  route('consents', 'routes/enterprise/consents.tsx'),
  route('consents/new', 'routes/enterprise/consent-new.tsx'),
  route('consents/:id', 'routes/enterprise/consent.tsx'),
  route('consents/:id/receipt.json', 'routes/enterprise/consent-receipt.ts'),
  route('profile', 'routes/enterprise/profile.tsx'),
  route('applications', 'routes/enterprise/applications.tsx'),
  route('applications/new', 'routes/enterprise/application-new.tsx'),
  route('applications/:id', 'routes/enterprise/application.tsx'),
  route('applications/:id/documents/:document', 'routes/enterprise/application-document.ts'),
  route('offers/compare', 'routes/enterprise/offers-compare.tsx'),
];

/** /bank: inbox, files, portfolio, alerts. */
const bankPages: RouteConfigEntry[] = [
  route('loans', 'routes/bank/loans.tsx'),
  route('month', 'routes/bank/loan-month.tsx'),
  route('month/file/:kind', 'routes/bank/loan-month-file.ts'),
  route('payments', 'routes/bank/payments.tsx'),
  route('payments/template/:kind', 'routes/bank/payment-template.ts'),
  route('payments/:id', 'routes/bank/payment-file.tsx'),
  route('payments/:id/rejects.csv', 'routes/bank/payment-rejects.ts'),
  route('loans/:id', 'routes/bank/loan.tsx'),
  route('loans/:id/guarantees', 'routes/bank/guarantees.tsx'),
  route('subsidies', 'routes/bank/subsidies.tsx'),
  route('subsidies/:id', 'routes/bank/subsidy.tsx'),
  route('claims', 'routes/bank/claims.tsx'),
  route('claims/:id', 'routes/bank/claim.tsx'),
  route('claims/:id/duty.pdf', 'routes/bank/claim-duty.ts'),
  route('enrolments/:id', 'routes/bank/enrolment.tsx'),
  route('products', 'routes/bank/products.tsx'),
  route('alerts', 'routes/bank/alerts.tsx'),
  route('alerts/:id', 'routes/bank/alert.tsx'),
  route('people', 'routes/bank/people.tsx'),
  route('withdrawals', 'routes/bank/withdrawals.tsx'),
  index('routes/bank/inbox.tsx'),
  route('applications/:id', 'routes/bank/application.tsx'),
  route('applications/:id/documents/:document', 'routes/bank/application-document.ts'),
  route('applications/:id/records.csv', 'routes/bank/application-records.ts'),
  route('applications/:id/report.pdf', 'routes/bank/application-report.ts'),
  route('ledger', 'routes/bank/ledger.tsx'),
  route('ledger.xlsx', 'routes/bank/ledger-xlsx.ts'),
  route('ledger/:id', 'routes/bank/ledger-account.tsx'),
  route('ledger/:id/statement.xlsx', 'routes/bank/ledger-statement-xlsx.ts'),
];

/** /operator: desks of the platform. */
const operatorPages: RouteConfigEntry[] = [
  index('routes/operator/home.tsx'),
  route('funded', 'routes/operator/funded.tsx'),
  route('funded.csv', 'routes/operator/funded-csv.ts'),
  route('funded/:id', 'routes/operator/funded-firm.tsx'),
  route('loans', 'routes/operator/loan-month.tsx'),
  route('loans/file/:kind', 'routes/operator/loan-month-file.ts'),
  route('funnel', 'routes/operator/funnel.tsx'),
  route('pools', 'routes/operator/pools.tsx'),
  route('pools/:id', 'routes/operator/pool.tsx'),
  route('claims/:id', 'routes/operator/claim.tsx'),
  route('claims/:id/duty.pdf', 'routes/operator/claim-duty.ts'),
  route('settlements/:id', 'routes/operator/settlement.tsx'),
  route('alerts/:id', 'routes/operator/alert.tsx'),
  route('audit', 'routes/operator/audit.tsx'),
  route('audit.csv', 'routes/operator/audit-csv.ts'),
  route('providers', 'routes/operator/providers.tsx'),
  route('lineage', 'routes/operator/lineage.tsx'),
  route('conflicts', 'routes/operator/conflicts.tsx'),
  route('batches', 'routes/operator/batches.tsx'),
  route('batches/:id', 'routes/provider/batch.tsx', { id: 'routes/operator/batch' }),
  route('batches/:id/rejects.csv', 'routes/provider/batch-rejects.ts', {
    id: 'routes/operator/batch-rejects',
  }),
  route('batches/:id/rows/:row/:record', 'routes/provider/batch-row.tsx', {
    id: 'routes/operator/batch-row',
  }),
  route('upload', 'routes/provider/upload.tsx', { id: 'routes/operator/upload' }),
  route('policies', 'routes/operator/policies.tsx'),
  route('policies/:code', 'routes/operator/policy.tsx'),
  route('policies/:code/compare', 'routes/operator/policy-compare.tsx'),
  route('policy-drafts/:id', 'routes/operator/policy-draft.tsx'),
  route('simulations', 'routes/operator/simulations.tsx'),
  route('simulations/:id', 'routes/operator/simulation.tsx'),
  route('reports', 'routes/operator/reports.tsx'),
  route('reports/:id', 'routes/operator/report-batch.tsx'),
  route('reports/:id/parts/:part', 'routes/operator/report-batch-part.ts'),
  route('users', 'routes/operator/users.tsx'),
  route('subsidies', 'routes/operator/subsidies.tsx'),
  route('subsidies/:id', 'routes/operator/subsidy.tsx'),
  route('subsidies/:id/export.csv', 'routes/operator/subsidy-csv.ts'),
  route('subsidies/:id/export.xlsx', 'routes/operator/subsidy-xlsx.ts'),
  route('reclaims', 'routes/operator/reclaims.tsx'),
  route('reclaims/:id', 'routes/operator/reclaim.tsx'),
  route('institutions', 'routes/operator/institutions.tsx'),
  route('institutions/new', 'routes/operator/institution-new.tsx'),
  route('institutions/:id', 'routes/operator/institution.tsx'),
  route('ledger', 'routes/operator/ledger.tsx'),
  route('ledger.xlsx', 'routes/operator/ledger-xlsx.ts'),
  route('ledger/:id', 'routes/operator/ledger-account.tsx'),
  route('ledger/:id/statement.xlsx', 'routes/operator/ledger-statement-xlsx.ts'),
];

/** /guarantee: guarantors and insurers. */
const guaranteePages: RouteConfigEntry[] = [
  index('routes/guarantee/requests.tsx'),
  route('contracts', 'routes/guarantee/contracts.tsx'),
  route('contracts/:id', 'routes/guarantee/contract.tsx'),
  route('contracts/:id/claim', 'routes/guarantee/claim.tsx'),
  route('limits', 'routes/guarantee/limits.tsx'),
  route('people', 'routes/guarantee/people.tsx'),
];

/** /provider: deliveries of a department. */
const providerPages: RouteConfigEntry[] = [
  index('routes/provider/desk.tsx'),
  route('upload', 'routes/provider/upload.tsx'),
  route('batches/:id', 'routes/provider/batch.tsx'),
  route('batches/:id/rejects.csv', 'routes/provider/batch-rejects.ts'),
  route('batches/:id/rows/:row/:record', 'routes/provider/batch-row.tsx'),
];

/** /regulator: statistics. */
const regulatorPages: RouteConfigEntry[] = [
  index('routes/operator/funnel.tsx', { id: 'routes/regulator/home' }),
];

/** /api: for machines. */
const apiRoutes: RouteConfigEntry[] = [
  route('industries', 'routes/api/industries.ts'),
  route('regions', 'routes/api/regions.ts'),
  route('credit-code', 'routes/api/credit-code.ts'),
];

export default [
  ...publicPages,
  ...prefix('my', enterprisePages),
  ...prefix('bank', bankPages),
  ...prefix('guarantee', guaranteePages),
  ...prefix('operator', operatorPages),
  ...prefix('provider', providerPages),
  ...prefix('regulator', regulatorPages),
  ...prefix('api', apiRoutes),
] satisfies RouteConfigEntry[];
