import { defineText } from '~/text/define.ts';

/** The pages of the stage `score`. */
export const scoreText = defineText({
  'score.title': { 'zh-CN': '我的信用评分', en: 'My credit score' },
  'score.lede': {
    'zh-CN': '每一分都对应一条公布的规则和一条有来源的记录。评分供银行参考，放不放款由银行决定。',
    en: 'Every point answers to a published rule and a sourced record. Banks use it for reference; lending is their decision.',
  },
  'score.sheet-title': { 'zh-CN': '历史评分单', en: 'An earlier score sheet' },
  'score.sheet-lede': {
    'zh-CN': (at: string) => `这份评分单于 ${at} 形成，按当时已知的记录说明，不会再变。`,
    en: (at: string) => `This sheet was made on ${at} and explains what was known then. It never changes.`,
  },
  'score.views': { 'zh-CN': '评分范围', en: 'Scope of the score' },
  'score.full': { 'zh-CN': '完整评分', en: 'Full score' },
  'score.public': { 'zh-CN': '公开评分', en: 'Public score' },
  'score.scope-full': { 'zh-CN': '公开数据与您授权的数据', en: 'Public data and the data you opened' },
  'score.scope-public': { 'zh-CN': '仅公开数据', en: 'Public data only' },
  'score.how': { 'zh-CN': '评分规则', en: 'How scoring works' },
  'score.what-if': { 'zh-CN': '怎样提高评分', en: 'How to raise it' },
  'score.portrait': { 'zh-CN': '企业画像', en: 'Portrait' },
  'score.reports': { 'zh-CN': '信用报告', en: 'Credit reports' },
  'score.none': { 'zh-CN': '还没有评分', en: 'There is no score yet' },
  'score.none-next': {
    'zh-CN': '注册后几分钟内会形成第一份评分单，请稍后刷新。',
    en: 'The first sheet is made within minutes of registration. Please come back shortly.',
  },
  'score.none-alone': { 'zh-CN': '该企业还没有评分。', en: 'This firm has no score yet.' },

  'score.dial': { 'zh-CN': '得分与等级', en: 'Points and grade' },
  'score.dial-what': {
    'zh-CN': (points: string, grade: string) => `${points} 分，等级 ${grade}，满分 1000 分。`,
    en: (points: string, grade: string) => `${points} points of 1000, grade ${grade}.`,
  },
  'score.dial-none': {
    'zh-CN': '已知信息不足以评分，这不是不良评价。',
    en: 'Too little is known for a score. This is no adverse judgement.',
  },
  'score.grade': { 'zh-CN': '等级', en: 'Grade' },
  'score.grade-veto': { 'zh-CN': '因一票否决，与得分无关', en: 'by veto, whatever the points' },
  'score.coverage': { 'zh-CN': '信息覆盖率', en: 'Share known' },
  'score.coverage-note': {
    'zh-CN': (floor: string) => `低于 ${floor} 不评分；未知部分按中性分计，不加不减`,
    en: (floor: string) => `no score below ${floor}; what is unknown counts as neutral`,
  },
  'score.as-of': { 'zh-CN': '截至', en: 'As of' },
  'score.estimate': { 'zh-CN': '统计估计', en: 'Statistical estimate' },
  'score.estimate-about': {
    'zh-CN': '由统计评分卡的冠军版本按公开记录推算，只供参考，不用于定级。',
    en: 'What the statistical card in use reckons from public records. For reference; it grades nobody.',
  },
  'score.estimate-risk': { 'zh-CN': '一年内违约的可能', en: 'Chance of default within a year' },
  'score.estimate-risk-note': {
    'zh-CN': '按评分卡的刻度换算，不是对贵企业的判断',
    en: 'read off the scale of the card, not a judgement of your firm',
  },
  'score.estimate-points': { 'zh-CN': '统计分', en: 'Points of that card' },
  'score.card': { 'zh-CN': '评分卡', en: 'Card' },
  'score.scope': { 'zh-CN': '使用数据', en: 'Data used' },

  'score.veto-title': {
    'zh-CN': (what: string) => `一票否决：${what}`,
    en: (what: string) => `Veto: ${what}`,
  },
  'score.veto-body': {
    'zh-CN': '等级为 D 是因为下面这条记录，与其他得分无关。记录移出、修复或撤销后，下一次评价自动解除。',
    en: 'The grade is D because of the record below, whatever the points. It lifts by itself once the record is removed, repaired or revoked.',
  },

  'score.reasons': { 'zh-CN': '主要原因与改进办法', en: 'Main reasons and what to do' },
  'score.reasons-none': {
    'zh-CN': '没有可改进的失分项。',
    en: 'No points were lost that you could win back.',
  },
  'score.do': { 'zh-CN': '怎么办', en: 'What to do' },

  'score.dimensions': { 'zh-CN': '各维度得分', en: 'Points by dimension' },
  'score.dimensions-what': {
    'zh-CN': '五个维度各占多少分、得了多少分、其中多少是已知的。',
    en: 'How many points each of the five dimensions holds, earned, and how much of it is known.',
  },
  'score.known': {
    'zh-CN': (share: string) => `已知 ${share}`,
    en: (share: string) => `${share} known`,
  },

  'score.moves': { 'zh-CN': '哪些加分，哪些减分', en: 'What raised and what lowered it' },
  'score.moves-what': {
    'zh-CN': '与“未知”的中性分相比：向右为加分，向左为减分。',
    en: 'Against the neutral points of the unknown: to the right it raised, to the left it lowered.',
  },
  'score.moves-none': { 'zh-CN': '没有加分或减分的指标。', en: 'Nothing raised or lowered the score.' },

  'score.lines': { 'zh-CN': '逐项说明', en: 'Every indicator' },
  'score.lines-lede': {
    'zh-CN': '展开一项，可看到档位和背后的记录：内容、日期、来源单位和入库日期。',
    en: 'Open one to see its bin and the records behind it: what, when, from whom, learnt when.',
  },
  'score.line-points': {
    'zh-CN': (points: string, max: string) => `${points}/${max} 分`,
    en: (points: string, max: string) => `${points} of ${max}`,
  },
  'score.line-bin': { 'zh-CN': (bin: string) => `档位：${bin}`, en: (bin: string) => `Bin: ${bin}` },
  'score.line-reads': {
    'zh-CN': (items: string) => `取自：${items}`,
    en: (items: string) => `Read from: ${items}`,
  },
  'score.line-unknown': {
    'zh-CN': (why: string, neutral: string) => `${why}，按中性分 ${neutral} 计，不加不减。`,
    en: (why: string, neutral: string) => `${why}. It counts as neutral with ${neutral} points.`,
  },
  'score.line-stale': {
    'zh-CN': '数据单位未按周期更新，已有记录仍计入评分。',
    en: 'The department is late with this item; what it delivered still counts.',
  },
  'score.line-none': {
    'zh-CN': '数据单位已提供，本企业没有相关记录。',
    en: 'The department has supplied the item, and there is no such record of this firm.',
  },
  'score.line-withheld': {
    'zh-CN': '所依据的记录不在本次授权范围内，或已修复、撤销、暂停披露，仅显示得分。',
    en: 'Records behind it are outside this consent, or were repaired, revoked or are suspended; only the points are shown.',
  },
  'score.line-more': {
    'zh-CN': (n: number) => `另有 ${n} 条较早的记录`,
    en: (n: number) => `and ${n} earlier records`,
  },
  'score.record-undated': { 'zh-CN': '来源未给日期', en: 'no date from the source' },
  'score.record-ended': { 'zh-CN': (on: string) => `至 ${on}`, en: (on: string) => `until ${on}` },
  'score.record-source': {
    'zh-CN': (provider: string, known: string) => `来源：${provider}，${known} 入库`,
    en: (provider: string, known: string) => `From ${provider}, learnt ${known}`,
  },
  'score.record-amount': {
    'zh-CN': (name: string, amount: string) => `${name} ${amount}`,
    en: (name: string, amount: string) => `${name} ${amount}`,
  },
  'score.record-quantity': {
    'zh-CN': (name: string, value: string) => `${name}：${value}`,
    en: (name: string, value: string) => `${name}: ${value}`,
  },
  'score.later.correct': { 'zh-CN': '其后已更正', en: 'corrected since' },
  'score.later.revoke': { 'zh-CN': '其后已撤销', en: 'revoked since' },
  'score.disputed.flagged': { 'zh-CN': '异议处理中', en: 'objection pending' },
  'score.disputed.suspended': { 'zh-CN': '异议处理中，暂停披露', en: 'objection pending, not disclosed' },
  'score.later.seal': { 'zh-CN': '其后已修复，不再使用', en: 'repaired since, no longer used' },

  'score.insufficient': { 'zh-CN': '信息不足，暂不评分', en: 'Too little is known for a score' },
  'score.insufficient-body': {
    'zh-CN': (known: string, floor: string) =>
      `目前只知道全部权重的 ${known}，达到 ${floor} 才评分。信息不足不是差评，银行看到的也是“信息不足”。`,
    en: (known: string, floor: string) =>
      `${known} of the weight is known; a score needs ${floor}. This is no bad grade, and banks see the same words.`,
  },
  'score.raise': { 'zh-CN': '哪些信息可以补上', en: 'What would make more known' },
  'score.raise-lede': {
    'zh-CN': '按占评分权重的大小排列。',
    en: 'In the order of their weight in the score.',
  },
  'score.raise-share': {
    'zh-CN': (share: string) => `权重 ${share}`,
    en: (share: string) => `${share} of the weight`,
  },
  'score.consent': { 'zh-CN': '授权评价使用', en: 'Open records to the evaluation' },
  'score.consent-body': {
    'zh-CN': '评价授权只给本平台用于评分，与任何银行无关，随时可撤回；撤回后恢复公开评分。',
    en: 'The evaluation consent is for this platform’s score alone, apart from any bank. Withdraw it at any time and the public score returns.',
  },

  'score.history': { 'zh-CN': '评分历史', en: 'History' },
  'score.history-what': {
    'zh-CN': '每次有变化时形成新的评分单；断开处为信息不足。',
    en: 'A new sheet is made whenever something changes; gaps mean that too little was known.',
  },
  'score.history-at': { 'zh-CN': '形成时间', en: 'Made' },
  'score.history-cause': { 'zh-CN': '原因', en: 'Cause' },
  'score.history-scope': { 'zh-CN': '范围', en: 'Scope' },
  'score.history-grade': { 'zh-CN': '等级', en: 'Grade' },
  'score.history-points': { 'zh-CN': '得分', en: 'Points' },
  'score.history-coverage': { 'zh-CN': '覆盖率', en: 'Known' },
});
