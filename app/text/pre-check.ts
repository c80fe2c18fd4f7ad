import type { CheckName, Finding } from '~/domain/application/pre-check.ts';
import { defineText, type Locale } from '~/text/define.ts';
import { showDay, showPpm } from '~/text/format.ts';

type Facts = Finding['facts'];
type Sentence = (facts: Facts) => string;

const share = (facts: Facts, name: string, locale: Locale) => showPpm(Number(facts[name]), locale, 0);

const relationZh: Record<string, string> = {
  'legal-representative': '法定代表人',
  owner: '所有者',
  spouse: '配偶',
  'co-borrower': '共同借款人',
};
const relationEn: Record<string, string> = {
  'legal-representative': 'the legal representative',
  owner: 'an owner',
  spouse: 'a spouse',
  'co-borrower': 'a co-borrower',
};

/** What a check before forwarding found, and what the firm does about it (domain.md row F10). */
export const findingWords: { readonly [C in CheckName]: { readonly [L in Locale]: Sentence } } = {
  'in-business': {
    'zh-CN': () => '登记状态不是存续，不能申请贷款。如登记有误，请在“我的数据”中对登记信息提出异议。',
    en: () =>
      'The register does not show the firm as in business, so it cannot apply. If that is wrong, object to the registration under “My data”.',
  },
  'founding-day': {
    'zh-CN': (f) =>
      `成立日期 ${showDay(String(f.on), 'zh-CN')} 不可能成立。请在“企业资料”中核对，或对登记信息提出异议。`,
    en: (f) =>
      `Founded on ${showDay(String(f.on), 'en')}: that cannot be. Check the firm’s profile, or object to the registration.`,
  },
  'person-age': {
    'zh-CN': (f) =>
      `${relationZh[String(f.relation)] ?? '已指名的人'}的出生日期不可能成立：年龄须在 ${f.leastYears} 至 ${f.mostYears} 岁之间。请在“本人授权”中核对身份证号，重新指名。`,
    en: (f) =>
      `The birthday of ${relationEn[String(f.relation)] ?? 'a person named'} cannot be right: the age must lie between ${f.leastYears} and ${f.mostYears}. Check the identity number under “Personal consents” and name the person again.`,
  },
  'owner-shares': {
    'zh-CN': (f) =>
      `登记的持股比例合计 ${share(f, 'sumPpm', 'zh-CN')}，超过全部股权。请到登记机关更正，或对登记信息提出异议。`,
    en: (f) =>
      `The shares on the register add up to ${share(f, 'sumPpm', 'en')}, more than the whole. Have the register corrected, or object to the record.`,
  },
  'owners-named': {
    'zh-CN': (f) =>
      `登记持股 ${share(f, 'sharePpm', 'zh-CN')} 以上的自然人尚未指名：${f.names}。银行会要求他们本人授权；请在“本人授权”中指名，或确认由银行另行联系。`,
    en: (f) =>
      `People who own ${share(f, 'sharePpm', 'en')} or more by the register are not named yet: ${f.names}. The bank will ask for their own consent. Name them under “Personal consents”, or confirm that the bank contacts them.`,
  },
  'twin-firm': {
    'zh-CN': (f) =>
      `同一地区另有 ${f.firms} 家在营主体与您同名。请核对统一社会信用代码，确认申请的是本企业。`,
    en: (f) =>
      `${f.firms} other firm(s) in business here have the same name. Check the credit code and confirm that yours is the one that applies.`,
  },
  'same-bank': {
    'zh-CN': (f) =>
      `同一家银行将有 ${f.applications} 笔进行中的申请（${f.products}）。如是重复申请，请减去一笔；确需同时申请，请确认。`,
    en: (f) =>
      `One bank would have ${f.applications} applications going on (${f.products}). Leave one out if they repeat each other, or confirm that you want both.`,
  },
};

/** The sentence of a finding. */
export const sayFinding = ({ check, facts }: Pick<Finding, 'check' | 'facts'>, locale: Locale): string =>
  findingWords[check][locale](facts);

type Found = { readonly findings: readonly Finding[] };
const list = ({ findings }: Found, locale: Locale) =>
  findings.map((finding) => sayFinding(finding, locale)).join(locale === 'en' ? ' ' : '');

export const preCheckRefusals = defineText({
  'application.check-stopped': {
    'zh-CN': (r: Found) => `没有转交银行：${list(r, 'zh-CN')}`,
    en: (r: Found) => `Not forwarded: ${list(r, 'en')}`,
  },
  'application.check-unconfirmed': {
    'zh-CN': (r: Found) => `请先核对并勾选确认：${list(r, 'zh-CN')}`,
    en: (r: Found) => `Check this and tick the box: ${list(r, 'en')}`,
  },
});

export const preCheckText = defineText({
  'check.title': { 'zh-CN': '转交前核验', en: 'Checks before it is forwarded' },
  'check.lede': {
    'zh-CN':
      '平台在转交银行前核对登记信息、主要所有者和重复申请。须改正的先改正；其余核对无误后勾选确认，确认会随申请告知该银行。',
    en: 'Before forwarding, the platform checks the registration, the main owners and repeated applications. Mend what must be mended; tick the rest once you have checked it. The bank is told what you confirmed.',
  },
  'check.stop': { 'zh-CN': '须先改正', en: 'To be mended first' },
  'check.confirm': { 'zh-CN': '我已核对，情况属实，请转交', en: 'I have checked this; forward it' },
  'check.to-people': { 'zh-CN': '去指名', en: 'Name them' },
  'check.to-profile': { 'zh-CN': '查看企业资料', en: 'See the profile' },
  'check.to-data': { 'zh-CN': '查看登记数据', en: 'See the records' },
  'check.confirmed': { 'zh-CN': '企业确认的核验事项', en: 'Checks that the firm confirmed' },
  'check.confirmed-lede': {
    'zh-CN': '转交前核验发现、由企业确认后提交。其他银行看不到只与贵行有关的事项。',
    en: 'Found before forwarding and confirmed by the firm. What concerns your bank alone is told to no other.',
  },
  'check.none': { 'zh-CN': '转交前核验没有发现问题。', en: 'The checks before forwarding found nothing.' },
});
