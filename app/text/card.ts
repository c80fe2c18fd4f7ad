import { defineText } from '~/text/define.ts';

/** The command `card`. */
export const cardText = defineText({
  'card.summary': {
    'zh-CN': '评分卡：按文件训练、评价、导出（不需要数据库）；导出台账中的评分卡；按自有贷款训练；查一家企业',
    en: 'Cards: train, score a file, export (no database is needed); export a card of the inventory; train on own loans; score a firm',
  },
  'card.verb': {
    'zh-CN':
      'train 训练 · score 用评分卡评价一份数据 · export 导出为签名 JSON、SQL 或 PMML · train-own 用平台自有贷款训练 · firm 台账中的评分卡对一家企业的评分',
    en: 'train a card · score a file with a card · export it as signed JSON, SQL or PMML · train-own on the platform’s loans · firm: what a card of the inventory says of one',
  },
  'card.data': {
    'zh-CN': '数据文件：带列名的 UTF-8 CSV，可为 .gz',
    en: 'The cases: a UTF-8 CSV with a header, plain or .gz',
  },
  'card.label': {
    'zh-CN': '结果所在的列；空白的行跳过',
    en: 'The column of the outcome; rows without one are skipped',
  },
  'card.bad': { 'zh-CN': '表示坏样本的值（默认 1）', en: 'The value that means bad (1 by default)' },
  'card.id': {
    'zh-CN': '标识列，用于划分训练集与测试集（默认用从 0 起的行号）',
    en: 'The column that identifies a row, for the split (by default the number of the row from 0)',
  },
  'card.exclude': { 'zh-CN': '不作为特征的列', en: 'Columns that are no features' },
  'card.category': { 'zh-CN': '按分类处理的列', en: 'Columns to take as categories' },
  'card.derive': {
    'zh-CN': '派生的比率特征，如 p=a/b，可用逗号分隔多个',
    en: 'Ratios to add, such as p=a/b; several with commas',
  },
  'card.split': {
    'zh-CN': 'sha10：按标识的 SHA-256 取七成训练（默认）；none：全部训练',
    en: 'sha10: seven tenths train, by the SHA-256 of the identifier (default); none: all train',
  },
  'card.repeats': {
    'zh-CN': '另作多少次加盐划分（默认 10）',
    en: 'How many salted splits beside the plain one (10 by default)',
  },
  'card.out': { 'zh-CN': '写出的文件', en: 'The file to write' },
  'card.card': { 'zh-CN': '评分卡文件', en: 'The card' },
  'card.to': { 'zh-CN': '导出格式', en: 'What to export to' },
  'card.monotone': {
    'zh-CN': '要求单调的列：a+ 表示坏账率随 a 上升，b- 表示随 b 下降；可用逗号分隔多个（train、train-own）',
    en: 'Columns whose bins must be monotone: a+ if the bad rate rises with a, b- if it falls; several with commas (train, train-own)',
  },
  'card.version': {
    'zh-CN': '模型台账中的版本号（export、train-own、firm）',
    en: 'The version in the inventory (export, train-own, firm)',
  },
  'card.purpose': {
    'zh-CN': '用途，记入台账（train-own）',
    en: 'The purpose, for the inventory (train-own)',
  },
  'card.firm': { 'zh-CN': '统一社会信用代码或编号（firm）', en: 'The firm’s credit code or id (firm)' },
  'card.own-purpose': { 'zh-CN': '用平台自有贷款训练', en: 'Trained on the platform’s own loans' },
  'card.own.loans': { 'zh-CN': '贷款', en: 'Loans:' },
  'card.own.good': { 'zh-CN': '　好', en: '  good:' },
  'card.own.bad': { 'zh-CN': '　坏', en: '  bad:' },
  'card.own.indeterminate': { 'zh-CN': '　不确定，不用', en: '  indeterminate, left out:' },
  'card.own.young': { 'zh-CN': '　未满观察期，不用', en: '  too young to tell, left out:' },
  'card.own.renewals': { 'zh-CN': '　续贷（并入原贷款）', en: '  renewals, part of the first loan:' },
  'card.own.unseen': {
    'zh-CN': '　放款时没有可用的公开信息，不用',
    en: '  nothing public was known when granted, left out:',
  },
  'card.entered': {
    'zh-CN': (version: string) => `已列入模型台账，候选版本 ${version}；启用需另一位人员复核。`,
    en: (version: string) =>
      `In the inventory as candidate ${version}; a second person has to approve any part it plays.`,
  },
  'card.firm-scored': {
    'zh-CN': (name: string, version: string, points: string, on: string) =>
      `${name}：评分卡 ${version} 得 ${points} 分（截至 ${on}，不用于定级）`,
    en: (name: string, version: string, points: string, on: string) =>
      `${name}: ${points} points by card ${version} (as of ${on}; grades nobody)`,
  },
  'card.firm-graded': {
    'zh-CN': (name: string, version: string, points: string, grade: string, on: string) =>
      `${name}：评分卡 ${version} 得 ${points} 分，等级 ${grade}（截至 ${on}）`,
    en: (name: string, version: string, points: string, grade: string, on: string) =>
      `${name}: ${points} points, grade ${grade}, by card ${version} (as of ${on})`,
  },
  'card.firm-insufficient': {
    'zh-CN': (name: string, version: string, on: string) =>
      `${name}：按评分卡 ${version}，已知信息不足，不评分（截至 ${on}）`,
    en: (name: string, version: string, on: string) =>
      `${name}: too little is known for card ${version} to give a score (as of ${on})`,
  },
  'card.insufficient': {
    'zh-CN': (n: string) => `${n} 行已知信息不足，不评分，未计入`,
    en: (n: string) => `${n} rows have too little known, get no score and are not counted`,
  },
  'card.signed-written': {
    'zh-CN': (keyId: string) => `已用本平台密钥 ${keyId} 签名`,
    en: (keyId: string) => `Signed with this platform’s key ${keyId}`,
  },
  'card.unsigned-written': {
    'zh-CN': '未签名：这里没有平台密钥（可用 --data-dir 指明平台的数据目录）',
    en: 'Not signed: there is no key of a platform here (--data-dir names the folder of its data)',
  },
  'card.signer.none': {
    'zh-CN': (_keyId: string, golden: number) => `评分卡没有签名；${golden} 个校验样例全部通过`,
    en: (_keyId: string, golden: number) => `The card bears no signature; all ${golden} golden vectors hold`,
  },
  'card.signer.platform': {
    'zh-CN': (keyId: string, golden: number) =>
      `签名有效，由本平台密钥 ${keyId} 签出；${golden} 个校验样例全部通过`,
    en: (keyId: string, golden: number) =>
      `The signature holds and is this platform’s (key ${keyId}); all ${golden} golden vectors hold`,
  },
  'card.signer.other': {
    'zh-CN': (keyId: string, golden: number) =>
      `签名有效，但密钥 ${keyId} 不是本平台的，请向提供方核实；${golden} 个校验样例全部通过`,
    en: (keyId: string, golden: number) =>
      `The signature holds but key ${keyId} is not this platform’s; ask who gave you the card. All ${golden} golden vectors hold`,
  },
  'card.bar.read': { 'zh-CN': '读取', en: 'Reading' },
  'card.bar.train': { 'zh-CN': '训练', en: 'Training' },
  'card.trained': {
    'zh-CN': (n: string, auc: string, ks: string) => `训练集 ${n} 行：AUC ${auc}，KS ${ks}`,
    en: (n: string, auc: string, ks: string) => `Training ${n} rows: AUC ${auc}, KS ${ks}`,
  },
  'card.tested': {
    'zh-CN': (n: string, auc: string, ks: string) => `测试集 ${n} 行：AUC ${auc}，KS ${ks}`,
    en: (n: string, auc: string, ks: string) => `Test ${n} rows: AUC ${auc}, KS ${ks}`,
  },
  'card.repeated': {
    'zh-CN': (repeats: number, mean: string, sd: string) => `${repeats} 次划分：测试 AUC ${mean} ± ${sd}`,
    en: (repeats: number, mean: string, sd: string) => `${repeats} splits: test AUC ${mean} ± ${sd}`,
  },
  'card.skipped': {
    'zh-CN': (n: string) => `${n} 行没有结果，已跳过`,
    en: (n: string) => `${n} rows have no outcome and were skipped`,
  },
  'card.left.identifier': {
    'zh-CN': (column: string) => `“${column}”只是行号，没有使用`,
    en: (column: string) => `“${column}” only numbers the rows and was left out`,
  },
  'card.left.constant': {
    'zh-CN': (column: string) => `“${column}”只有一个值，没有使用`,
    en: (column: string) => `“${column}” has one value only and was left out`,
  },
  'card.left.too-many-levels': {
    'zh-CN': (column: string) => `“${column}”的不同文字太多，没有使用；如确为分类，请用 --category 指明`,
    en: (column: string) =>
      `“${column}” holds too many different texts and was left out; if it is a category, name it in --category`,
  },
  'card.made': {
    'zh-CN': (characteristics: number, bins: number, cells: number, seconds: string) =>
      `${characteristics} 项特征 ${bins} 个分箱，其中 ${cells} 项为两两组合；用时 ${seconds} 秒`,
    en: (characteristics: number, bins: number, cells: number, seconds: string) =>
      `${characteristics} characteristics with ${bins} bins, ${cells} of them two-way; ${seconds} s`,
  },
  'card.written': { 'zh-CN': (file: string) => `已写出 ${file}`, en: (file: string) => `Written: ${file}` },
  'card.scored': {
    'zh-CN': (n: string, auc: string, ks: string) => `${n} 行：AUC ${auc}，KS ${ks}`,
    en: (n: string, auc: string, ks: string) => `${n} rows: AUC ${auc}, KS ${ks}`,
  },
});
