import { defineText } from '~/text/define.ts';

/** The evidence pack of a claim as a document. */
export const dutyPackText = defineText({
  'duty-pack.title': { 'zh-CN': '尽职免责材料', en: 'Evidence of duties done' },
  'duty-pack.lede': {
    'zh-CN': '依据平台记录与银行提供的文书编制，逐步列明尽职要求及证明，供尽职免责认定使用。',
    en: 'Made from the platform’s records and the bank’s documents: every duty step with its proof.',
  },
  'duty-pack.platform': { 'zh-CN': '信桥', en: 'Xinqiao' },
  'duty-pack.made': {
    'zh-CN': (at: string) => `信桥平台 · 生成于 ${at}`,
    en: (at: string) => `Xinqiao · made at ${at}`,
  },
  'duty-pack.bank': { 'zh-CN': '贷款银行', en: 'Bank' },
  'duty-pack.firm': { 'zh-CN': '借款企业', en: 'Borrower' },
  'duty-pack.contract': { 'zh-CN': '合同编号', en: 'Contract' },
  'duty-pack.scheme': { 'zh-CN': '补偿方案', en: 'Scheme' },
  'duty-pack.state': { 'zh-CN': '申请状态', en: 'State of the claim' },
  'duty-pack.determined': { 'zh-CN': '损失认定', en: 'Loss determined' },
  'duty-pack.causes': { 'zh-CN': '损失成因', en: 'Causes' },
  'duty-pack.and': { 'zh-CN': '、', en: ', ' },
  'duty-pack.loss': { 'zh-CN': '本金损失', en: 'Principal lost' },
  'duty-pack.duties': { 'zh-CN': '尽职步骤与证明', en: 'Duties and their proofs' },
  'duty-pack.duties-of': {
    'zh-CN': (done: number, all: number) => `${all} 步中 ${done} 步有证明`,
    en: (done: number, all: number) => `${done} of ${all} proven`,
  },
  'duty-pack.proven': { 'zh-CN': '有证明', en: 'proven' },
  'duty-pack.unproven': { 'zh-CN': '未见证明', en: 'no proof' },
  'duty-pack.no-proof': { 'zh-CN': '未见此步骤的证明。', en: 'No proof of this step is on file.' },
  'duty-pack.why': { 'zh-CN': '补偿金额的计算', en: 'How the amount came about' },
  'duty-pack.owed': { 'zh-CN': (fen: string) => `应补偿 ${fen}`, en: (fen: string) => `owed ${fen}` },
  'duty-pack.to-agree': { 'zh-CN': '分担比例尚待商定。', en: 'The share is still to be agreed.' },
  'duty-pack.payments': { 'zh-CN': '支付与退回', en: 'Payments' },
  'duty-pack.recoveries': { 'zh-CN': '追回与分配', en: 'Recoveries' },
  'duty-pack.on': { 'zh-CN': '日期', en: 'Date' },
  'duty-pack.journal': { 'zh-CN': '凭证号', en: 'Journal no.' },
  'duty-pack.amount': { 'zh-CN': '金额', en: 'Amount' },
  'duty-pack.gross': { 'zh-CN': '追回金额', en: 'Came back' },
  'duty-pack.to-pool': { 'zh-CN': '返还资金池', en: 'To the pool' },
  'duty-pack.none': { 'zh-CN': '暂无', en: 'None' },
});
