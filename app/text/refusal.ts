import { defineText, type Entry, type Locale, type TextTable } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';

/** The first day without access; missing where it is not told. */
type Since = { readonly since?: string | null };

/** Refusals of the http layer; each stage words its own in its file and is listed below. */
export const httpRefusals = defineText({
  'http.not-found': {
    'zh-CN': '没有找到这个页面或记录。请检查链接，或返回首页重新进入。',
    en: 'This page or record was not found. Check the link, or start again from the home page.',
  },
  'http.forbidden': {
    'zh-CN': '您的角色不能使用此功能。如需使用，请联系本单位管理员。',
    en: 'Your role may not use this. If you need it, ask the administrator of your organisation.',
  },
  'http.cross-site': {
    'zh-CN': '请求来自其他网站，已拒绝。请在本站页面中重新提交。',
    en: 'The request came from another site and was refused. Submit the form again from this site.',
  },
  'http.file-too-large': {
    'zh-CN': '文件太大，没有接收。请压缩或分成几份后重新选择；您填写的内容还在。',
    en: 'The file is too large and was not taken. Make it smaller or split it, and choose it again; what you typed is still here.',
  },
  'http.files-too-large': {
    'zh-CN': '文件合计太大，没有接收：一次最多 32 MB。请分几次提交；您填写的内容还在。',
    en: 'The files are too large together and were not taken: 32 MB at a time at most. Send them in parts; what you typed is still here.',
  },
  'http.body-too-large': {
    'zh-CN': '提交的内容超过 128 MB，没有接收。请返回上一页，压缩或分成几份后重新提交。',
    en: 'What was sent is over 128 MB and was not taken. Go back, make it smaller or split it, and send it again.',
  },
  'http.form-unreadable': {
    'zh-CN': '提交的内容不完整，没有接收。请返回上一页重新提交。',
    en: 'What was sent is incomplete and was not taken. Go back and send it again.',
  },
  'http.fault': {
    'zh-CN': '系统出错，您的操作没有生效，数据没有丢失。请稍后重试；如仍出错，请把请求编号告诉客服。',
    en: 'Something broke on our side. Nothing was changed. Try again; if it persists, quote the request number to support.',
  },
  'form.amount': {
    'zh-CN': '请填写金额，单位元，最多两位小数，例如 1,240.50。',
    en: 'State an amount in yuan with at most two decimals, such as 1,240.50.',
  },
  'form.day': {
    'zh-CN': '请填写存在的日期，例如 2026-08-31。',
    en: 'State a real date, such as 2026-08-31.',
  },
  'form.percent': {
    'zh-CN': '请填写 0 到 100 之间的百分数，最多四位小数，例如 0.8。',
    en: 'State a percentage from 0 to 100 with at most four decimals, such as 0.8.',
  },
  'institution.suspended': {
    'zh-CN': ({ since }: Since) =>
      `您所在的机构${since ? `自 ${showDay(since, 'zh-CN')} 起` : '已'}被暂停，所有查询已停止。请联系平台安全管理员。`,
    en: ({ since }: Since) =>
      `Your institution is suspended${since ? ` since ${showDay(since, 'en')}` : ''} and all reads have stopped. Contact the platform’s security administrator.`,
  },
  'institution.assessment-expired': {
    'zh-CN': ({ since }: Since) =>
      `您所在机构的安全评估已到期${since ? `，自 ${showDay(since, 'zh-CN')} 起` : '，'}查询已停止。请提交新的评估报告。`,
    en: ({ since }: Since) =>
      `The security assessment of your institution has expired and reads have stopped${since ? ` on ${showDay(since, 'en')}` : ''}. Hand in a new assessment.`,
  },
});

const tables: TextTable[] = [httpRefusals];

/** Adds a stage's refusals; called once at the top of `app/text/all-refusals.ts`. */
export const allRefusals = (...more: TextTable[]): TextTable => Object.assign({}, ...tables, ...more);

/** Characters that hide a part of a sentence or turn it around: control characters and marks of direction. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const longestQuote = 200;

/** A fact as a sentence may quote it: what somebody typed or sent is shown short, and in characters that are seen. */
function quotable(fact: unknown): unknown {
  if (Array.isArray(fact)) return fact.map(quotable);
  if (typeof fact !== 'string') return fact;
  const short =
    fact.length > longestQuote ? `${[...fact.slice(0, longestQuote)].slice(0, -1).join('')}…` : fact;
  return short.replace(unseen, '\ufffd');
}

/** The sentence of a refusal; its wording gets the whole refusal, so that it can quote the figures. */
export function wordRefusal(table: TextTable, refusal: { readonly code: string }, locale: Locale): string {
  const entry: Entry | undefined = table[refusal.code];
  const wording = entry?.[locale];
  if (wording === undefined) throw new Error(`refusal ${refusal.code} has no wording`);
  if (typeof wording !== 'function') return wording;
  return wording(Object.fromEntries(Object.entries(refusal).map(([name, fact]) => [name, quotable(fact)])));
}
