import { defineText } from '~/text/define.ts';

/** Refusals of joint modelling. */
export const jointRefusals = defineText({
  'modelling.file-line': {
    'zh-CN': ({ line }: { line: number }) =>
      `第 ${line} 行无法识别。每行应为“统一社会信用代码,结果”，结果 1 为坏、0 为好。整个文件未受理。`,
    en: ({ line }: { line: number }) =>
      `Line ${line} cannot be read. Each line is “credit code,label” with 1 for bad and 0 for good. Nothing of the file was taken.`,
  },
  'modelling.file-empty': { 'zh-CN': '文件里没有数据行。', en: 'The file holds no rows.' },
  'modelling.firm-twice': {
    'zh-CN': ({ line }: { line: number }) => `第 ${line} 行的企业已经出现过。每家企业只能有一行。`,
    en: ({ line }: { line: number }) => `The firm of line ${line} occurred before. A firm has one line.`,
  },
  'modelling.budget-spent': {
    'zh-CN': ({ leftMilli, neededMilli }: { leftMilli: number; neededMilli: number }) =>
      `隐私预算不足：还剩 ${leftMilli / 1_000}，一次研究需要 ${neededMilli / 1_000}。一年前的用量会陆续释放。`,
    en: ({ leftMilli, neededMilli }: { leftMilli: number; neededMilli: number }) =>
      `The privacy budget does not reach: ${leftMilli / 1_000} left, a study needs ${neededMilli / 1_000}. What was spent a year ago comes back.`,
  },
  'modelling.too-few-rows': {
    'zh-CN': ({ least, leastBads }: { least: number; leastBads: number }) =>
      `能对上的企业太少：至少需要 ${least} 家，好、坏各不少于 ${leastBads} 家。没有输出任何结果。`,
    en: ({ least, leastBads }: { least: number; leastBads: number }) =>
      `Too few firms matched: ${least} are needed, with ${leastBads} good and bad ones each. Nothing was released.`,
  },
  'modelling.too-close': {
    'zh-CN': ({ least }: { least: number }) =>
      `与您以前的一次研究相差不到 ${least} 家企业，或企业相同而其数据此后有变化；两次结果相减会暴露个别企业，不予输出。请使用以前的结果，或换用至少相差 ${least} 家企业的名单再提交。`,
    en: ({ least }: { least: number }) =>
      `It differs from one of your earlier studies by fewer than ${least} firms, or has the same firms with data that changed since; the two answers together would give single firms away. Nothing was released. Use the earlier result, or order a study of a list that differs by at least ${least} firms.`,
  },
  'modelling.nothing-ranks': {
    'zh-CN': '公开数据不能区分这些企业的好坏，没有可输出的模型。',
    en: 'No public feature tells these firms apart, so there is no model to release.',
  },
  'modelling.region-unknown': {
    'zh-CN': '没有这个行政区划代码。请填写六位代码，例如 640100。',
    en: 'There is no such division. Enter six digits such as 640100.',
  },
  'modelling.selection-empty': {
    'zh-CN': '这个范围内没有企业，请换一个地区或行业。',
    en: 'There are no firms in this selection. Choose another one.',
  },
  'modelling.selection-large': {
    'zh-CN': ({ most }: { most: number }) => `超过 ${most} 家，请缩小地区或行业。`,
    en: ({ most }: { most: number }) => `More than ${most} firms. Narrow the region or the industry.`,
  },
});

export const jointFlashes = defineText({
  'joint.flash.ordered': { 'zh-CN': '已受理，后台正在建模。', en: 'Accepted; the study is under way.' },
  'joint.flash.measuring': {
    'zh-CN': '已受理，后台正在检验评分卡。',
    en: 'Accepted; the card is being measured.',
  },
  'joint.flash.brought': { 'zh-CN': '评分卡已核对并保存。', en: 'The card was checked and kept.' },
});

/** Joint modelling at a bank. */
export const jointText = defineText({
  'joint.title': { 'zh-CN': '联合建模', en: 'Joint modelling' },
  'joint.lede': {
    'zh-CN':
      '数据可用不可见：您的贷款结果在平台内部与公开信用指标结合建模，只输出汇总结果，任何一方的明细都不出门。',
    en: 'Usable but invisible: your outcomes meet public credit features inside the platform. Only summaries come out; no row of either side leaves.',
  },
  'joint.budget': { 'zh-CN': '隐私预算（近一年）', en: 'Privacy budget, last year' },
  'joint.budget-detail': {
    'zh-CN': (spent: string, all: string) => `已用 ε ${spent}，共 ${all}`,
    en: (spent: string, all: string) => `ε ${spent} of ${all} spent`,
  },
  'joint.rules': {
    'zh-CN': (group: number, rows: number, diff: number) =>
      `少于 ${group} 家的分组不输出；至少 ${rows} 家；与以往研究相差不足 ${diff} 家的不予输出；计数都加了噪声。`,
    en: (group: number, rows: number, diff: number) =>
      `Groups under ${group} firms are hidden; at least ${rows} firms; no study within ${diff} firms of an earlier one; every count carries noise.`,
  },
  'joint.outcomes': { 'zh-CN': '提交贷款结果', en: 'Hand outcomes in' },
  'joint.name': { 'zh-CN': '名称', en: 'Name' },
  'joint.file': { 'zh-CN': '结果文件（CSV）', en: 'Outcomes (CSV)' },
  'joint.file-hint': {
    'zh-CN': '每行：统一社会信用代码,结果（1 坏 0 好）。建模后立即删除。',
    en: 'Each line: credit code,label (1 bad, 0 good). Deleted once the model is made.',
  },
  'joint.order': { 'zh-CN': '开始建模', en: 'Start the study' },
  'joint.card': { 'zh-CN': '使用自有评分卡', en: 'Bring your own card' },
  'joint.card-file': { 'zh-CN': '评分卡文件（JSON）', en: 'Card (JSON)' },
  'joint.card-hint': {
    'zh-CN': '带入不消耗预算；可在授权下给申请企业评分，并可用贷款结果在平台内检验。',
    en: 'Bringing it spends no budget. It scores applicants under their consent, and can be measured inside on your outcomes.',
  },
  'joint.bring': { 'zh-CN': '核对并保存', en: 'Check and keep' },
  'joint.log': { 'zh-CN': '研究记录', en: 'Studies so far' },
  'joint.none': { 'zh-CN': '还没有研究', en: 'No study yet' },
  'joint.none-next': { 'zh-CN': '提交贷款结果后开始。', en: 'Hand outcomes in to begin.' },
  'joint.state': { 'zh-CN': '状态', en: 'State' },
  'joint.state.ordered': { 'zh-CN': '等待中', en: 'waiting' },
  'joint.state.running': { 'zh-CN': '建模中', en: 'running' },
  'joint.state.done': { 'zh-CN': '已输出', en: 'released' },
  'joint.state.refused': { 'zh-CN': '不予输出', en: 'not released' },
  'joint.waiting': { 'zh-CN': '正在平台内部建模', en: 'The study is under way inside the platform' },
  'joint.waiting-next': {
    'zh-CN': '通常不到一分钟，完成后本页自动更新；也可以先离开，结果会留在研究记录里。',
    en: 'Usually under a minute; this page shows the answer when it is there. You may leave: the answer stays in the list of studies.',
  },
  'joint.own': { 'zh-CN': '自有评分卡', en: 'own card' },
  'joint.rows': { 'zh-CN': '提交行数', en: 'Rows given' },
  'joint.epsilon': { 'zh-CN': '消耗 ε', en: 'ε spent' },
  'joint.at': { 'zh-CN': '时间', en: 'When' },
  'joint.matched': { 'zh-CN': '对上的企业（含噪声）', en: 'Firms matched (noisy)' },
  'joint.bads': { 'zh-CN': '坏样本（含噪声）', en: 'Bad ones (noisy)' },
  'joint.measure': { 'zh-CN': '用贷款结果检验这张评分卡', en: 'Measure this card on outcomes' },
  'joint.measure-lede': {
    'zh-CN': (group: number) =>
      `在平台内部与公开信息结合，输出 AUC、KS、PSI 和各分箱的计数，全部加噪声并消耗隐私预算；少于 ${group} 家的分箱不显示。`,
    en: (group: number) =>
      `Joined with public records inside. AUC, KS, PSI and the counts of the bins come out, all with noise and at the price of the privacy budget; bins under ${group} firms are hidden.`,
  },
  'joint.measure-do': { 'zh-CN': '开始检验', en: 'Measure' },
  'joint.measurements': { 'zh-CN': '检验记录', en: 'Measurements' },
  'joint.measurements-none': { 'zh-CN': '还没有检验过。', en: 'It was not measured yet.' },
  'joint.measured': { 'zh-CN': '检验自有评分卡', en: 'own card measured' },
  'joint.measured-lede': {
    'zh-CN': '自有评分卡在贷款结果上的表现。所有数字都加了噪声。',
    en: 'How the card you brought ranks the outcomes. Every figure carries noise.',
  },
  'joint.auc-stated': { 'zh-CN': 'AUC（评分卡自述）', en: 'AUC, as the card states' },
  'joint.auc-train': { 'zh-CN': 'AUC（训练）', en: 'AUC, training' },
  'joint.auc-test': { 'zh-CN': 'AUC（检验）', en: 'AUC, test' },
  'joint.ks': { 'zh-CN': 'KS（检验）', en: 'KS, test' },
  'joint.psi': { 'zh-CN': 'PSI（与全省相比）', en: 'PSI against the province' },
  'joint.released': { 'zh-CN': '输出结果', en: 'What was released' },
  'joint.bin': { 'zh-CN': '分箱', en: 'Bin' },
  'joint.bin-missing': { 'zh-CN': '未知', en: 'unknown' },
  'joint.bin-from': { 'zh-CN': (n: string) => `从 ${n} 起`, en: (n: string) => `from ${n}` },
  'joint.bin-low': { 'zh-CN': '以下', en: 'below' },
  'joint.bin-is': { 'zh-CN': (n: string) => `等于 ${n}`, en: (n: string) => `exactly ${n}` },
  'joint.firms': { 'zh-CN': '企业（含噪声）', en: 'Firms (noisy)' },
  'joint.bad-share': { 'zh-CN': '坏账率', en: 'Bad share' },
  'joint.woe': { 'zh-CN': 'WOE', en: 'WOE' },
  'joint.hidden': { 'zh-CN': '太少，不显示', en: 'too few to show' },
  'joint.coefficient': {
    'zh-CN': (name: string, value: string) => `${name}（系数 ${value}）`,
    en: (name: string, value: string) => `${name} (coefficient ${value})`,
  },
  'joint.applicants': { 'zh-CN': '给申请企业评分', en: 'Score an applicant' },
  'joint.applicants-lede': {
    'zh-CN': '按该企业对贵行的授权评分，计入查询次数，企业看得到这次查询。',
    en: 'Under that firm’s consent to you; it counts as a read and the firm sees it.',
  },
  'joint.applicant': { 'zh-CN': '申请企业', en: 'Applicant' },
  'joint.applicants-none': { 'zh-CN': '目前没有在办的申请。', en: 'There are no open applications.' },
  'joint.score': { 'zh-CN': '评分', en: 'Score it' },
  'joint.score-is': {
    'zh-CN': (points: string, risk: string) => `${points} 分，预计坏账率 ${risk}`,
    en: (points: string, risk: string) => `${points} points, expected bad share ${risk}`,
  },
  'joint.score-none': { 'zh-CN': '该企业还没有公开评分单。', en: 'This firm has no public sheet yet.' },

  'public-list.title': { 'zh-CN': '公开信息名单', en: 'Public records by region' },
  'public-list.lede': {
    'zh-CN':
      '按地区和行业下载企业的公开信息：登记信息和各公开数据项的条数。需授权的信息不在其中，自然人不在其中。',
    en: 'Firms of a region and an industry with their public records: registration, and how many records each public item holds. Nothing that needs a consent, and no natural persons.',
  },
  'public-list.region': { 'zh-CN': '行政区划代码', en: 'Division code' },
  'public-list.region-hint': {
    'zh-CN': '六位，例如 640100；留空为全部。',
    en: 'Six digits such as 640100; empty for all.',
  },
  'public-list.section': { 'zh-CN': '行业门类', en: 'Industry section' },
  'public-list.all': { 'zh-CN': '全部行业', en: 'All industries' },
  'public-list.download': { 'zh-CN': '下载 CSV', en: 'Download CSV' },
  'public-list.uscc': { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  'public-list.name': { 'zh-CN': '企业名称', en: 'Name' },
  'public-list.place': { 'zh-CN': '地区', en: 'Region' },
  'public-list.industry': { 'zh-CN': '行业代码', en: 'Industry code' },
  'public-list.established': { 'zh-CN': '成立日期', en: 'Established' },
});
