import { defineText } from '~/text/define.ts';

/** Deliveries: the desks of providers and of the platform's data operators. */
export const deliveryText = defineText({
  'delivery.desk.title': { 'zh-CN': '报送批次', en: 'Deliveries' },
  'delivery.desk.lede': {
    'zh-CN': '本部门各数据项的及时性，以及每次报送的接收、重复与隔离情况。',
    en: 'How up to date your items are, and what of each delivery was accepted, known already or put in quarantine.',
  },
  'delivery.upload': { 'zh-CN': '报送数据', en: 'Deliver data' },
  'delivery.items': { 'zh-CN': '数据项', en: 'Items' },
  'delivery.items.caption': {
    'zh-CN': '本部门的数据项，数量为最近 90 天',
    en: 'Your items; counts are of the last 90 days',
  },
  'delivery.item': { 'zh-CN': '数据项', en: 'Item' },
  'delivery.due': { 'zh-CN': '报送要求', en: 'Due' },
  'delivery.due.days': {
    'zh-CN': (days: number) => `${days} 天内`,
    en: (days: number) => `every ${days} days`,
  },
  'delivery.last': { 'zh-CN': '最近报送', en: 'Last delivery' },
  'delivery.state': { 'zh-CN': '状态', en: 'State' },
  'delivery.read': { 'zh-CN': '读取', en: 'Read' },
  'delivery.accepted': { 'zh-CN': '接收', en: 'Accepted' },
  'delivery.duplicate': { 'zh-CN': '重复', en: 'Known already' },
  'delivery.quarantined': { 'zh-CN': '隔离', en: 'Quarantine' },
  'delivery.waiting': { 'zh-CN': '待处理', en: 'Waiting' },
  'delivery.verified-only': { 'zh-CN': '只核验，不报送', en: 'Verified only, never delivered' },
  'delivery.trend': { 'zh-CN': '各月报送', en: 'Deliveries by month' },
  'delivery.trend.says': {
    'zh-CN': (accepted: string, quarantined: string) =>
      `近六个月接收 ${accepted} 条，隔离 ${quarantined} 条。`,
    en: (accepted: string, quarantined: string) =>
      `${accepted} records accepted in six months, ${quarantined} put in quarantine.`,
  },
  'delivery.month': { 'zh-CN': '月份', en: 'Month' },
  'delivery.batches': { 'zh-CN': '批次', en: 'Batches' },
  'delivery.batches.title': { 'zh-CN': '数据批次', en: 'Batches' },
  'delivery.batches.lede': {
    'zh-CN': '所有提供方的报送：接收、重复、隔离与退回，可修正后重新提交。',
    en: 'What every provider delivered: accepted, known already, in quarantine or refused, to be mended and sent in again.',
  },
  'delivery.batches.caption': { 'zh-CN': '批次', en: 'Batches' },
  'delivery.batches.none': { 'zh-CN': '没有批次', en: 'No batch' },
  'delivery.batches.none-next': { 'zh-CN': '报送后会出现在这里。', en: 'Deliveries appear here.' },
  'delivery.received-at': { 'zh-CN': '收到', en: 'Received' },
  'delivery.file': { 'zh-CN': '文件', en: 'File' },
  'delivery.provider': { 'zh-CN': '提供方', en: 'Provider' },
  'delivery.provider.all': { 'zh-CN': '全部提供方', en: 'All providers' },
  'delivery.state.all': { 'zh-CN': '全部状态', en: 'All states' },
  'delivery.state.received': { 'zh-CN': '处理中', en: 'Being taken in' },
  'delivery.state.accepted': { 'zh-CN': '已接入', en: 'In' },
  'delivery.state.refused': { 'zh-CN': '整份退回', en: 'Refused' },
  'delivery.only-waiting': {
    'zh-CN': '只看有待处理隔离记录的',
    en: 'Only with records waiting in quarantine',
  },
  'delivery.replay': { 'zh-CN': '重新提交', en: 'Sent in again' },
  'delivery.batch.title': {
    'zh-CN': (name: string) => `批次：${name}`,
    en: (name: string) => `Batch: ${name}`,
  },
  'delivery.batch.page': { 'zh-CN': '批次', en: 'Batch' },
  'delivery.batch.taking-in': { 'zh-CN': '正在接入，请稍候', en: 'It is being taken in' },
  'delivery.batch.taking-in-next': {
    'zh-CN': '通常几秒钟。页面会自动更新，也可以稍后刷新。',
    en: 'It usually takes seconds. The page looks again by itself; you may also come back later.',
  },
  'delivery.batch.refused': { 'zh-CN': '整份文件未接收', en: 'The file was refused as a whole' },
  'delivery.batch.clean': {
    'zh-CN': '全部记录都已接收或早已在库',
    en: 'Every record was accepted or known already',
  },
  'delivery.batch.firms': { 'zh-CN': '涉及企业', en: 'Firms' },
  'delivery.batch.receiver': { 'zh-CN': '经办', en: 'Handed in by' },
  'delivery.batch.machine': { 'zh-CN': '系统接入', en: 'By machine' },
  'delivery.batch.size': { 'zh-CN': '大小', en: 'Size' },
  'delivery.batch.file-hash': { 'zh-CN': '文件哈希', en: 'Hash of the file' },
  'delivery.batch.content-hash': { 'zh-CN': '内容哈希', en: 'Hash of the facts' },
  'delivery.batch.replay-of': { 'zh-CN': '来自批次', en: 'From batch' },
  'delivery.batch.original': { 'zh-CN': '原批次', en: 'The original batch' },
  'delivery.batch.about': { 'zh-CN': '批次信息', en: 'About this batch' },
  'delivery.batch.by-item': { 'zh-CN': '按数据项', en: 'By item' },
  'delivery.batch.replays': { 'zh-CN': '重新提交的批次', en: 'Sent in again as' },
  'delivery.quarantine': { 'zh-CN': '隔离区', en: 'Quarantine' },
  'delivery.quarantine.lede': {
    'zh-CN': '这些记录没有进入任何评分。改正单元格后单条提交，或下载后在本部门系统里改正、整批重报。',
    en: 'None of these reached a score. Mend a row’s cells and send it in again, or download them, mend them at the source and deliver anew.',
  },
  'delivery.quarantine.row': { 'zh-CN': (row: string) => `第 ${row} 行`, en: (row: string) => `Row ${row}` },
  'delivery.quarantine.column': {
    'zh-CN': (column: string) => `列“${column}”`,
    en: (column: string) => `column “${column}”`,
  },
  'delivery.quarantine.whole-row': { 'zh-CN': '整行', en: 'the whole row' },
  'delivery.quarantine.mend': { 'zh-CN': '改正后重新提交', en: 'Mend and send in again' },
  'delivery.quarantine.mend-title': { 'zh-CN': '改正这一行', en: 'Mend this row' },
  'delivery.quarantine.submit': { 'zh-CN': '提交这一条', en: 'Send this record in' },
  'delivery.quarantine.all': { 'zh-CN': '全部原样重新提交', en: 'Send all in again as they are' },
  'delivery.quarantine.all-title': {
    'zh-CN': (n: string) => `把 ${n} 条待处理记录原样再提交一次？`,
    en: (n: string) => `Send ${n} waiting records in again unchanged?`,
  },
  'delivery.quarantine.all-why': {
    'zh-CN': '适用于原因已在别处消除的情况，例如企业登记信息后来才报到。',
    en: 'This helps when the cause is gone, as when the register has meanwhile named a firm that was unknown.',
  },
  'delivery.quarantine.download': { 'zh-CN': '下载隔离记录（CSV）', en: 'Download the rejects (CSV)' },
  'delivery.quarantine.sent': { 'zh-CN': '已重新提交', en: 'Sent in again' },
  'delivery.quarantine.cells': { 'zh-CN': '原始内容', en: 'As it came' },
  'delivery.upload.title': { 'zh-CN': '报送数据', en: 'Deliver data' },
  'delivery.upload.lede': {
    'zh-CN': '一份文件只含一个数据项，CSV 格式（可压缩为 .gz），首行为列名。',
    en: 'One file holds one item: CSV, plain or packed as .gz, with column names in the first row.',
  },
  'delivery.upload.item': { 'zh-CN': '数据项', en: 'Item' },
  'delivery.upload.item-empty': { 'zh-CN': '请选择', en: 'Choose' },
  'delivery.upload.encoding': { 'zh-CN': '文件编码', en: 'Encoding of the file' },
  'delivery.upload.encoding.auto': { 'zh-CN': '自动识别', en: 'Find out' },
  'delivery.upload.encoding.utf-8': { 'zh-CN': 'UTF-8', en: 'UTF-8' },
  'delivery.upload.encoding.gb18030': { 'zh-CN': 'GBK / GB18030（多数国产软件导出）', en: 'GBK / GB 18030' },
  'delivery.upload.file': { 'zh-CN': '文件', en: 'File' },
  'delivery.upload.submit': { 'zh-CN': '报送', en: 'Deliver' },
  'delivery.upload.columns': { 'zh-CN': '列名说明', en: 'The columns' },
  'delivery.upload.columns-lede': {
    'zh-CN': '中文或英文列名均可，顺序不限，多余的列不读取。日期可以只到月或年；金额如 1,075.00。',
    en: 'Names in Chinese or English, in any order; other columns are not read. A date may be a month or a year; an amount is written 1,075.00.',
  },
  'delivery.upload.column': { 'zh-CN': '列名', en: 'Column' },
  'delivery.upload.column-use': { 'zh-CN': '用途', en: 'For' },
  'delivery.upload.use.firm': { 'zh-CN': '企业，必填', en: 'The firm; always' },
  'delivery.upload.use.date': {
    'zh-CN': '发生日期或所属期，必填',
    en: 'When it happened, or its period; always',
  },
  'delivery.upload.use.end': { 'zh-CN': '终止日期，如移出名录', en: 'When it ended, such as leaving a list' },
  'delivery.upload.use.amount': {
    'zh-CN': '金额（元）；按期数据项必填',
    en: 'The amount in yuan; always in a series',
  },
  'delivery.upload.use.quantity': {
    'zh-CN': '数量；无金额的按期数据项必填',
    en: 'The quantity; always in a series without amounts',
  },
  'delivery.upload.use.category': {
    'zh-CN': '类别：目录中的名称或代码',
    en: 'The kind: a name or code of the catalogue',
  },
  'delivery.upload.use.record-no': {
    'zh-CN': '来源系统的记录编号；同一编号再次报送即为更正',
    en: 'The source’s own number: the same number later is a correction',
  },
  'delivery.upload.use.reference': { 'zh-CN': '文号或案号', en: 'Number of the document or case' },
  'delivery.upload.registration': {
    'zh-CN':
      '市场主体登记信息另有列：企业名称、行政区划代码、行业代码、成立日期、注册资本（万元）、登记状态。',
    en: 'The register of firms has its own columns: 企业名称, 行政区划代码, 行业代码, 成立日期, 注册资本（万元）, 登记状态 (name, region, industry, established on, capital, status).',
  },
  'delivery.providers.title': { 'zh-CN': '数据提供方', en: 'Providers' },
  'delivery.providers.lede': {
    'zh-CN': '每个提供方报送得是否及时、质量如何。逾期与隔离率高的排在前面。',
    en: 'How timely and how clean each provider delivers; those that are late or faulty come first.',
  },
  'delivery.providers.caption': { 'zh-CN': '提供方', en: 'Providers' },
  'delivery.providers.late': { 'zh-CN': '逾期数据项', en: 'Late items' },
  'delivery.providers.late-none': { 'zh-CN': '没有', en: 'None' },
  'delivery.providers.late-count': {
    'zh-CN': (n: number) => `${n} 项逾期`,
    en: (n: number) => (n === 1 ? '1 late' : `${n} late`),
  },
  'delivery.providers.rate': { 'zh-CN': '隔离率（90 天）', en: 'Quarantine rate (90 days)' },
  'delivery.providers.items': {
    'zh-CN': (deliverable: number, all: number) => `${deliverable} / ${all}`,
    en: (deliverable: number, all: number) => `${deliverable} of ${all}`,
  },
  'delivery.providers.items-head': { 'zh-CN': '可报送 / 全部', en: 'Items delivered' },
  'delivery.providers.never': { 'zh-CN': '从未', en: 'Never' },
  'delivery.providers.batches': { 'zh-CN': '查看批次', en: 'Batches' },
});

/** What is said after a command. */
export const deliveryFlashes = defineText({
  'record.delivered': {
    'zh-CN': '文件已收到，正在接入。',
    en: 'The file was received and is being taken in.',
  },
  'record.replayed': { 'zh-CN': '已作为新批次重新提交。', en: 'Sent in again as a batch of its own.' },
});
