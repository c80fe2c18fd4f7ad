import type { Actor, Role } from '~/server/access/actor.ts';
import { houseOf } from '~/server/access/actor.ts';

/**
 * How far a permission reaches. `own`: rows of the actor's firm or institution. `consented`: a firm's facts through a
 * consent checked at this read. `any`: the whole platform.
 */
export type Reach = 'own' | 'consented' | 'any';

type Grants = { readonly [R in Role]?: Reach };

const firm = { owner: 'own', clerk: 'own' } as const satisfies Grants;
const firmOwner = { owner: 'own' } as const satisfies Grants;
const bank = { officer: 'own', reviewer: 'own', 'institution-admin': 'own' } as const satisfies Grants;
const bankDesk = { officer: 'own', reviewer: 'own' } as const satisfies Grants;
const bankConsented = { officer: 'consented', reviewer: 'consented' } as const satisfies Grants;
const guarantor = {
  'guarantee-officer': 'own',
  'guarantee-reviewer': 'own',
  'guarantee-admin': 'own',
} as const satisfies Grants;
const dataDesk = { 'data-operator': 'any' } as const satisfies Grants;
const riskDesk = { 'risk-operator': 'any' } as const satisfies Grants;
const fundsDesk = { 'funds-operator': 'any' } as const satisfies Grants;

/** Permission × role × reach: the one reviewed table. What is not here is refused. */
export const policy = {
  'account.manage-own': {
    ...firm,
    ...bank,
    ...guarantor,
    liaison: 'own',
    regulator: 'own',
    ...dataDesk,
    ...riskDesk,
    ...fundsDesk,
    'system-admin': 'own',
    'security-admin': 'own',
    'audit-admin': 'own',
  },
  'notification.read': {
    ...firm,
    ...bank,
    ...guarantor,
    liaison: 'own',
    regulator: 'own',
    ...dataDesk,
    ...riskDesk,
    ...fundsDesk,
  },
  'enterprise.read-own': firm,
  'enterprise.update-own': firm,
  'enterprise.invite': firmOwner,
  'record.read-own': firm,
  'declaration.read-own': firm,
  'declaration.sign': firmOwner,
  'declaration.answer': firm,
  'declaration.check': dataDesk,
  'objection.read-own': firm,
  'objection.file': firm,
  'repair.file': firmOwner,
  'restatement.read-own': firm,
  'consent.read-own': firm,
  'consent.grant': firmOwner,
  'consent.withdraw': firmOwner,
  'consent.restrict': firmOwner,
  'consent.acknowledge': bank,
  'consent.chase': { ...dataDesk, 'security-admin': 'any' },
  'privacy.read-own': firm,
  'privacy.name-person': firmOwner,
  'privacy.ask-person': bankDesk,
  'privacy.registers': { 'security-admin': 'any', ...dataDesk },
  'privacy.glass-list': { ...dataDesk, ...riskDesk, 'security-admin': 'any', 'audit-admin': 'any' },
  'privacy.glass-ask': { ...dataDesk, ...riskDesk },
  'privacy.glass-decide': { 'security-admin': 'any' },
  'privacy.glass-review': { 'audit-admin': 'any' },
  'privacy.denials': { 'audit-admin': 'any', 'security-admin': 'any' },
  'score.read-own': firm,
  'report.make-own': firm,
  'report.batch': riskDesk,
  'modelling.study': bankDesk,
  'modelling.list-public': bankDesk,
  'modelling.read': { ...dataDesk, ...riskDesk },
  'modelling.propose': { ...dataDesk, ...riskDesk },
  'modelling.decide': riskDesk,
  'need.write': firm,
  'need.read-answers': firm,
  'need.post': firmOwner,
  'need.read-posted': bankDesk,
  'need.answer': { officer: 'own' },
  'need.nominate': { liaison: 'own', ...riskDesk },
  'need.review-nomination': riskDesk,
  'match.read-own': firm,
  'application.read-own': firm,
  'application.submit': firmOwner,
  'application.withdraw': firmOwner,
  'offer.answer': firmOwner,
  'application.read-trade': firm,
  'application.ask-buyer': firmOwner,
  'application.answer-trade': firmOwner,
  'loan.read-own': firm,
  'loan.join-cultivation': firmOwner,
  'compensation.read-own': firm,
  'alert.read-own': firm,
  'alert.answer': firm,
  'application.read-inbox': bank,
  'application.read-file': bankConsented,
  'application.pick-up': { officer: 'own' },
  'application.propose': { officer: 'own' },
  'application.decide': { reviewer: 'own' },
  'application.assign': { reviewer: 'own', 'institution-admin': 'own' },
  'application.declare-interest': bankDesk,
  'application.read-authority': bank,
  'application.set-authority': { 'institution-admin': 'own' },
  'application.lend-authority': { reviewer: 'own' },
  'loan.read-portfolio': bank,
  'loan.record': bankDesk,
  'loan.cultivate': bankDesk,
  'compensation.read-bank': bank,
  'compensation.claim': bankDesk,
  'compensation.read-guarantor': guarantor,
  'compensation.claim-guarantor': { 'guarantee-officer': 'own' },
  'alert.read-inbox': bankDesk,
  'alert.close': bankDesk,
  'product.read-own': bank,
  'product.draft': { officer: 'own', 'institution-admin': 'own' },
  'product.decide': { reviewer: 'own', 'institution-admin': 'own' },
  'institution.manage-users': { 'institution-admin': 'own' },
  'guarantee.manage-users': { 'guarantee-admin': 'own' },
  'guarantee.request': bankDesk,
  'guarantee.read-loan': bank,
  'guarantee.read-desk': guarantor,
  'guarantee.propose': { 'guarantee-officer': 'own' },
  'guarantee.decide': { 'guarantee-reviewer': 'own' },
  'guarantee.record': { 'guarantee-officer': 'own' },
  'guarantee.state-assets': { 'guarantee-admin': 'own' },
  'subsidy.read-own': firm,
  'subsidy.choose': firmOwner,
  'subsidy.read-portfolio': bank,
  'subsidy.state-purpose': bankDesk,
  'subsidy.report-misuse': bankDesk,
  'loan.state-money': { ...bankDesk, ...fundsDesk },
  'subsidy.read-desk': fundsDesk,
  'loan.judge-first': fundsDesk,
  'loan.read-office-list': { regulator: 'own' },
  'loan.appoint-office': riskDesk,
  'loan.agree-office': firmOwner,
  'subsidy.settle': fundsDesk,
  'subsidy.decide': fundsDesk,
  'subsidy.reclaim': fundsDesk,
  'record.read-deliveries': { liaison: 'own', ...dataDesk },
  'record.deliver': { liaison: 'own', ...dataDesk },
  'record.trace': dataDesk,
  'record.reconcile': dataDesk,
  'record.replay': { liaison: 'own', ...dataDesk },
  'objection.read-desk': { liaison: 'own', ...dataDesk },
  'objection.answer': { liaison: 'own' },
  'objection.check': dataDesk,
  'repair.decide': { liaison: 'own' },
  'repair.replay-sealed': { 'audit-admin': 'any' },
  'restatement.read-notices': bankDesk,
  'restatement.handle': bankDesk,
  'catalogue.read': { liaison: 'own', ...dataDesk, ...riskDesk },
  'record.read-scorecard-own': { liaison: 'own' },
  'overview.impact': { ...dataDesk, ...riskDesk },
  'catalogue.draft': dataDesk,
  'catalogue.publish': dataDesk,
  'institution.read': { ...dataDesk, ...riskDesk, 'system-admin': 'any', 'security-admin': 'any' },
  'record.manage-endpoint': { liaison: 'own' },
  'institution.manage-clients': { liaison: 'own', 'institution-admin': 'own' },
  'institution.admit': { 'security-admin': 'any' },
  'overview.desk': {
    ...dataDesk,
    ...riskDesk,
    ...fundsDesk,
    'system-admin': 'any',
    'security-admin': 'any',
    'audit-admin': 'any',
  },
  'overview.funded-firms': riskDesk,
  'overview.loan-quality': { ...bank, ...riskDesk, regulator: 'any' },
  'overview.funnel': { ...dataDesk, ...riskDesk, regulator: 'any' },
  'policy.read': { ...fundsDesk, ...riskDesk, ...dataDesk },
  'policy.draft': fundsDesk,
  'policy.publish': fundsDesk,
  'policy.simulate': fundsDesk,
  'alert.follow-up': riskDesk,
  'compensation.operate': fundsDesk,
  'ledger.read': fundsDesk,
  'ledger.read-own': bank,
  'ledger.close-period': fundsDesk,
  'audit.search': { 'audit-admin': 'any' },
  'user.manage': { 'system-admin': 'any' },
} as const satisfies { readonly [permission: string]: Grants };

export type Permission = keyof typeof policy;

/** How far the actor may use a permission, or null. */
export function reachOf(actor: Actor, permission: Permission): Reach | null {
  if (actor.kind !== 'person') return null;
  const grants: Grants = policy[permission];
  return grants[actor.role] ?? null;
}

/** The page a person starts on. */
export const homeOf = (role: Role): string =>
  ({
    enterprise: '/my',
    institution: '/bank',
    guarantor: '/guarantee',
    provider: '/provider',
    regulator: '/regulator',
    operator: '/operator',
  })[houseOf[role]];
