import { defineText, type Locale, type TextTable, translate } from '~/text/define.ts';

/** What is wrong with a field when its schema says nothing more exact. */
export const formErrorText = defineText({
  'form.required': { 'zh-CN': '请填写此项。', en: 'Fill this in.' },
  'form.invalid': {
    'zh-CN': '内容格式不正确，请检查后重新填写。',
    en: 'This is not in the expected form. Check it and try again.',
  },
  'form.choice': { 'zh-CN': '请从列出的选项中选择。', en: 'Choose one of the options listed.' },
  'form.too-short': {
    'zh-CN': (least: number) => `至少需要 ${least} 个字符。`,
    en: (least: number) => `Use at least ${least} characters.`,
  },
  'form.too-long': {
    'zh-CN': (most: number) => `最多 ${most} 个字符。`,
    en: (most: number) => `Use at most ${most} characters.`,
  },
  'form.too-few': {
    'zh-CN': (least: number) => `至少选择 ${least} 项。`,
    en: (least: number) => `Choose at least ${least}.`,
  },
  'form.too-small': {
    'zh-CN': (least: number) => `不能小于 ${least}。`,
    en: (least: number) => `This may not be less than ${least}.`,
  },
  'form.too-large': {
    'zh-CN': (most: number) => `不能大于 ${most}。`,
    en: (most: number) => `This may not be more than ${most}.`,
  },
});

/** The part of a zod issue that a sentence needs. */
export type FormIssue = {
  readonly code?: string | undefined;
  readonly message: string;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly input?: unknown;
};

const countable = (origin: unknown) => origin === 'array' || origin === 'set';

/**
 * The sentence of a field error. A schema that knows better names a key of `stage` as its message
 * (`z.string().regex(…, 'enterprise.uscc-alphabet')`); otherwise the kind of issue is worded.
 */
export function wordIssue(stage: TextTable, issue: FormIssue, locale: Locale): string {
  const own = stage[issue.message]?.[locale];
  if (own !== undefined) return typeof own === 'function' ? own(issue) : own;
  const t = translate(formErrorText, locale);
  const least = Number(issue.minimum);
  const most = Number(issue.maximum);
  if (issue.code === 'invalid_value') return t('form.choice');
  if (issue.code === 'invalid_type')
    return t(/received undefined/.test(issue.message) ? 'form.required' : 'form.invalid');
  if (issue.code === 'too_small' && countable(issue.origin)) return t('form.too-few', least);
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? t('form.too-short', least) : t('form.too-small', least);
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? t('form.too-long', most) : t('form.too-large', most);
  return t('form.invalid');
}
