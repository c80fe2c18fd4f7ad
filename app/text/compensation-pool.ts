import { defineText } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';

/** How the funds desk opens and fills a pool. */
export const poolDeskText = defineText({
  'pool.fund': { 'zh-CN': '登记入账', en: 'Book money that came in' },
  'pool.fund-about': {
    'zh-CN': '财政拨款或专户利息。入账后立即按顺序为排队的申请预留资金。',
    en: 'An appropriation, or interest of the pool’s account. Claims that wait get their turn at once.',
  },
  'pool.fund-from': { 'zh-CN': '来源', en: 'From' },
  'pool.fund-interest': { 'zh-CN': '利息滚入', en: 'interest that rolls in' },
  'pool.fund-amount': { 'zh-CN': '金额', en: 'Amount' },
  'pool.fund-on': { 'zh-CN': '到账日期', en: 'Received on' },
  'pool.fund-reference': { 'zh-CN': '凭证号', en: 'Payment number' },
  'pool.fund-hint': {
    'zh-CN': '同一来源的同一凭证号只入账一次。',
    en: 'The same number of a source is booked once.',
  },
  'pool.fund-do': { 'zh-CN': '入账', en: 'Book it' },
  'pool.top-up': { 'zh-CN': '补充资金', en: 'Top-up' },
  'pool.top-up-rule': {
    'zh-CN': (times: number) => `按 1:${times} 补充：每补充 1 元可多备案 ${times} 元贷款。`,
    en: (times: number) => `At 1:${times}: every yuan put in carries ${times} yuan of loans.`,
  },
  'pool.top-up-needed': {
    'zh-CN': (fen: string) => `已超过放大倍数，需先补充 ${showFen(fen, 'zh-CN')}。`,
    en: (fen: string) => `Above the multiple: ${showFen(fen, 'en')} has to be put in first.`,
  },
  'pool.open': { 'zh-CN': '开设资金池', en: 'Open a pool' },
  'pool.open-about': {
    'zh-CN': '为生效中、还没有资金池的补偿政策开设。此后放款的贷款自动备案。',
    en: 'For a scheme in force that has none. Loans disbursed from then on are enrolled by themselves.',
  },
  'pool.open-none': {
    'zh-CN': '生效中的补偿政策都已有资金池。',
    en: 'Every compensation scheme in force has its pool.',
  },
  'pool.open-scheme': { 'zh-CN': '补偿政策', en: 'Scheme' },
  'pool.open-name-zh': { 'zh-CN': '资金池名称（中文）', en: 'Name in Chinese' },
  'pool.open-name-en': { 'zh-CN': '资金池名称（英文）', en: 'Name in English' },
  'pool.open-do': { 'zh-CN': '开设', en: 'Open it' },
});

export const poolRefusals = defineText({
  'compensation.no-payer': {
    'zh-CN': '这个资金池的政策没有规定由这一方出资。请从列表中选择来源。',
    en: 'The scheme of this pool names no such source. Choose one from the list.',
  },
  'compensation.fund-nothing': { 'zh-CN': '请填写大于零的金额。', en: 'State an amount above zero.' },
  'compensation.fund-date': { 'zh-CN': '到账日期不能晚于今天。', en: 'The day of receipt cannot lie ahead.' },
  'compensation.pool-too-large': {
    'zh-CN': (r: { leftFen: string }) =>
      `超过政策规定的资金池规模上限，最多还可入账 ${showFen(r.leftFen, 'zh-CN')}。`,
    en: (r: { leftFen: string }) =>
      `The scheme bounds the pool’s size: ${showFen(r.leftFen, 'en')} more at most.`,
  },
  'compensation.no-scheme': {
    'zh-CN': '这项政策未生效或已有资金池。请从列表中选择。',
    en: 'The scheme is not in force or has a pool already. Choose one from the list.',
  },
});

export const poolFlashes = defineText({
  'compensation.done.pool-funded': {
    'zh-CN': '已入账，正在按顺序预留。',
    en: 'Booked; claims that wait get their turn.',
  },
  'compensation.done.pool-opened': {
    'zh-CN': '资金池已开设，请登记首笔资金。',
    en: 'The pool is open. Book its first money.',
  },
});
