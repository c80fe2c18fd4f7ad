import { defineText } from '~/text/define.ts';

/** Refusals of the stage `modelling`. */
export const modellingRefusals = defineText({
  'modelling.not-found': {
    'zh-CN': '没有找到。请从模型台账中打开。',
    en: 'This was not found. Open it from the inventory.',
  },
  'modelling.version-taken': {
    'zh-CN': '这个版本号已被使用，请换一个。',
    en: 'This version is taken. Choose another one.',
  },
  'modelling.key-foreign': {
    'zh-CN': ({ keyId }: { keyId: string }) =>
      `评分卡由密钥 ${keyId} 签名，不是本平台的密钥，不予导入。可导入未签名的训练结果，发布时由平台签名。`,
    en: ({ keyId }: { keyId: string }) =>
      `The card is signed with key ${keyId}, which is not this platform’s, and was not taken in. An unsigned card fresh from training can be; the platform signs it when it is published.`,
  },
  'modelling.feature-unknown': {
    'zh-CN': ({ feature }: { feature: string }) =>
      `评分卡用到平台没有的数字指标“${feature}”，不能给企业评分，未导入。`,
    en: ({ feature }: { feature: string }) =>
      `The card reads “${feature}”, which is no number among the platform’s features. It cannot score firms and was not taken in.`,
  },
  'modelling.too-few-loans': {
    'zh-CN': (r: { loans: number; bads: number; leastOutcomes: number; leastBads: number }) =>
      `可用的贷款只有 ${r.loans} 笔（坏 ${r.bads} 笔），训练至少需要 ${r.leastOutcomes} 笔，好坏各不少于 ${r.leastBads} 笔。待更多贷款满观察期后再试。`,
    en: (r: { loans: number; bads: number; leastOutcomes: number; leastBads: number }) =>
      `Only ${r.loans} loans can train (${r.bads} bad); it takes at least ${r.leastOutcomes}, of them ${r.leastBads} bad and as many good. Try again when more loans are old enough to tell.`,
  },
  'modelling.shadow-too-short': {
    'zh-CN': ({ days, least }: { days: number; least: number }) =>
      `这张评分卡在影子中运行了 ${days} 天，至少需要 ${least} 天才能成为冠军。到期后再提出。`,
    en: ({ days, least }: { days: number; least: number }) =>
      `The card has run in the shadow for ${days} days; it takes at least ${least} to become champion. Propose it then.`,
  },
  'modelling.card-of-bank': {
    'zh-CN': '这张评分卡由银行带来，只用于该行自己的申请人，不能成为平台的冠军；可以继续作为挑战者对照。',
    en: 'A bank brought this card for its own applicants; it cannot become the platform’s champion. It may go on as a challenger.',
  },
  'modelling.shadow-too-few': {
    'zh-CN': ({ firms, least }: { firms: number; least: number }) =>
      `影子运行只给 ${firms} 家企业评了分，至少需要 ${least} 家。请等下一次运行，或检查它使用的指标。`,
    en: ({ firms, least }: { firms: number; least: number }) =>
      `Only ${firms} firms were scored in the shadow; it takes at least ${least}. Wait for the next run, or check the features that the card reads.`,
  },
  'modelling.back-test-missing': {
    'zh-CN':
      '还没有回测：自有贷款中可判定的太少，评分卡也不是由平台上的联合建模或训练得到。请等更多贷款满观察期，或在平台上用结果样本检验。',
    en: 'There is no back-test: too few own loans can be judged, and the card did not come of a study or a training on the platform. Wait until more loans are old enough, or measure it on outcomes here.',
  },
  'modelling.back-test-poor': {
    'zh-CN': ({ aucPpm, leastPpm }: { aucPpm: number; leastPpm: number }) =>
      `回测 AUC 为 ${(aucPpm / 10_000).toFixed(1)} %，低于要求的 ${(leastPpm / 10_000).toFixed(1)} %，不能成为冠军。`,
    en: ({ aucPpm, leastPpm }: { aucPpm: number; leastPpm: number }) =>
      `The back-test’s AUC is ${(aucPpm / 10_000).toFixed(1)}%, below the ${(leastPpm / 10_000).toFixed(1)}% that a champion needs.`,
  },
  'modelling.monotone-form': {
    'zh-CN': '请写成“指标代码+”或“指标代码-”，多个用逗号分隔，例如 years-registered-。',
    en: 'Write codes followed by + or -, separated by commas, such as years-registered-.',
  },
  'modelling.monotone-unknown': {
    'zh-CN': ({ feature }: { feature: string }) =>
      `平台没有指标“${feature}”。请填写指标代码，如 years-registered-。`,
    en: ({ feature }: { feature: string }) =>
      `The platform has no feature “${feature}”. Give codes of features, such as years-registered-.`,
  },
  'modelling.role-closed': {
    'zh-CN': '评分卡的状态不允许这一步。',
    en: 'The card cannot take this step from where it is.',
  },
  'modelling.proposal-open': {
    'zh-CN': '已有一项提议在等待复核，请先处理。',
    en: 'A proposal waits already. It has to be decided first.',
  },
  'modelling.decided-already': { 'zh-CN': '这项提议已经处理过。', en: 'This proposal was decided already.' },
  'modelling.own-proposal': {
    'zh-CN': '不能复核自己的提议，请另一位人员处理。',
    en: 'You cannot decide your own proposal. Another person has to.',
  },
  'modelling.firm-unknown': {
    'zh-CN': ({ key }: { key: string }) => `没有找到“${key}”，或该企业还没有评分单。请填写统一社会信用代码。`,
    en: ({ key }: { key: string }) => `There is no firm “${key}” with a score sheet. Give a credit code.`,
  },
});
