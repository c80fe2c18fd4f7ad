import type { House, Role } from '~/domain/institution/role.ts';
import type { Translate } from '~/text/define.ts';
import type { shellText } from '~/text/shell.ts';
import type { NavIcon } from '~/ui/parts/icons.ts';
import type { NavGroup } from '~/ui/parts/shell.tsx';

type Entry = {
  readonly to: string;
  readonly text: keyof typeof shellText;
  readonly icon: NavIcon;
  readonly roles?: readonly Role[];
  readonly end?: boolean;
};
type Group = { readonly text?: keyof typeof shellText; readonly entries: readonly Entry[] };

/** The side navigation of each house, in reading order. An entry with `roles` is shown only to them. */
const navigation: { readonly [H in House]: readonly Group[] } = {
  enterprise: [
    { entries: [{ to: '/my', text: 'nav.home', icon: 'home', end: true }] },
    {
      text: 'nav.group.credit',
      entries: [
        { to: '/my/data', text: 'nav.data', icon: 'data' },
        { to: '/my/declaration', text: 'nav.declaration', icon: 'application' },
        { to: '/my/rights', text: 'nav.rights', icon: 'policy' },
        { to: '/my/consents', text: 'nav.consents', icon: 'consent' },
        { to: '/my/persons', text: 'nav.persons', icon: 'people' },
        { to: '/my/data-rights', text: 'nav.data-rights', icon: 'security' },
        { to: '/my/score', text: 'nav.score', icon: 'score' },
        { to: '/my/reports', text: 'nav.reports', icon: 'list' },
      ],
    },
    {
      text: 'nav.group.finance',
      entries: [
        { to: '/my/needs', text: 'nav.needs', icon: 'match' },
        { to: '/my/applications', text: 'nav.applications', icon: 'application' },
        { to: '/my/first-loan', text: 'nav.first-loan', icon: 'people' },
        { to: '/my/open-to-banks', text: 'nav.open-to-banks', icon: 'match' },
        { to: '/my/trade', text: 'nav.trade', icon: 'consent' },
        { to: '/my/loans', text: 'nav.loans', icon: 'loan' },
        { to: '/my/subsidies', text: 'nav.my-subsidies', icon: 'subsidy' },
        { to: '/my/compensation', text: 'nav.compensation', icon: 'security' },
        { to: '/my/alerts', text: 'nav.alerts', icon: 'alert' },
        { to: '/products', text: 'nav.products', icon: 'product' },
      ],
    },
    {
      text: 'nav.group.firm',
      entries: [
        { to: '/my/profile', text: 'nav.profile', icon: 'enterprise' },
        { to: '/my/people', text: 'nav.people', icon: 'people', roles: ['owner'] },
        { to: '/inbox', text: 'nav.inbox', icon: 'inbox' },
      ],
    },
  ],
  institution: [
    {
      entries: [
        { to: '/bank', text: 'nav.bank.inbox', icon: 'inbox', end: true },
        { to: '/bank/needs', text: 'nav.bank.needs', icon: 'match', roles: ['officer', 'reviewer'] },
        {
          to: '/bank/first-loans',
          text: 'nav.first-loan',
          icon: 'people',
          roles: ['officer', 'reviewer'],
        },
        {
          to: '/bank/prospects',
          text: 'nav.bank.prospects',
          icon: 'enterprise',
          roles: ['officer', 'reviewer'],
        },
        { to: '/bank/loans', text: 'nav.bank.loans', icon: 'loan' },
        { to: '/bank/month', text: 'nav.bank.month', icon: 'chart' },
        { to: '/bank/quality', text: 'nav.quality', icon: 'chart' },
        { to: '/bank/payments', text: 'nav.bank.payments', icon: 'upload', roles: ['officer', 'reviewer'] },
        { to: '/bank/subsidies', text: 'nav.bank.subsidies', icon: 'subsidy' },
        { to: '/bank/claims', text: 'nav.compensation', icon: 'security' },
        { to: '/bank/alerts', text: 'nav.bank.alerts', icon: 'alert', roles: ['officer', 'reviewer'] },
        {
          to: '/bank/restatements',
          text: 'nav.bank.restatements',
          icon: 'score',
          roles: ['officer', 'reviewer'],
        },
        { to: '/bank/products', text: 'nav.bank.products', icon: 'product' },
        { to: '/bank/ledger', text: 'nav.bank.ledger', icon: 'list' },
        { to: '/bank/modelling', text: 'nav.bank.modelling', icon: 'score', roles: ['officer', 'reviewer'] },
        {
          to: '/bank/public-list',
          text: 'nav.bank.public-list',
          icon: 'data',
          roles: ['officer', 'reviewer'],
        },
        { to: '/bank/withdrawals', text: 'nav.bank.withdrawals', icon: 'consent' },
        { to: '/bank/persons', text: 'nav.bank.persons', icon: 'people', roles: ['officer', 'reviewer'] },
        { to: '/bank/authority', text: 'nav.bank.authority', icon: 'policy' },
        { to: '/bank/branches', text: 'nav.bank.branches', icon: 'data', roles: ['institution-admin'] },
        { to: '/bank/people', text: 'nav.people', icon: 'people', roles: ['institution-admin'] },
        { to: '/bank/clients', text: 'nav.bank.clients', icon: 'security', roles: ['institution-admin'] },
        { to: '/bank/webhooks', text: 'nav.bank.webhooks', icon: 'bell', roles: ['institution-admin'] },
        { to: '/inbox', text: 'nav.inbox', icon: 'bell' },
      ],
    },
  ],
  guarantor: [
    {
      entries: [
        { to: '/guarantee', text: 'nav.guarantee.requests', icon: 'inbox', end: true },
        { to: '/guarantee/contracts', text: 'nav.guarantee.contracts', icon: 'consent' },
        { to: '/guarantee/limits', text: 'nav.guarantee.limits', icon: 'score' },
        { to: '/guarantee/people', text: 'nav.people', icon: 'people', roles: ['guarantee-admin'] },
        { to: '/inbox', text: 'nav.inbox', icon: 'bell' },
      ],
    },
  ],
  provider: [
    {
      entries: [
        { to: '/provider', text: 'nav.provider.batches', icon: 'data', end: true },
        { to: '/provider/upload', text: 'nav.provider.upload', icon: 'upload' },
        { to: '/provider/scorecard', text: 'nav.provider.scorecard', icon: 'chart' },
        { to: '/provider/recommended', text: 'nav.recommended', icon: 'match' },
        { to: '/provider/dispatches', text: 'nav.provider.dispatches', icon: 'chart' },
        { to: '/provider/clients', text: 'nav.provider.clients', icon: 'security' },
        { to: '/provider/verification', text: 'nav.provider.verification', icon: 'list' },
        { to: '/provider/rights', text: 'nav.rights', icon: 'policy' },
        { to: '/inbox', text: 'nav.inbox', icon: 'bell' },
      ],
    },
  ],
  regulator: [
    {
      entries: [
        { to: '/regulator', text: 'nav.funnel', icon: 'chart', end: true },
        { to: '/regulator/quality', text: 'nav.quality', icon: 'chart' },
        { to: '/regulator/returns', text: 'nav.returns', icon: 'list' },
        { to: '/regulator/month', text: 'nav.bank.month', icon: 'loan' },
        { to: '/inbox', text: 'nav.inbox', icon: 'bell' },
      ],
    },
  ],
  operator: [
    {
      entries: [
        { to: '/operator', text: 'nav.operator.home', icon: 'home', end: true },
        { to: '/operator/funded', text: 'nav.operator.funded', icon: 'monitoring', roles: ['risk-operator'] },
        { to: '/operator/alerts', text: 'nav.operator.alerts', icon: 'alert', roles: ['risk-operator'] },
        { to: '/operator/loans', text: 'nav.bank.month', icon: 'loan', roles: ['risk-operator'] },
        { to: '/operator/returns', text: 'nav.returns', icon: 'list', roles: ['risk-operator'] },
        { to: '/operator/quality', text: 'nav.quality', icon: 'chart', roles: ['risk-operator'] },
        {
          to: '/operator/funnel',
          text: 'nav.funnel',
          icon: 'chart',
          roles: ['data-operator', 'risk-operator'],
        },
        { to: '/operator/recommended', text: 'nav.recommended', icon: 'match', roles: ['risk-operator'] },
        { to: '/operator/pools', text: 'nav.operator.pools', icon: 'security', roles: ['funds-operator'] },
        {
          to: '/operator/catalogue',
          text: 'nav.operator.catalogue',
          icon: 'list',
          roles: ['data-operator', 'risk-operator'],
        },
        { to: '/operator/providers', text: 'nav.operator.providers', icon: 'data', roles: ['data-operator'] },
        {
          to: '/operator/dispatches',
          text: 'nav.provider.dispatches',
          icon: 'chart',
          roles: ['data-operator'],
        },
        { to: '/operator/batches', text: 'nav.operator.batches', icon: 'list', roles: ['data-operator'] },
        { to: '/operator/conflicts', text: 'nav.operator.conflicts', icon: 'list', roles: ['data-operator'] },
        {
          to: '/operator/lineage',
          text: 'nav.operator.lineage',
          icon: 'institution',
          roles: ['data-operator'],
        },
        {
          to: '/operator/declarations',
          text: 'nav.operator.declarations',
          icon: 'application',
          roles: ['data-operator'],
        },
        { to: '/operator/rights', text: 'nav.rights', icon: 'policy', roles: ['data-operator'] },
        { to: '/operator/upload', text: 'nav.provider.upload', icon: 'upload', roles: ['data-operator'] },
        {
          to: '/operator/cards',
          text: 'nav.operator.cards',
          icon: 'score',
          roles: ['data-operator', 'risk-operator'],
        },
        { to: '/operator/reports', text: 'nav.operator.reports', icon: 'list', roles: ['risk-operator'] },
        {
          to: '/operator/institutions',
          text: 'nav.operator.institutions',
          icon: 'institution',
          roles: ['data-operator', 'risk-operator', 'system-admin', 'security-admin'],
        },
        {
          to: '/operator/signals',
          text: 'nav.operator.signals',
          icon: 'alert',
          roles: ['risk-operator', 'funds-operator', 'data-operator', 'audit-admin'],
        },
        {
          to: '/operator/policies',
          text: 'nav.operator.policies',
          icon: 'policy',
          roles: ['funds-operator', 'risk-operator', 'data-operator'],
        },
        {
          to: '/operator/simulations',
          text: 'nav.operator.simulations',
          icon: 'chart',
          roles: ['funds-operator'],
        },
        {
          to: '/operator/subsidies',
          text: 'nav.operator.subsidies',
          icon: 'subsidy',
          roles: ['funds-operator'],
        },
        {
          to: '/operator/reclaims',
          text: 'nav.operator.reclaims',
          icon: 'list',
          roles: ['funds-operator'],
        },
        {
          to: '/operator/first-loans',
          text: 'nav.operator.first-loans',
          icon: 'loan',
          roles: ['funds-operator'],
        },
        { to: '/operator/ledger', text: 'nav.operator.ledger', icon: 'list', roles: ['funds-operator'] },
        {
          to: '/operator/privacy',
          text: 'nav.operator.privacy',
          icon: 'security',
          roles: ['data-operator', 'security-admin'],
        },
        {
          to: '/operator/emergency',
          text: 'nav.operator.emergency',
          icon: 'alert',
          roles: ['data-operator', 'risk-operator', 'security-admin', 'audit-admin'],
        },
        {
          to: '/operator/denials',
          text: 'nav.operator.denials',
          icon: 'audit',
          roles: ['security-admin', 'audit-admin'],
        },
        {
          to: '/operator/withdrawals',
          text: 'nav.operator.withdrawals',
          icon: 'consent',
          roles: ['data-operator', 'security-admin'],
        },
        { to: '/operator/users', text: 'nav.operator.users', icon: 'people', roles: ['system-admin'] },
        { to: '/operator/audit', text: 'nav.operator.audit', icon: 'audit', roles: ['audit-admin'] },
        { to: '/operator/sealed', text: 'nav.operator.sealed', icon: 'security', roles: ['audit-admin'] },
      ],
    },
  ],
};

/** The navigation groups of a person, worded. */
export function navigationFor(house: House, role: Role, t: Translate<typeof shellText>): NavGroup[] {
  return navigation[house].map((group) => ({
    ...(group.text && { label: t(group.text) }),
    items: group.entries
      .filter((entry) => !entry.roles || entry.roles.includes(role))
      .map((entry) => ({
        to: entry.to,
        label: t(entry.text),
        icon: entry.icon as never,
        ...(entry.end && { end: true }),
      })),
  }));
}
