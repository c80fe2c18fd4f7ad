import { defineText } from '~/text/define.ts';

export const modellingFlashes = defineText({
  'modelling.flash.imported': {
    'zh-CN': '评分卡已导入，列为候选。',
    en: 'The card is in the inventory as a candidate.',
  },
  'modelling.flash.training': {
    'zh-CN': '已提交训练，完成后刷新即可看到。',
    en: 'The training is ordered; reload to see what came of it.',
  },
  'modelling.flash.proposed': {
    'zh-CN': '已提出，等待另一位人员复核。',
    en: 'Proposed; another person decides.',
  },
  'modelling.flash.approved': { 'zh-CN': '已批准并生效。', en: 'Approved and in effect.' },
  'modelling.flash.refused': { 'zh-CN': '已驳回。', en: 'Refused.' },
  'modelling.flash.ordered': {
    'zh-CN': '已开始统计，完成后刷新即可看到。',
    en: 'The count has begun; reload to see it.',
  },
});

/** The model desk, on the page and in the model document. */
export const modellingText = defineText({
  'modelling.title': { 'zh-CN': '评分模型', en: 'Scorecards' },
  'modelling.lede': {
    'zh-CN':
      '模型台账：每张评分卡的版本、用途、状态和监测。规则卡的冠军给出评分和等级，统计卡的冠军给出统计估计；挑战者先在影子中运行。',
    en: 'The inventory: version, purpose, part and monitoring of every card. The rule champion gives scores and grades, the statistical champion the estimate; challengers run in the shadow first.',
  },
  'modelling.platform': { 'zh-CN': '信桥', en: 'Xinqiao' },
  'modelling.inventory': { 'zh-CN': '模型台账', en: 'Inventory' },
  'modelling.version': { 'zh-CN': '版本', en: 'Version' },
  'modelling.version-hint': {
    'zh-CN': '字母、数字、点、横线，例如 stat-2026.1。',
    en: 'Letters, digits, dots and dashes, such as stat-2026.1.',
  },
  'modelling.kind': { 'zh-CN': '类型', en: 'Kind' },
  'modelling.kind.rule': { 'zh-CN': '规则评分卡', en: 'Rule card' },
  'modelling.kind.statistical': { 'zh-CN': '统计评分卡', en: 'Statistical card' },
  'modelling.role': { 'zh-CN': '状态', en: 'Part' },
  'modelling.role.candidate': { 'zh-CN': '候选', en: 'candidate' },
  'modelling.role.challenger': { 'zh-CN': '挑战者（影子运行）', en: 'challenger, in the shadow' },
  'modelling.role.champion': { 'zh-CN': '冠军', en: 'champion' },
  'modelling.role.retired': { 'zh-CN': '退役', en: 'retired' },
  'modelling.waiting': { 'zh-CN': '待复核', en: 'to be decided' },
  'modelling.at': { 'zh-CN': '登记时间', en: 'Entered' },
  'modelling.by': { 'zh-CN': '登记人', en: 'Entered by' },
  'modelling.purpose': { 'zh-CN': '用途', en: 'Purpose' },
  'modelling.purpose-rule': { 'zh-CN': '企业公共信用评分', en: 'Grading firms from public credit records' },
  'modelling.hash': { 'zh-CN': '指纹（SHA-256）', en: 'Fingerprint (SHA-256)' },
  'modelling.import': { 'zh-CN': '导入评分卡', en: 'Import a card' },
  'modelling.import-lede': {
    'zh-CN':
      '由 xinqiao card train 训练或平台导出的 JSON，规则卡与统计卡均可。指纹、签名和全部黄金样例核对无误才会入账。',
    en: 'The JSON that “xinqiao card train” wrote or the platform exported, of a rule card or a statistical one. It is kept only if fingerprint, signature and every golden vector hold.',
  },
  'modelling.file': { 'zh-CN': '评分卡文件', en: 'Card file' },
  'modelling.import-do': { 'zh-CN': '导入', en: 'Import' },
  'modelling.origin': { 'zh-CN': '来源', en: 'Origin' },
  'modelling.origin.imported': { 'zh-CN': '导入', en: 'imported' },
  'modelling.origin.joint': { 'zh-CN': '联合建模', en: 'joint modelling' },
  'modelling.origin.own': { 'zh-CN': '自有贷款训练', en: 'trained on own loans' },
  'modelling.own': { 'zh-CN': '用自有贷款训练', en: 'Train on own loans' },
  'modelling.own-lede': {
    'zh-CN': (r: { performanceMonths: number; badFromDays: number; indeterminateFromDays: number }) =>
      `样本是平台上的贷款：放款后 ${r.performanceMonths} 个月内逾期满 ${r.badFromDays} 天或形成损失为坏，逾期满 ${r.indeterminateFromDays} 天而未满 ${r.badFromDays} 天的不作样本；特征取放款日之前已知的公开信息，已修复的记录不用。得到的评分卡列为候选，启用需另一位人员复核。`,
    en: (r: { performanceMonths: number; badFromDays: number; indeterminateFromDays: number }) =>
      `The cases are the platform’s loans: bad is ${r.badFromDays} days past due or a loss within ${r.performanceMonths} months; loans that came to ${r.indeterminateFromDays} days but not so far are left out; features are the public records known before the day of the grant, without repaired ones. The card becomes a candidate; a second person has to approve any part it plays.`,
  },
  'modelling.own-monotone': {
    'zh-CN': '要求单调的指标（可不填）',
    en: 'Features to keep monotone (optional)',
  },
  'modelling.own-monotone-hint': {
    'zh-CN':
      '指标代码加 + 或 -，逗号分隔：+ 表示坏账率随指标上升，- 表示随指标下降，例如 years-registered-。',
    en: 'Codes with + or -, separated by commas: + if the bad rate rises with the feature, - if it falls, such as years-registered-.',
  },
  'modelling.own-asked': {
    'zh-CN': (wish: string) => `要求单调：${wish}`,
    en: (wish: string) => `monotone: ${wish}`,
  },
  'modelling.own-do': { 'zh-CN': '开始训练', en: 'Train' },
  'modelling.own-log': { 'zh-CN': '自有贷款训练记录', en: 'Trainings on own loans' },
  'modelling.own-none': { 'zh-CN': '还没有训练过。', en: 'Nothing was trained yet.' },
  'modelling.own-none-hint': {
    'zh-CN': '填写版本号和用途，点击“开始训练”。',
    en: 'Give a version and a purpose and press “Train”.',
  },
  'modelling.own-state': { 'zh-CN': '结果', en: 'Outcome' },
  'modelling.own-state.ordered': { 'zh-CN': '训练中', en: 'under way' },
  'modelling.own-state.done': { 'zh-CN': '已列入台账', en: 'in the inventory' },
  'modelling.own-state.refused': { 'zh-CN': '未得到评分卡', en: 'no card' },
  'modelling.own-sample': { 'zh-CN': '样本', en: 'Sample' },
  'modelling.own-used': {
    'zh-CN': (good: string, bad: string) => `好 ${good} 笔，坏 ${bad} 笔`,
    en: (good: string, bad: string) => `${good} good, ${bad} bad`,
  },
  'modelling.own-left': {
    'zh-CN': (indeterminate: string, young: string, renewals: string, unseen: string) =>
      `未用：不确定 ${indeterminate}，未满观察期 ${young}，续贷 ${renewals}，放款时无公开信息 ${unseen}`,
    en: (indeterminate: string, young: string, renewals: string, unseen: string) =>
      `left out: ${indeterminate} indeterminate, ${young} too young, ${renewals} renewals, ${unseen} with nothing known`,
  },
  'modelling.own-tested': {
    'zh-CN': (n: string, auc: string, ks: string) => `检验 ${n} 笔：AUC ${auc}，KS ${ks}`,
    en: (n: string, auc: string, ks: string) => `tested on ${n} loans: AUC ${auc}, KS ${ks}`,
  },
  'modelling.monitor-now': { 'zh-CN': '统计本月', en: 'Count this month' },
  'modelling.development': { 'zh-CN': '开发情况', en: 'Development' },
  'modelling.label': { 'zh-CN': '坏样本定义', en: 'Bad' },
  'modelling.rows': { 'zh-CN': '样本数 / 坏样本', en: 'Rows / bad' },
  'modelling.auc': { 'zh-CN': 'AUC', en: 'AUC' },
  'modelling.ks': { 'zh-CN': 'KS', en: 'KS' },
  'modelling.base-score': { 'zh-CN': '基准分', en: 'Base score' },
  'modelling.base-odds': { 'zh-CN': '基准好坏比', en: 'Good to bad at the base' },
  'modelling.pdo': { 'zh-CN': 'PDO', en: 'PDO' },
  'modelling.rate': { 'zh-CN': '倍数', en: 'Rate' },
  'modelling.characteristics': { 'zh-CN': '特征数', en: 'Characteristics' },
  'modelling.golden': { 'zh-CN': '黄金样例', en: 'Golden vectors' },
  'modelling.features': { 'zh-CN': '使用的指标', en: 'Features read' },
  'modelling.downloads': { 'zh-CN': '下载', en: 'Downloads' },
  'modelling.download.json': { 'zh-CN': '签名 JSON', en: 'Signed JSON' },
  'modelling.download.sql': { 'zh-CN': 'SQL', en: 'SQL' },
  'modelling.download.pmml': { 'zh-CN': 'PMML', en: 'PMML' },
  'modelling.download.pdf': { 'zh-CN': '模型文档（PDF）', en: 'Model document (PDF)' },
  'modelling.document': { 'zh-CN': (v: string) => `模型文档 ${v}`, en: (v: string) => `Model document ${v}` },
  'modelling.document-lede': {
    'zh-CN':
      '由模型台账自动编制：用途、开发、刻度、回测、影子对照、监测、校准、公平性、阈值、使用限制和审批。',
    en: 'Made from the inventory itself: purpose, development, scaling, back-test, shadow, monitoring, calibration, impact, thresholds, limits of use and decisions.',
  },
  'modelling.document-made': {
    'zh-CN': (at: string) => `信桥平台 · 生成于 ${at}`,
    en: (at: string) => `Xinqiao · made at ${at}`,
  },
  'modelling.monitoring': { 'zh-CN': '每月监测', en: 'Monitoring by month' },
  'modelling.months-none': {
    'zh-CN': '还没有统计过。每月初自动统计，也可点击“统计本月”。',
    en: 'Nothing was counted yet. It is on the first of each month, or press “Count this month”.',
  },
  'modelling.month': { 'zh-CN': '月份', en: 'Month' },
  'modelling.firms': { 'zh-CN': '企业数', en: 'Firms' },
  'modelling.psi': { 'zh-CN': 'PSI', en: 'PSI' },
  'modelling.psi-what': {
    'zh-CN': (watch: string, act: string) =>
      `评分分布与首月相比的稳定性：低于 ${watch} 稳定，高于 ${act} 需处置。`,
    en: (watch: string, act: string) =>
      `How far the scores moved from the first month: below ${watch} stable, above ${act} act.`,
  },
  'modelling.thresholds-unverified': {
    'zh-CN': '阈值为业界惯例，未见对应文件，可在政策数据中修改。',
    en: 'The thresholds are customary, not from a regulation, and are policy data.',
  },
  'modelling.loans': { 'zh-CN': '可判定贷款 / 坏', en: 'Loans judged / bad' },
  'modelling.too-few-loans': { 'zh-CN': '可判定的贷款太少，暂不计算', en: 'too few loans to say' },
  'modelling.light.good': { 'zh-CN': '正常', en: 'fine' },
  'modelling.light.watch': { 'zh-CN': '关注', en: 'watch' },
  'modelling.light.act': { 'zh-CN': '处置', en: 'act' },
  'modelling.light.unknown': { 'zh-CN': '样本不足', en: 'too few' },
  'modelling.csi': {
    'zh-CN': '特征稳定性（CSI，变化最大的在前）',
    en: 'Stability of characteristics (CSI), most moved first',
  },
  'modelling.characteristic': { 'zh-CN': '特征', en: 'Characteristic' },
  'modelling.index': { 'zh-CN': '指数', en: 'Index' },
  'modelling.calibration': { 'zh-CN': '校准与回测', en: 'Calibration and back-test' },
  'modelling.calibration-about': {
    'zh-CN': '发放满一年的贷款，按放款时的评分分段：实际坏账率与评分卡所示。',
    en: 'Loans a year after they were granted, by the score of that day: bad share seen and said by the card.',
  },
  'modelling.calibration-none': { 'zh-CN': '还没有可判定的贷款。', en: 'No loan can be judged yet.' },
  'modelling.band': { 'zh-CN': '评分段', en: 'Band' },
  'modelling.seen': { 'zh-CN': '实际', en: 'Seen' },
  'modelling.said': { 'zh-CN': '评分卡所示', en: 'Said' },
  'modelling.impact': { 'zh-CN': '公平性（不利影响）', en: 'Adverse impact' },
  'modelling.impact-about': {
    'zh-CN': (limit: string, least: number) =>
      `各组达到 B 级（或基准分）以上的比例，与同类最高组相比；低于 ${limit} 应当说明。不足 ${least} 家的组不显示。`,
    en: (limit: string, least: number) =>
      `Share of each group at grade B (or the base score) or better, against the best group of its kind; below ${limit} calls for reasons. Groups under ${least} firms are hidden.`,
  },
  'modelling.impact-low': { 'zh-CN': '偏低', en: 'low' },
  'modelling.group': { 'zh-CN': '分组', en: 'Group' },
  'modelling.kind-company': { 'zh-CN': '企业', en: 'Companies' },
  'modelling.kind-sole-trader': { 'zh-CN': '个体工商户', en: 'Sole traders' },
  'modelling.pass': { 'zh-CN': '达标比例', en: 'Share' },
  'modelling.ratio': { 'zh-CN': '与最高组之比', en: 'Of the best' },
  'modelling.too-few': { 'zh-CN': '太少', en: 'too few' },
  'modelling.shadow': { 'zh-CN': '影子运行', en: 'In the shadow' },
  'modelling.shadow-since': {
    'zh-CN': (on: string) => `自 ${on} 起作为挑战者运行；评分只存档对照，不影响企业的评分和等级。`,
    en: (on: string) =>
      `A challenger since ${on}: its points are stored and compared, and touch no firm’s score or grade.`,
  },
  'modelling.shadow-trend': { 'zh-CN': '与现用评分一致的企业', en: 'Firms ranked as by the score in use' },
  'modelling.shadow-trend-what': {
    'zh-CN': '每天两者分到同一五等份的企业占比。',
    en: 'Share of firms that both put into the same fifth, day by day.',
  },
  'modelling.shadow-none': {
    'zh-CN': '还没有运行过；批准为挑战者后自动运行，之后每天一次。',
    en: 'It has not run yet. It runs when it is approved as a challenger, and daily from then on.',
  },
  'modelling.shadow-day': { 'zh-CN': '日期', en: 'Day' },
  'modelling.shadow-agreeing': { 'zh-CN': '同一等份', en: 'Same fifth' },
  'modelling.shadow-higher': { 'zh-CN': '更高', en: 'Higher' },
  'modelling.shadow-lower': { 'zh-CN': '更低', en: 'Lower' },
  'modelling.shadow-against': { 'zh-CN': '对照', en: 'Against' },
  'modelling.shadow-against-score': { 'zh-CN': '现用评分', en: 'the score in use' },
  'modelling.gates': { 'zh-CN': '成为冠军的条件', en: 'To become champion' },
  'modelling.gate.days': {
    'zh-CN': (days: number, least: number) => `影子运行满 ${least} 天（现 ${days} 天）`,
    en: (days: number, least: number) => `${least} days in the shadow (now ${days})`,
  },
  'modelling.gate.firms': {
    'zh-CN': (firms: string, least: string) => `评分不少于 ${least} 家（现 ${firms} 家）`,
    en: (firms: string, least: string) => `${least} firms scored (now ${firms})`,
  },
  'modelling.gate.back-test': {
    'zh-CN': (least: string, seen: string) => `回测 AUC 不低于 ${least}（${seen}）`,
    en: (least: string, seen: string) => `back-test with an AUC of ${least} or more (${seen})`,
  },
  'modelling.gate.back-test-none': { 'zh-CN': '尚无回测', en: 'none yet' },
  'modelling.gate.source.loans': {
    'zh-CN': (auc: string) => `自有贷款 ${auc}`,
    en: (auc: string) => `own loans ${auc}`,
  },
  'modelling.gate.source.study': {
    'zh-CN': (auc: string) => `联合建模检验样本 ${auc}`,
    en: (auc: string) => `test rows of the study ${auc}`,
  },
  'modelling.gate.source.training': {
    'zh-CN': (auc: string) => `训练检验样本 ${auc}`,
    en: (auc: string) => `test rows of the training ${auc}`,
  },
  'modelling.gate.owner': {
    'zh-CN': '属于平台：由银行带来的评分卡只用于该行自己的申请人',
    en: 'belongs to the platform: a card that a bank brought serves its own applicants alone',
  },
  'modelling.gate-person': { 'zh-CN': '另一位人员复核', en: 'a second person approves' },
  'modelling.gate-met': { 'zh-CN': '已满足', en: 'met' },
  'modelling.gate-open': { 'zh-CN': '未满足', en: 'not yet' },
  'modelling.fifths': { 'zh-CN': '与现用评分对照', en: 'Against the score in use' },
  'modelling.fifths-about': {
    'zh-CN': '两者各把企业由低到高分成五等份；对角线上为一致。',
    en: 'Each ranks the firms into fifths, lowest first; the diagonal agrees.',
  },
  'modelling.fifths-none': {
    'zh-CN': '批准为挑战者后自动运行。',
    en: 'It runs once the card is approved as a challenger.',
  },
  'modelling.fifth-rule': {
    'zh-CN': (n: number) => `现用评分第 ${n} 等份`,
    en: (n: number) => `Score in use, fifth ${n}`,
  },
  'modelling.fifth-card': { 'zh-CN': (n: number) => `第 ${n} 等份`, en: (n: number) => `fifth ${n}` },
  'modelling.agree': { 'zh-CN': (share: string) => `一致 ${share}`, en: (share: string) => `${share} agree` },
  'modelling.decisions': { 'zh-CN': '提议与复核', en: 'Proposals and decisions' },
  'modelling.decisions-none': { 'zh-CN': '还没有提议。', en: 'There were no proposals yet.' },
  'modelling.to-role': { 'zh-CN': '提议改为', en: 'To become' },
  'modelling.reason': { 'zh-CN': '理由', en: 'Reason' },
  'modelling.proposed': { 'zh-CN': '提议', en: 'Proposed' },
  'modelling.decided': { 'zh-CN': '复核', en: 'Decided' },
  'modelling.outcome.approved': { 'zh-CN': '批准', en: 'approved' },
  'modelling.outcome.refused': { 'zh-CN': '驳回', en: 'refused' },
  'modelling.propose': { 'zh-CN': '提出', en: 'Propose' },
  'modelling.approve': { 'zh-CN': '批准', en: 'Approve' },
  'modelling.refuse': { 'zh-CN': '驳回', en: 'Refuse' },
  'modelling.wait-other': {
    'zh-CN': '您提出的变更正在等待另一位人员复核。',
    en: 'Your proposal waits for another person.',
  },
  'modelling.open': {
    'zh-CN': (role: string, reason: string) => `提议改为“${role}”：${reason}`,
    en: (role: string, reason: string) => `Proposed to become ${role}: ${reason}`,
  },
  'modelling.look-up': { 'zh-CN': '查一家企业', en: 'Look a firm up' },
  'modelling.key': { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  'modelling.look-up-do': { 'zh-CN': '查询', en: 'Look up' },
  'modelling.firm-score': {
    'zh-CN': (name: string, points: string, on: string) => `${name}：${points} 分（截至 ${on}，不用于定级）`,
    en: (name: string, points: string, on: string) =>
      `${name}: ${points} points (as of ${on}; grades nobody)`,
  },
  'modelling.firm-grade': {
    'zh-CN': (name: string, points: string, grade: string, on: string) =>
      `${name}：${points} 分，等级 ${grade}（截至 ${on}）`,
    en: (name: string, points: string, grade: string, on: string) =>
      `${name}: ${points} points, grade ${grade} (as of ${on})`,
  },
  'modelling.firm-insufficient': {
    'zh-CN': (name: string, on: string) => `${name}：已知信息不足，不评分（截至 ${on}）`,
    en: (name: string, on: string) => `${name}: too little is known for a score (as of ${on})`,
  },
});
