import type { Role } from '~/server/access/actor.ts';

/** One password for every demo account; they exist only in the demo province and only on loopback. */
export const demoPassword = 'Xinqiao-2026';

export type DemoAccount = {
  readonly login: string;
  readonly role: Role;
  readonly zh: string;
  readonly en: string;
  /** The institution (code) or scenario firm (key) that the account belongs to. */
  readonly institution?: string;
  readonly firm?: string;
  /** The branch of the bank (key); none is its head office. */
  readonly branch?: string;
};

export const demoAccounts: readonly DemoAccount[] = [
  { login: 'owner', role: 'owner', zh: '林晓禾', en: 'Lin Xiaohe', firm: 'bakery' },
  { login: 'clerk', role: 'clerk', zh: '何会计', en: 'Clerk He', firm: 'bakery' },
  { login: 'owner-loan', role: 'owner', zh: '周工', en: 'Zhou Gong', firm: 'machinery' },
  { login: 'owner-new', role: 'owner', zh: '吴新', en: 'Wu Xin', firm: 'start-up' },
  { login: 'logistics-owner', role: 'owner', zh: '田驰', en: 'Tian Chi', firm: 'logistics' },
  { login: 'trader', role: 'owner', zh: '马小面', en: 'Ma Xiaomian', firm: 'noodle-shop' },
  { login: 'officer', role: 'officer', zh: '陈经理', en: 'Officer Chen', institution: 'bank-qiaotou' },
  { login: 'reviewer', role: 'reviewer', zh: '郑审批', en: 'Reviewer Zheng', institution: 'bank-qiaotou' },
  {
    login: 'reviewer-2',
    role: 'reviewer',
    zh: '何复议',
    en: 'Reviewer He',
    institution: 'bank-qiaotou',
  },
  {
    login: 'bank-admin',
    role: 'institution-admin',
    zh: '钱管理',
    en: 'Administrator Qian',
    institution: 'bank-qiaotou',
  },
  {
    login: 'officer-east',
    role: 'officer',
    zh: '方支行',
    en: 'Officer Fang',
    institution: 'bank-qiaotou',
    branch: 'qiaotou-east',
  },
  {
    login: 'officer-west',
    role: 'officer',
    zh: '季支行',
    en: 'Officer Ji',
    institution: 'bank-qiaotou',
    branch: 'qiaotou-west',
  },
  { login: 'officer-b', role: 'officer', zh: '孙经理', en: 'Officer Sun', institution: 'bank-hezhou' },
  { login: 'reviewer-b', role: 'reviewer', zh: '李审批', en: 'Reviewer Li', institution: 'bank-hezhou' },
  { login: 'officer-c', role: 'officer', zh: '马经理', en: 'Officer Ma', institution: 'bank-yunling' },
  {
    login: 'guarantor',
    role: 'guarantee-officer',
    zh: '担保经办',
    en: 'Guarantee officer',
    institution: 'guarantor-province',
  },
  {
    login: 'guarantor-reviewer',
    role: 'guarantee-reviewer',
    zh: '担保复核',
    en: 'Guarantee reviewer',
    institution: 'guarantor-province',
  },
  {
    login: 'guarantor-admin',
    role: 'guarantee-admin',
    zh: '担保管理',
    en: 'Guarantor administrator',
    institution: 'guarantor-province',
  },
  {
    login: 'insurer',
    role: 'guarantee-officer',
    zh: '信保经办',
    en: 'Insurance officer',
    institution: 'insurer-huxin',
  },
  {
    login: 'insurer-reviewer',
    role: 'guarantee-reviewer',
    zh: '信保复核',
    en: 'Insurance reviewer',
    institution: 'insurer-huxin',
  },
  { login: 'liaison-tax', role: 'liaison', zh: '税务联络员', en: 'Tax liaison', institution: 'tax' },
  {
    login: 'liaison-reform',
    role: 'liaison',
    zh: '发展改革联络员',
    en: 'Development and reform liaison',
    institution: 'development-reform',
  },
  { login: 'liaison-court', role: 'liaison', zh: '法院联络员', en: 'Court liaison', institution: 'court' },
  {
    login: 'liaison-market',
    role: 'liaison',
    zh: '市场监管联络员',
    en: 'Market regulation liaison',
    institution: 'market-regulation',
  },
  {
    login: 'liaison-medical',
    role: 'liaison',
    zh: '医保联络员',
    en: 'Medical security liaison',
    institution: 'medical-security',
  },
  {
    login: 'station',
    role: 'regulator',
    zh: '服务中心专员',
    en: 'Station officer',
    institution: 'station-finance',
  },
  { login: 'regulator', role: 'regulator', zh: '监管员', en: 'Regulator', institution: 'regulator-finance' },
  {
    login: 'operator-data',
    role: 'data-operator',
    zh: '数据运营',
    en: 'Data operator',
    institution: 'platform',
  },
  {
    login: 'operator-data-b',
    role: 'data-operator',
    zh: '数据复核',
    en: 'Second data operator',
    institution: 'platform',
  },
  {
    login: 'operator-risk',
    role: 'risk-operator',
    zh: '风险运营',
    en: 'Risk operator',
    institution: 'platform',
  },
  {
    login: 'operator-risk-b',
    role: 'risk-operator',
    zh: '风险复核',
    en: 'Second risk operator',
    institution: 'platform',
  },
  {
    login: 'operator-funds',
    role: 'funds-operator',
    zh: '资金运营',
    en: 'Funds operator',
    institution: 'platform',
  },
  {
    login: 'operator-funds-b',
    role: 'funds-operator',
    zh: '资金复核',
    en: 'Second funds operator',
    institution: 'platform',
  },
  {
    login: 'system',
    role: 'system-admin',
    zh: '系统管理员',
    en: 'System administrator',
    institution: 'platform',
  },
  {
    login: 'security',
    role: 'security-admin',
    zh: '安全管理员',
    en: 'Security administrator',
    institution: 'platform',
  },
  {
    login: 'audit',
    role: 'audit-admin',
    zh: '审计管理员',
    en: 'Audit administrator',
    institution: 'platform',
  },
];
