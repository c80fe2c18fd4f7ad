import type { Grade } from '~/domain/score/card.ts';
import { defineText } from '~/text/define.ts';

/** Refusals of the stage `score`. */
export const scoreRefusals = defineText({
  'score.not-found': {
    'zh-CN': '没有找到这份评分单。请从“我的信用评分”的历史中打开。',
    en: 'This score sheet was not found. Open it from the history under “My score”.',
  },
  'score.firm-unknown': {
    'zh-CN': ({ key }: { key: string }) =>
      `没有找到企业“${key}”。请给出统一社会信用代码、企业编号或“数据集:编号”。`,
    en: ({ key }: { key: string }) => `There is no firm “${key}”. Give a credit code, an id, or “set:id”.`,
  },
  'score.firm-ambiguous': {
    'zh-CN': ({ key, sources }: { key: string; sources: readonly string[] }) =>
      `“${key}”同时出现在 ${sources.join('、')}，请写成“数据集:编号”。`,
    en: ({ key, sources }: { key: string; sources: readonly string[] }) =>
      `“${key}” is in ${sources.join(', ')}; write “set:id”.`,
  },
  'score.none-yet': {
    'zh-CN': ({ name }: { name: string }) => `“${name}”还没有评分。请先运行 score。`,
    en: ({ name }: { name: string }) => `“${name}” has no score yet. Run score first.`,
  },
  'score.card-faulty': {
    'zh-CN': ({ faults }: { faults: readonly string[] }) => `评分卡不能发布：${faults.join('；')}`,
    en: ({ faults }: { faults: readonly string[] }) => `The card cannot be published: ${faults.join('; ')}`,
  },
});

/** Why a sheet was made. */
export const causeText = defineText({
  batch: { 'zh-CN': '数据更新', en: 'New records' },
  consent: { 'zh-CN': '授权生效', en: 'Consent given' },
  withdrawal: { 'zh-CN': '撤回授权', en: 'Consent withdrawn' },
  correction: { 'zh-CN': '记录更正', en: 'Record corrected' },
  'on-demand': { 'zh-CN': '申请评价', en: 'On demand' },
});

/** What a grade means, for people. */
export const gradeMeanings: { readonly [G in Grade]: { readonly 'zh-CN': string; readonly en: string } } =
  defineText({
    'A+': { 'zh-CN': '信用优秀', en: 'Excellent' },
    A: { 'zh-CN': '信用良好', en: 'Good' },
    B: { 'zh-CN': '信用较好', en: 'Fair to good' },
    C: { 'zh-CN': '信用一般', en: 'Fair' },
    D: { 'zh-CN': '信用较差', en: 'Weak' },
  });

export const vetoText = defineText({
  'serious-dishonesty': {
    'zh-CN': '列入严重违法失信名单',
    en: 'On the serious-dishonesty list',
  },
  'dishonest-debtor': {
    'zh-CN': '列入失信被执行人名单',
    en: 'On the list of dishonest judgment debtors',
  },
  revoked: { 'zh-CN': '营业执照被吊销', en: 'Registration revoked' },
  'debt-evasion': { 'zh-CN': '被认定逃废债', en: 'Determined evasion of debt' },
});

/** How each veto ends. */
export const vetoFixes = defineText({
  'serious-dishonesty': {
    'zh-CN': '纠正违法行为、履行义务后，向列入机关申请提前移出。',
    en: 'Correct the violation and perform the duties, then apply to the listing authority for removal.',
  },
  'dishonest-debtor': {
    'zh-CN': '履行生效判决或与申请人达成和解后，请执行法院删除失信信息；法院更新后即解除。',
    en: 'Perform the judgment or settle with the creditor and ask the court to delete the entry; the veto ends with it.',
  },
  revoked: {
    'zh-CN': '请联系登记机关：处罚被撤销或依法恢复登记后，登记信息更新即解除。',
    en: 'Contact the register: once the revocation is set aside and the register says so, the veto is gone.',
  },
  'debt-evasion': {
    'zh-CN': '与债权人落实清偿后，请认定机关解除认定。',
    en: 'Settle with the creditors and have the determination lifted by the authority that made it.',
  },
});

/** The command line: `score` and `explain`. */
export const scoreCliText = defineText({
  'cli.score.summary': {
    'zh-CN': '为所有企业评分，显示等级与覆盖率分布',
    en: 'Score every firm and show how grades and coverage are spread',
  },
  'cli.score.bar': { 'zh-CN': '评分', en: 'Scoring' },
  'cli.score.done': {
    'zh-CN': (firms: string, seconds: string, written: string) =>
      `${firms} 家企业，用时 ${seconds} 秒，新评分单 ${written} 份。`,
    en: (firms: string, seconds: string, written: string) =>
      `${firms} firms in ${seconds} s, ${written} new sheets.`,
  },
  'cli.score.insufficient': { 'zh-CN': '信息不足', en: 'insufficient' },
  'cli.score.coverage': {
    'zh-CN': (median: number, p10: number, p90: number) =>
      `信息覆盖率（占权重）：中位 ${median}%，十分位 ${p10}%，九十分位 ${p90}%`,
    en: (median: number, p10: number, p90: number) =>
      `Known share of the weight: median ${median} %, tenth ${p10} %, ninetieth ${p90} %`,
  },
  'cli.explain.summary': {
    'zh-CN': '说明一家企业的评分：每一分的规则、记录与来源',
    en: 'Explain a firm’s score: the rule, record and source of every point',
  },
  'cli.explain.argument': {
    'zh-CN': '统一社会信用代码、企业编号或“数据集:编号”',
    en: 'credit code, id, or “set:id”',
  },
  'cli.explain.head': {
    'zh-CN': (name: string, grade: string, points: string, coverage: string) =>
      `${name}　等级 ${grade}　得分 ${points}/1000　已知权重 ${coverage}`,
    en: (name: string, grade: string, points: string, coverage: string) =>
      `${name} · grade ${grade} · ${points} of 1000 points · ${coverage} of the weight known`,
  },
  'cli.explain.scope': {
    'zh-CN': (full: boolean, asOf: string, card: string) =>
      `${full ? '完整评分（含授权数据）' : '公开评分（仅公开数据）'}　截至 ${asOf}　评分卡 ${card}`,
    en: (full: boolean, asOf: string, card: string) =>
      `${full ? 'full score (with consented data)' : 'public score (public data only)'} · as of ${asOf} · card ${card}`,
  },
  'cli.explain.record': {
    'zh-CN': (item: string, date: string, provider: string, known: string) =>
      `${item}，${date}，来源 ${provider}，入库 ${known}`,
    en: (item: string, date: string, provider: string, known: string) =>
      `${item}, ${date}, from ${provider}, learnt ${known}`,
  },
  'cli.explain.undated': { 'zh-CN': '日期未提供', en: 'no date given' },
  'cli.explain.more': { 'zh-CN': (n: number) => `另有 ${n} 条`, en: (n: number) => `and ${n} more` },
});
