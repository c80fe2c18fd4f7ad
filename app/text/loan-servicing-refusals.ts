import { defineText } from '~/text/define.ts';
import { showDay, showFen, showPpm } from '~/text/format.ts';

const columnWords = {
  contract: { 'zh-CN': '合同编号', en: 'contract no.' },
  'paid-on': { 'zh-CN': '还款日期', en: 'paid on' },
  kind: { 'zh-CN': '类型', en: 'kind' },
  principal: { 'zh-CN': '本金', en: 'principal' },
  interest: { 'zh-CN': '利息', en: 'interest' },
  penalty: { 'zh-CN': '罚息', en: 'penalty interest' },
  serial: { 'zh-CN': '流水号', en: 'serial no.' },
} as const;
type ColumnWord = keyof typeof columnWords;

const amountRefusal = (zh: string, en: string) => ({
  'zh-CN': (r: { leftFen: string }) => zh.replace('{}', showFen(r.leftFen, 'zh-CN')),
  en: (r: { leftFen: string }) => en.replace('{}', showFen(r.leftFen, 'en')),
});

export const loanServicingRefusals = defineText({
  'loan.penalty-outside': {
    'zh-CN': (r: { minPpm: number; maxPpm: number }) =>
      `加收比例应在 ${showPpm(r.minPpm, 'zh-CN')} 至 ${showPpm(r.maxPpm, 'zh-CN')} 之间。`,
    en: (r: { minPpm: number; maxPpm: number }) =>
      `It lies between ${showPpm(r.minPpm, 'en')} and ${showPpm(r.maxPpm, 'en')} of the contract rate.`,
  },
  'loan.evidence-future': {
    'zh-CN': '证据的日期不能晚于今天。',
    en: 'The day of the evidence cannot lie ahead.',
  },
  'loan.evidence-gone': {
    'zh-CN': '这条证据已撤回，或由平台登记、不能由您撤回。请刷新页面查看最新情况。',
    en: 'This evidence is withdrawn already, or the platform stated it and only the platform can withdraw it. Reload to see how it stands.',
  },
  'loan.not-written-off': {
    'zh-CN': '这笔贷款没有核销，请登记为还款。',
    en: 'This loan is not written off; record a repayment instead.',
  },
  'loan.recovery-too-much': amountRefusal(
    '收回本金超过已核销未收回的 {}。',
    'The principal exceeds the {} that is written off and not recovered.',
  ),
  'loan.drawdown-too-much': amountRefusal(
    '提款金额应大于零，且不超过合同内剩余的 {}。',
    'A drawdown is more than nothing and at most the {} left under the contract.',
  ),
  'loan.after-maturity': {
    'zh-CN': (r: { maturityOn: string }) =>
      `贷款 ${showDay(r.maturityOn, 'zh-CN')} 到期，此事项须在到期前办理。`,
    en: (r: { maturityOn: string }) =>
      `The loan matures on ${showDay(r.maturityOn, 'en')}; this is possible only before.`,
  },
  'loan.later-events': {
    'zh-CN': (r: { on: string }) =>
      `${showDay(r.on, 'zh-CN')} 已有之后的事项。请填写该日或更晚的日期，或先冲正。`,
    en: (r: { on: string }) =>
      `There is a later event on ${showDay(r.on, 'en')}. Choose that day or a later one, or reverse it first.`,
  },
  'loan.not-overdue': {
    'zh-CN': '这一天没有逾期，无需认定原因。请填逾期期间的日期。',
    en: 'Nothing is overdue on that day. Enter a day within the overdue.',
  },
  'loan.nothing-to-reverse': {
    'zh-CN': '这笔登记不能冲正：只有未冲正的还款、收回和认定可以，且贷款未续贷。',
    en: 'This entry cannot be reversed: only payments, recoveries and findings can, once, and not after a renewal.',
  },
  'loan.extension-too-long': {
    'zh-CN': (r: { leftMonths: number }) =>
      r.leftMonths > 0 ? `展期合计超过规定上限，最多还可展期 ${r.leftMonths} 个月。` : '展期已达规定上限。',
    en: (r: { leftMonths: number }) =>
      r.leftMonths > 0
        ? `All extensions together exceed the limit: at most ${r.leftMonths} more months.`
        : 'Extensions have reached their limit.',
  },
  'loan.contract-taken': {
    'zh-CN': '本行已用过这个合同编号，请核对。',
    en: 'Your bank has used this contract number already. Check it.',
  },
  'loan.nothing-to-renew': {
    'zh-CN': '这笔贷款已没有本金可续。',
    en: 'No principal is left to renew.',
  },
  'loan.proposal-open': {
    'zh-CN': '这笔贷款已有待复核的核销。',
    en: 'A write-off of this loan waits for a second look already.',
  },
  'loan.proposal-gone': {
    'zh-CN': '待复核的核销已处理。请刷新页面。',
    en: 'The proposal has been decided. Reload the page.',
  },
  'loan.own-proposal': {
    'zh-CN': '不能复核自己提出的核销，请由另一位同事处理。',
    en: 'Nobody confirms a proposal of their own. Ask a colleague.',
  },
  'loan.file-missing': { 'zh-CN': '请选择文件。', en: 'Choose a file.' },
  'loan.file-empty': { 'zh-CN': '文件里没有内容。', en: 'The file is empty.' },
  'loan.file-unreadable': {
    'zh-CN': '读不懂这个文件。请用模板另存为 XLSX，或 UTF-8、GB 18030 编码的 CSV；加密的工作簿请先解除密码。',
    en: 'This file cannot be read. Save the template as XLSX, or as CSV in UTF-8 or GB 18030; take the password off a protected workbook.',
  },
  'loan.file-columns': {
    'zh-CN': (r: { missing: ColumnWord[] }) =>
      `缺少列：${r.missing.map((c) => columnWords[c]['zh-CN']).join('、')}。第一行应为模板的列名。`,
    en: (r: { missing: ColumnWord[] }) =>
      `Columns missing: ${r.missing.map((c) => columnWords[c].en).join(', ')}. The first row names the columns as in the template.`,
  },
  'loan.file-too-long': {
    'zh-CN': (r: { most: number }) => `一个文件最多 ${r.most} 行，请拆分后上传。`,
    en: (r: { most: number }) => `A file has at most ${r.most} rows. Split it.`,
  },
  'loan.file-not-found': { 'zh-CN': '没有找到这个文件。', en: 'This file was not found.' },
  'loan.row-empty': { 'zh-CN': '必填，不能为空。', en: 'Must not be empty.' },
  'loan.row-day': { 'zh-CN': '不是日期。请写成 2026-11-03。', en: 'Not a date. Write it as 2026-11-03.' },
  'loan.row-amount': {
    'zh-CN': '不是金额。请填元，最多两位小数，不能为负。',
    en: 'Not an amount. Yuan with at most two decimals, not negative.',
  },
  'loan.row-kind': {
    'zh-CN': '不认识的类型。请用模板说明里的词，或留空。',
    en: 'Unknown kind. Use the words of the template, or leave it empty.',
  },
  'loan.row-contract': {
    'zh-CN': '本行没有这个编号的贷款合同。请核对编号。',
    en: 'Your bank has no loan under this contract number. Check it.',
  },
  'loan.row-serial': {
    'zh-CN': '这个流水号已入账，但合同、日期或金额不同。请核对，更正须先冲正。',
    en: 'This serial number is booked with another contract, day or amount. Check it; a correction needs a reversal first.',
  },
});

export const loanServicingFlashes = defineText({
  'loan.penalty-stated': {
    'zh-CN': '罚息约定已登记，此后的还款按约定核对。',
    en: 'The penalty interest is stated; payments are compared with it from now on.',
  },
  'loan.event-done': {
    'zh-CN': '已登记，还款计划、逾期天数和分类已更新。',
    en: 'Recorded; schedule, days past due and class are up to date.',
  },
  'loan.renewed-done': {
    'zh-CN': '续贷已登记，这是新合同。',
    en: 'The renewal is recorded; this is the new contract.',
  },
  'loan.write-off-proposed': {
    'zh-CN': '已提交，等待另一位同事复核。',
    en: 'Submitted; a colleague takes the second look.',
  },
  'loan.written-off-done': { 'zh-CN': '核销已生效。', en: 'The write-off took effect.' },
  'loan.write-off-rejected': { 'zh-CN': '核销已退回，贷款不变。', en: 'Rejected; the loan is unchanged.' },
  'loan.file-done': {
    'zh-CN': '文件已处理，结果如下。',
    en: 'The file is taken in; here is what became of it.',
  },
  'loan.file-known': {
    'zh-CN': '这个文件以前上传过，没有重复入账。',
    en: 'This very file was uploaded before; nothing was booked twice.',
  },
});

export const loanNotifications = defineText({
  'loan.borrower-succeeded': {
    'zh-CN': (r: { firm: string; successor: string; on: string; contractNo: string }) =>
      `借款企业${r.firm}自 ${showDay(r.on, 'zh-CN')} 起由${r.successor}承继（合同 ${r.contractNo}），原授权不随之转移`,
    en: (r: { firm: string; successor: string; on: string; contractNo: string }) =>
      `${r.successor} succeeds your borrower ${r.firm} from ${showDay(r.on, 'en')} (contract ${r.contractNo}); consents do not go along`,
  },
  'loan.taken-over': {
    'zh-CN': (r: { firm: string; bankZh: string; contractNo: string }) =>
      `贵企业承继了${r.firm}在${r.bankZh}的贷款（合同 ${r.contractNo}），是否授权该行由贵企业决定`,
    en: (r: { firm: string; bankEn: string; contractNo: string }) =>
      `You took over the loan of ${r.firm} at ${r.bankEn} (contract ${r.contractNo}); whether this bank may read your data is for you to say`,
  },
  'loan.succession-undone': {
    'zh-CN': (r: { firm: string; successor: string; contractNo: string }) =>
      `${r.firm}并入${r.successor}已被撤销，贷款（合同 ${r.contractNo}）仍由${r.firm}偿还；已终止的授权不自动恢复，请重新取得`,
    en: (r: { firm: string; successor: string; contractNo: string }) =>
      `That ${r.successor} succeeded ${r.firm} was undone: ${r.firm} answers for contract ${r.contractNo} again; consents that ended do not come back, so ask for a new one`,
  },
  'loan.given-back': {
    'zh-CN': (r: { successor: string; bankZh: string; contractNo: string }) =>
      `由${r.successor}承继的登记已撤销，贵企业在${r.bankZh}的贷款（合同 ${r.contractNo}）恢复由贵企业偿还；原授权已终止，是否重新授权由贵企业决定`,
    en: (r: { successor: string; bankEn: string; contractNo: string }) =>
      `The succession by ${r.successor} was undone: the loan at ${r.bankEn} (contract ${r.contractNo}) is yours again; your consents ended with it, and whether to give new ones is for you to say`,
  },
  'loan.maturing': {
    'zh-CN': (r: { contractNo: string; on: string }) =>
      `贷款 ${r.contractNo} 将于 ${showDay(r.on, 'zh-CN')} 到期，请安排还款；需要续贷请在到期前申请`,
    en: (r: { contractNo: string; on: string }) =>
      `Loan ${r.contractNo} matures on ${showDay(r.on, 'en')}: arrange repayment, or ask for a renewal before`,
  },
  'loan.first-loan-adjusted': {
    'zh-CN': (r: { contract: string }) => `贷款 ${r.contract} 查明不是首贷，统计和奖励已冲减`,
    en: (r: { contract: string }) =>
      `Loan ${r.contract} proved to be no first loan: statistics and reward are adjusted`,
  },
  'loan.first-loan-contradicted': {
    'zh-CN': (r: { contract: string }) => `贷款 ${r.contract} 有证据显示不是首贷，请核对补偿与奖励`,
    en: (r: { contract: string }) =>
      `Evidence shows that loan ${r.contract} is no first loan: check its compensation and rewards`,
  },
  'loan.month-listed': {
    'zh-CN': (r: { month: string }) => `${r.month} 的月度贷款清单已生成`,
    en: (r: { month: string }) => `The loan list of ${r.month} is ready`,
  },
});
