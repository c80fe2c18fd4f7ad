import { applicationAddresses } from '#tests/security/application-addresses.ts';
import { bankCommands } from '#tests/security/bank-commands.ts';
import { caseCommands, caseObjects } from '#tests/security/case-objects.ts';
import { evidenceObjects } from '#tests/security/evidence-objects.ts';
import { guaranteeCommands, guaranteeObjects } from '#tests/security/guarantee-objects.ts';
import { personCommands } from '#tests/security/person-commands.ts';
import { postingCommands, postingObjects } from '#tests/security/posting-objects.ts';
import { rightsCommands, rightsObjects } from '#tests/security/rights-objects.ts';
import { scorecardObjects } from '#tests/security/scorecard-objects.ts';
import { signalObjects } from '#tests/security/signal-objects.ts';
import { supplyCommands, supplyObjects } from '#tests/security/supply-objects.ts';

/** What an address names: the rows that it can stand for, with the tenant that owns each. */
type Objects = {
  /** Gives `tenant` and one column for each parameter of the address. */
  readonly sql: string;
};

const byFirm = (table: string, name = 'id'): Objects => ({
  sql: `select enterprise_id::text as tenant, id::text as ${name} from ${table} order by id`,
});
const byBank = (table: string): Objects => ({
  sql: `select institution_id::text as tenant, id::text as id from ${table} where institution_id is not null order by id`,
});
const documents = (tenant: string): Objects => ({
  sql: `select ${tenant}::text as tenant, application_id::text as id, id::text as document from attachment order by id`,
});
const consentedApplications: Objects = {
  sql: `select a.institution_id::text as tenant, a.id::text as id from application a join consent c on c.id = a.consent_id
        where c.revoked_at is null order by a.id`,
};
const accounts: Objects = {
  sql: `select coalesce(institution_id, enterprise_id)::text as tenant, id::text as id from ledger_account
        where institution_id is not null order by code`,
};
const ofPlatform = (table: string, order: string): Objects => ({
  sql: `select '' as tenant, id::text as id from ${table} order by ${order}`,
});
const batches: Objects = {
  sql: `select provider_id::text as tenant, id::text as id from record_batch order by rows_quarantined desc, id`,
};
const quarantined: Objects = {
  sql: `select provider_id::text as tenant, batch_id::text as id, row_no::text as "row", record_no::text as record
        from quarantine_row where replayed_at is null order by batch_id, row_no`,
};

/** The rows behind each address with parameters. A new address without an entry here fails the matrix. */
export const objects: { readonly [pattern: string]: Objects } = {
  '/my/loans/:id': byFirm('loan'),
  ...rightsObjects,
  ...applicationAddresses,
  '/my/needs/:id': byFirm('need'),
  ...postingObjects,
  '/my/score/:sheetId': byFirm('score_sheet', '"sheetId"'),
  ...scorecardObjects,
  '/bank/applications/:id/report': consentedApplications,
  ...supplyObjects,
  '/bank/applications/:id/report.pdf': consentedApplications,
  '/bank/applications/:id/report.json': consentedApplications,
  '/my/consents/:id': byFirm('consent'),
  '/my/consents/:id/receipt.json': byFirm('consent'),
  '/my/applications/:id': byFirm('application'),
  '/my/applications/:id/documents/:document': documents('enterprise_id'),
  '/my/applications/:id/messages.json': byFirm('application'),
  '/bank/loans/:id': byBank('loan'),
  '/bank/payments/:id': byBank('repayment_file'),
  '/bank/payments/:id/rejects.csv': byBank('repayment_file'),
  '/bank/loans/:id/guarantees': byBank('loan'),
  '/bank/loans/:id/circle': byBank('loan'),
  '/bank/subsidies/:id': byBank('loan'),
  ...guaranteeObjects,
  '/operator/subsidies/:id': ofPlatform('subsidy_run', 'id'),
  '/operator/subsidies/:id/export.csv': ofPlatform('subsidy_run', 'id'),
  '/operator/subsidies/:id/export.xlsx': ofPlatform('subsidy_run', 'id'),
  '/operator/reclaims/:id': ofPlatform('subsidy_reclaim', 'id'),
  '/operator/first-loans/:id': ofPlatform('loan', 'id'),
  ...caseObjects,
  '/bank/applications/:id': consentedApplications,
  '/bank/applications/:id/documents/:document': documents('institution_id'),
  ...evidenceObjects,
  '/bank/applications/:id/records.csv': consentedApplications,
  '/bank/applications/:id/messages.json': byBank('application'),
  '/bank/claims/:id': byBank('compensation_claim'),
  '/bank/claims/:id/duty.pdf': byBank('compensation_claim'),
  '/bank/enrolments/:id': byBank('enrolment'),
  '/bank/ledger/:id': accounts,
  '/bank/ledger/:id/statement.xlsx': accounts,
  '/operator/ledger/:id': accounts,
  '/operator/ledger/:id/statement.xlsx': accounts,
  '/api/v1/withdrawals/:id/acknowledgements': byBank('consent'),
  '/api/v1/batches/:id': batches,
  '/api/v1/batches/:id/rejects': batches,
  '/api/v1/batches/:id/replays': batches,
  '/operator/catalogue-drafts/:id': {
    sql: `select '' as tenant, id::text as id from catalogue_draft order by code`,
  },
  '/provider/batches/:id': batches,
  '/provider/batches/:id/rejects.csv': batches,
  '/provider/batches/:id/rows/:row/:record': quarantined,
  '/operator/batches/:id': batches,
  '/operator/batches/:id/rejects.csv': batches,
  '/operator/batches/:id/rows/:row/:record': quarantined,
  '/operator/pools/:id': {
    sql: `select '' as tenant, id::text as id from compensation_pool where portfolio is null order by code`,
  },
  '/operator/claims/:id': byBank('compensation_claim'),
  '/operator/claims/:id/duty.pdf': byBank('compensation_claim'),
  '/operator/settlements/:id': ofPlatform('settlement_batch', 'proposed_at'),
  '/operator/funded/:id': byBank('loan'),
  '/operator/funded/:id/portrait': byBank('loan'),
  '/operator/funded/:id/circle': byBank('loan'),
  '/products/:id': {
    sql: `select '' as tenant, id::text as id from product where state = 'published' order by id`,
  },
  '/bank/product-drafts/:id': byBank('product_draft'),
  '/bank/webhooks/:id': byBank('webhook_endpoint'),
  '/operator/policies/:code': {
    sql: `select '' as tenant, code from policy_version where kind = 'subsidy' order by code`,
  },
  '/operator/policies/:code/compare': {
    sql: `select '' as tenant, code from policy_version where kind = 'subsidy' order by code`,
  },
  '/operator/simulations/:id': ofPlatform('policy_simulation', 'ordered_at'),
  ...signalObjects,
  '/operator/privacy/assessments/:id': ofPlatform('impact_assessment', 'made_at'),
  '/operator/privacy/breaches/:id': ofPlatform('breach', 'discovered_at'),
  '/operator/emergency/:id': ofPlatform('glass_break', 'asked_at'),
  '/operator/institutions/:id': {
    sql: 'select id::text as tenant, id::text as id from institution order by code',
  },
};

/** Pages that need a search parameter naming a row of the reader's own. */
export const searches: { readonly [pattern: string]: { readonly sql: string } } = {
  '/my/offers/compare': {
    sql: 'select enterprise_id::text as tenant, id::text as need from need order by id',
  },
  '/my/applications/new': {
    sql: `select n.enterprise_id::text as tenant, n.id::text as need, p.id::text as products
          from need n cross join lateral (select id from product where state = 'published' and institution_id is not null
                                          order by id limit 1) p order by n.id`,
  },
};

type Sent = {
  readonly fields: { readonly [name: string]: string };
  readonly sql?: string;
  /** The field of a document that goes with it. */
  readonly file?: string;
};

/**
 * Fields with which a command on a row would be carried out if the row were the sender's. `row` is a row of another
 * tenant, found by `sql` where the address does not name one. A command on rows without an entry here fails the matrix.
 */
export const commands: { readonly [patternAndIntent: string]: Sent } = {
  ...rightsCommands,
  ...bankCommands,
  ...personCommands,
  ...supplyCommands,
  '/my/alerts/:id': { fields: { text: '情况说明：款项已于本周付清。' } },
  '/my/needs/:id close': { fields: {} },
  ...postingCommands,
  '/my/consents/:id': { fields: { intent: 'withdraw' } },
  '/my/consents': {
    fields: { intent: 'withdraw' },
    sql: `select enterprise_id::text as tenant, id::text as consent from consent where revoked_at is null order by id`,
  },
  '/my/applications/:id withdraw': { fields: {} },
  '/my/applications/new': {
    fields: { amount: '50', termMonths: '12' },
    sql: `select n.enterprise_id::text as tenant, n.id::text as "needId", p.id::text as products
          from need n cross join lateral (select id from product where state = 'published' and institution_id is not null
                                          order by id limit 1) p order by n.id`,
  },
  '/my/applications/:id attach': { fields: {}, file: 'documents' },
  '/my/offers/compare': {
    fields: { answer: 'accept' },
    sql: `select enterprise_id::text as tenant, id::text as application from application where state = 'approved' order by id`,
  },
  '/my/people revoke': {
    fields: {},
    sql: `select enterprise_id::text as tenant, id::text as id from invitation where enterprise_id is not null`,
  },
  '/my/people standing': {
    fields: { to: 'disabled' },
    sql: `select enterprise_id::text as tenant, id::text as id from user_account where enterprise_id is not null order by id`,
  },
  '/bank/people standing': {
    fields: { to: 'disabled' },
    sql: `select institution_id::text as tenant, id::text as id from user_account where role = 'officer' order by id`,
  },
  '/bank/people revoke': {
    fields: {},
    sql: `select coalesce(enterprise_id, institution_id)::text as tenant, id::text as id from invitation`,
  },
  '/my/subsidies refuse': {
    fields: {},
    sql: `select enterprise_id::text as tenant, id::text as "loanId" from loan order by id`,
  },
  '/my/subsidies take-up': {
    fields: {},
    sql: `select enterprise_id::text as tenant, id::text as "loanId" from loan order by id`,
  },
  '/bank/subsidies/:id purpose': { fields: { percent: '60' } },
  '/bank/subsidies/:id report': {
    fields: { cause: 'wealth-product', misuseOn: '2026-11-01', note: '资金转入理财。' },
  },
  ...guaranteeCommands,
  '/guarantee/contracts/:id/claim claim': {
    fields: {
      determinedOn: '2026-11-20',
      causes: 'market',
      'reference-collection-record': 'C-1',
      'on-collection-record': '2026-11-20',
    },
  },
  '/guarantee/contracts/:id/claim complete': { fields: { note: '已补充材料。' } },
  '/guarantee/contracts/:id/claim withdraw': { fields: {} },
  '/guarantee/contracts/:id/claim recover': {
    fields: { receivedOn: '2026-11-20', gross: '1', costs: '0' },
  },
  '/guarantee/people standing': {
    fields: { to: 'disabled' },
    sql: `select institution_id::text as tenant, id::text as id from user_account where role = 'guarantee-officer' order by id`,
  },
  '/guarantee/people revoke': {
    fields: {},
    sql: `select coalesce(enterprise_id, institution_id)::text as tenant, id::text as id from invitation`,
  },
  '/bank/applications/:id pick-up': { fields: {} },
  '/bank/applications/:id approve': {
    fields: {
      amount: '100',
      termMonths: '12',
      rate: '3.65',
      method: 'equal-instalment',
      dayCount: 'actual360',
      validUntil: '2026-12-20',
    },
  },
  '/bank/applications/:id decline': { fields: { reasons: 'documents-incomplete' } },
  '/bank/applications/:id decide': { fields: { answer: 'confirm', proposal: '0'.repeat(64) } },
  '/bank/applications/:id contract': { fields: { contractNo: 'HT-1', contractOn: '2026-11-23' } },
  '/bank/applications/:id disburse': { fields: { disbursedOn: '2026-11-23' } },
  '/bank/loans/:id repayment': { fields: { paidOn: '2026-11-23', principal: '1', interest: '1' } },
  '/bank/loans/:id recovery': { fields: { paidOn: '2026-11-23', principal: '1', interest: '1' } },
  '/bank/loans/:id reversal': { fields: { event: '00000000-0000-4000-8000-000000000000' } },
  '/bank/loans/:id drawdown': { fields: { on: '2026-11-23', amount: '1' } },
  '/bank/loans/:id rate-change': { fields: { on: '2026-11-23', rate: '3' } },
  '/bank/loans/:id extension': { fields: { on: '2026-11-23', months: '3', reason: '订单回款推迟' } },
  '/bank/loans/:id restructuring': {
    fields: { on: '2026-11-23', months: '12', rate: '3', method: 'equal-principal', reason: '经营困难' },
  },
  '/bank/loans/:id renewal': {
    fields: {
      on: '2026-11-23',
      contractNo: 'XD-1',
      months: '12',
      rate: '3',
      method: 'bullet-monthly',
      size: 'small',
    },
  },
  '/bank/loans/:id write-off': { fields: { on: '2026-11-23', reason: '已破产终结' } },
  '/bank/loans/:id decide-write-off': { fields: { answer: 'confirm' } },
  '/bank/enrolments/:id': {
    fields: {
      ...{ determinedOn: '2026-11-20', causes: 'market', guarantor: '0', insurer: '0' },
      ...{ 'reference-collection-record': '催-1', 'on-collection-record': '2026-11-20' },
      ...{ 'reference-loss-determination': '损-1', 'on-loss-determination': '2026-11-20' },
    },
  },
  '/bank/claims/:id complete': { fields: { note: '材料已补齐。' } },
  '/bank/claims/:id withdraw': { fields: {} },
  '/bank/claims/:id recover': { fields: { receivedOn: '2026-11-20', gross: '100', costs: '0' } },
  ...caseCommands,
  '/bank/withdrawals': {
    fields: { step: 'stopped' },
    sql: `select institution_id::text as tenant, id::text as consent from consent where revoked_at is not null order by id`,
  },
  '/provider/batches/:id replay': { fields: {} },
  '/provider/batches/:id mend': { fields: {}, file: 'file' },
  '/bank/modelling/:id measure': { fields: { name: '检验' }, file: 'file' },
  '/provider/batches/:id/rows/:row/:record': { fields: {} },
  '/operator/batches/:id replay': { fields: {} },
  '/operator/batches/:id mend': { fields: {}, file: 'file' },
  '/operator/batches/:id/rows/:row/:record': { fields: {} },
  '/invite/:token': { fields: { name: '某人', login: 'somebody-new', password: 'Nobody-Guesses-1' } },
  '/inbox open': {
    fields: {},
    sql: `select coalesce(enterprise_id, institution_id)::text as tenant, id::text as id from notification order by id`,
  },
};
