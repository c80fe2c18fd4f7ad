import { defineText, type Locale } from '~/text/define.ts';
import { wordPath } from '~/text/policy-field.ts';

type Problem = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly keys?: readonly string[];
};
type Wrong = { readonly problems: readonly Problem[] };

/** What a schema found wrong at a figure, by the kind of the problem. */
function wordProblem(problem: Problem, locale: Locale): string {
  const own = (policyRefusals as { [key: string]: { [L in Locale]: unknown } })[problem.message]?.[locale];
  const place = wordPath(problem.path, locale);
  const zh = locale === 'zh-CN';
  const says =
    typeof own === 'string'
      ? own
      : problem.code === 'unrecognized_keys'
        ? zh
          ? `没有这个字段：${problem.keys?.join('、') ?? ''}`
          : `no such field: ${problem.keys?.join(', ') ?? ''}`
        : problem.code === 'too_small'
          ? zh
            ? `不能小于 ${problem.minimum ?? 0}`
            : `no less than ${problem.minimum ?? 0}`
          : problem.code === 'too_big'
            ? zh
              ? `不能大于 ${problem.maximum ?? 0}`
              : `no more than ${problem.maximum ?? 0}`
            : problem.code === 'invalid_type' && /undefined/.test(problem.message)
              ? zh
                ? '缺少这一项'
                : 'this is missing'
              : problem.code === 'invalid_value' || problem.code === 'invalid_union'
                ? zh
                  ? '不是可选的值'
                  : 'none of the values that may stand here'
                : zh
                  ? '格式不对'
                  : 'not in the expected form';
  return place ? `${place}${zh ? '：' : ': '}${says}` : says;
}

const listed = ({ problems }: Wrong, locale: Locale): string =>
  problems.map((problem) => wordProblem(problem, locale)).join(locale === 'en' ? '; ' : '；');

/** Why a draft was not taken or not published. */
export const policyRefusals = defineText({
  'policy.not-found': {
    'zh-CN': '没有找到这项政策、信号或草案。请从清单重新进入。',
    en: 'This scheme, signal or draft was not found. Start again from the list.',
  },
  'policy.draft-open': {
    'zh-CN': '已有一份草案。请先发布或作废它。',
    en: 'There is a draft already. Publish or discard it first.',
  },
  'policy.decided-already': {
    'zh-CN': '草案已经发布或作废，不能再改。请起草新版本。',
    en: 'The draft was published or discarded already. Draft another version.',
  },
  'policy.not-the-maker': {
    'zh-CN': '草案只能由起草人修改。请联系起草人，或作废后另起草。',
    en: 'Only its maker changes a draft. Ask the maker, or discard it and draft another.',
  },
  'policy.own-draft': {
    'zh-CN': '不能发布自己起草的版本。请另一位运营人员复核后发布。',
    en: 'You cannot publish what you drafted. Another operator of the desk checks and publishes it.',
  },
  'policy.examples-fail': {
    'zh-CN': (r: { failed: number; total: number }) =>
      `${r.total} 个算例中有 ${r.failed} 个与应得结果不一致，没有发布。请核对政策数字或算例。`,
    en: (r: { failed: number; total: number }) =>
      `${r.failed} of ${r.total} examples do not come out as expected, so nothing was published. Check the figures or the examples.`,
  },
  'policy.figures-wrong': {
    'zh-CN': (r: Wrong) => `请改正：${listed(r, 'zh-CN')}。`,
    en: (r: Wrong) => `Correct this: ${listed(r, 'en')}.`,
  },
  'policy.json-unreadable': {
    'zh-CN': '这不是完整的 JSON。请检查括号、逗号和引号是否成对。',
    en: 'This is no complete JSON. Check that brackets, commas and quotation marks match.',
  },
  'form.whole': { 'zh-CN': '请填写不带小数的整数。', en: 'State a whole number without decimals.' },
  'policy.pairs-form': {
    'zh-CN': '每行填写一个代码和一个金额（元），例如 central 5000.00。',
    en: 'State one code and one amount in yuan a line, such as central 5000.00.',
  },
  'policy.jurisdiction-form': {
    'zh-CN': '全国填 CN，地方填六位行政区划代码，例如 440100。',
    en: 'CN for the nation, else a six-digit code such as 440100.',
  },
  'policy.dates-order': {
    'zh-CN': '结束日期不能早于开始日期。',
    en: 'The last day may not lie before the first.',
  },
  'policy.window-long': {
    'zh-CN': '模拟区间最长 20 年，请缩短。',
    en: 'A simulation covers 20 years at most. Choose a shorter period.',
  },
  'policy.file-unreadable': {
    'zh-CN': '文件不是可读取的 CSV（可用 gzip 压缩）。请检查后重新模拟。',
    en: 'The file is no readable CSV (gzip is fine). Check it and simulate again.',
  },
  'policy.columns-missing': {
    'zh-CN': (r: { columns?: readonly string[] }) => `文件缺少这些列：${(r.columns ?? []).join('、')}。`,
    en: (r: { columns?: readonly string[] }) =>
      `The file lacks these columns: ${(r.columns ?? []).join(', ')}.`,
  },
  'policy.bands-order': { 'zh-CN': '分档须从小到大排列', en: 'bands stand in rising order' },
  'policy.cause-twice': { 'zh-CN': '同一原因只能出现一次', en: 'a cause stands once only' },
  'policy.payer-twice': { 'zh-CN': '同一出资方只能出现一次', en: 'a payer stands once only' },
  'policy.funding-sum': {
    'zh-CN': '各方分担比例合计须为 1000000（100%）',
    en: 'the shares add up to 1000000 (100 %)',
  },
  'policy.paid-above-loss': {
    'zh-CN': '各方已付合计不能超过损失',
    en: 'the payers together did not pay more than the loss',
  },
});

/** What the audit log calls what is done to schemes, signals and their drafts. */
export const policyActions = defineText({
  'policy.draft-changed': { 'zh-CN': '修改政策草案', en: 'Changed a draft of a scheme' },
  'policy.draft-discarded': { 'zh-CN': '作废政策草案', en: 'Discarded a draft of a scheme' },
  'policy.draft-started': { 'zh-CN': '起草政策', en: 'Drafted a scheme' },
  'policy.published': { 'zh-CN': '发布政策', en: 'Published a scheme' },
  'policy.simulated': { 'zh-CN': '模拟政策', en: 'Simulated a scheme' },
});
