import { defineText } from '~/text/define.ts';

/** Refusals of the stage `report`. */
export const reportRefusals = defineText({
  'report.not-found': {
    'zh-CN': '没有找到这份报告。请从报告列表中打开。',
    en: 'This report was not found. Open it from the list of reports.',
  },
  'report.code-not-found': {
    'zh-CN': '平台没有出具过这个编号的报告。请核对二维码或网址；报告可能是伪造的。',
    en: 'The platform never issued a report under this code. Check the address; the report may be forged.',
  },
  'report.unreadable': {
    'zh-CN': ({ at }: { at: string }) =>
      `这不是信桥的报告文件（问题在 ${at}）。请选择报告页面下载的 JSON 文件。`,
    en: ({ at }: { at: string }) =>
      `This is no report file of Xinqiao (at ${at}). Choose the JSON file downloaded from the report’s page.`,
  },
  'report.altered': {
    'zh-CN': '报告内容与签名时不一致，已被改动，不可采信。',
    en: 'The content is not what was signed: it was altered. Do not rely on it.',
  },
  'report.signature-wrong': {
    'zh-CN': '签名无效，不可采信。',
    en: 'The signature is not valid. Do not rely on it.',
  },
  'report.key-foreign': {
    'zh-CN': ({ keyId }: { keyId: string }) => `签名有效，但密钥 ${keyId} 不是平台公布的密钥。`,
    en: ({ keyId }: { keyId: string }) =>
      `The signature holds, but key ${keyId} is not the one the platform publishes.`,
  },
  'report.region-unknown': {
    'zh-CN': '没有这个行政区划代码。请填写六位代码，例如 640100；留空为全部地区。',
    en: 'There is no such division. Enter six digits such as 640100, or leave it empty for all.',
  },
  'report.no-firms': {
    'zh-CN': '这个范围内没有可出具报告的企业。请换一个地区或行业。',
    en: 'There are no firms to report on in this selection. Choose another region or industry.',
  },
});

/** The report itself, on paper and on the page. */
export const reportText = defineText({
  'report.document': { 'zh-CN': '企业信用报告', en: 'Credit report' },
  'report.document-lede': {
    'zh-CN': '依据平台归集的公共信用信息编制，每项均有来源。评分供参考，放款与否由金融机构决定。',
    en: 'Made from the public credit records that the platform holds, each with its source. The score is for reference; lenders decide.',
  },
  'report.platform': { 'zh-CN': '信桥', en: 'Xinqiao' },
  'report.made': {
    'zh-CN': (at: string) => `信桥平台 · 生成于 ${at}`,
    en: (at: string) => `Xinqiao · made at ${at}`,
  },
  'report.number': { 'zh-CN': '报告编号', en: 'Report no.' },
  'report.name': { 'zh-CN': '企业名称', en: 'Firm' },
  'report.uscc': { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  'report.no-uscc': { 'zh-CN': '无', en: 'none' },
  'report.region': { 'zh-CN': '所在地区', en: 'Region' },
  'report.industry': { 'zh-CN': '行业', en: 'Industry' },
  'report.established': { 'zh-CN': '成立日期', en: 'Established' },
  'report.status': { 'zh-CN': '登记状态', en: 'Status' },
  'report.status.active': { 'zh-CN': '存续', en: 'active' },
  'report.status.cancelled': { 'zh-CN': '注销', en: 'deregistered' },
  'report.status.revoked': { 'zh-CN': '吊销', en: 'revoked' },
  'report.status.moved-out': { 'zh-CN': '迁出', en: 'moved away' },
  'report.unknown': { 'zh-CN': '未知', en: 'unknown' },
  'report.made-at': { 'zh-CN': '出具时间', en: 'Made' },
  'report.for': { 'zh-CN': '出具对象', en: 'Made for' },
  'report.for.firm': { 'zh-CN': '企业本人', en: 'the firm itself' },
  'report.for.bank': { 'zh-CN': '金融机构（经企业授权）', en: 'a lender, under consent' },
  'report.for.platform': { 'zh-CN': '批量出具（仅公开数据）', en: 'a batch, from public data' },
  'report.score': { 'zh-CN': '信用评分', en: 'Credit score' },
  'report.score-none': { 'zh-CN': '还没有评分。', en: 'There is no score yet.' },
  'report.score-closed': { 'zh-CN': '信息不足', en: 'Insufficient' },
  'report.of': { 'zh-CN': '分（满分 1000）', en: 'points of 1000' },
  'report.grade': { 'zh-CN': (grade: string) => `等级：${grade}`, en: (grade: string) => `Grade: ${grade}` },
  'report.coverage': {
    'zh-CN': (share: string) => `信息覆盖率：${share}`,
    en: (share: string) => `Share of the weight known: ${share}`,
  },
  'report.scope.full': {
    'zh-CN': '范围：公开数据与企业授权的数据',
    en: 'Scope: public data and the data the firm opened',
  },
  'report.scope.public': { 'zh-CN': '范围：仅公开数据', en: 'Scope: public data alone' },
  'report.card': {
    'zh-CN': (version: string, on: string) => `评分卡 ${version}，截至 ${on}`,
    en: (version: string, on: string) => `Card ${version}, as of ${on}`,
  },
  'report.veto': { 'zh-CN': (what: string) => `一票否决：${what}`, en: (what: string) => `Veto: ${what}` },
  'report.dimensions': { 'zh-CN': '各维度得分', en: 'Points by dimension' },
  'report.dimensions-about': {
    'zh-CN': '五个维度的得分与满分，以及已知信息所占的权重。',
    en: 'Points earned and possible in each of the five dimensions, with the share that is known.',
  },
  'report.known': { 'zh-CN': (share: string) => `已知 ${share}`, en: (share: string) => `${share} known` },
  'report.reasons': { 'zh-CN': '主要原因与改进办法', en: 'Main reasons and what to do' },
  'report.reason': { 'zh-CN': '原因', en: 'Reason' },
  'report.fix': { 'zh-CN': '改进办法', en: 'What to do' },
  'report.grade-name': { 'zh-CN': '等级', en: 'Grade' },
  'report.coverage-name': { 'zh-CN': '信息覆盖率', en: 'Share known' },
  'report.lines': { 'zh-CN': '逐项指标', en: 'Every indicator' },
  'report.line': { 'zh-CN': '指标', en: 'Indicator' },
  'report.line-value': { 'zh-CN': '数值', en: 'Value' },
  'report.line-points': { 'zh-CN': '得分/满分', en: 'Points' },
  'report.line-unknown': { 'zh-CN': '未知，按中性分计', en: 'unknown, counts as neutral' },
  'report.holdings': { 'zh-CN': '归集的信用信息', en: 'Records held' },
  'report.holdings-none': { 'zh-CN': '范围内没有记录。', en: 'There are no records in this scope.' },
  'report.item': { 'zh-CN': '数据项', en: 'Item' },
  'report.provider': { 'zh-CN': '来源单位', en: 'From' },
  'report.records': { 'zh-CN': '条数', en: 'Records' },
  'report.span': { 'zh-CN': '期间', en: 'Period' },
  'report.learnt': { 'zh-CN': '最近入库', en: 'Last learnt' },
  'report.objections': { 'zh-CN': '尚未办结的异议', en: 'Pending objections' },
  'report.objections-none': { 'zh-CN': '没有尚未办结的异议。', en: 'There are no pending objections.' },
  'report.objection': {
    'zh-CN': (name: string, on: string) => `${name}：企业于 ${on} 提出异议，正在核查`,
    en: (name: string, on: string) => `${name}: the firm objected on ${on}; it is being checked`,
  },
  'report.queries': { 'zh-CN': '查询记录', en: 'Query history' },
  'report.queries-firm': {
    'zh-CN': (listed: number, total: number) =>
      `机构与平台对本企业的查询，共 ${total} 次，列出最近 ${listed} 次`,
    en: (listed: number, total: number) =>
      `reads by institutions and the platform: ${total}, the latest ${listed} listed`,
  },
  'report.queries-bank': {
    'zh-CN': '仅列出本机构的查询；其他机构的查询不向您显示。',
    en: 'your own institution’s queries; those of others are not shown to you',
  },
  'report.queries-platform': {
    'zh-CN': (listed: number, total: number) =>
      `共 ${total} 次，列出最近 ${listed} 次；机构名称只向企业本身显示`,
    en: (listed: number, total: number) =>
      `${total} in all, the latest ${listed} listed; which institution it was is shown to the firm alone`,
  },
  'report.queries-none': { 'zh-CN': '没有查询记录。', en: 'Nobody has asked.' },
  'report.query-at': { 'zh-CN': '时间', en: 'When' },
  'report.query-by': { 'zh-CN': '查询方', en: 'By' },
  'report.query-what': { 'zh-CN': '内容', en: 'What' },
  'report.query-purpose': { 'zh-CN': '目的', en: 'Purpose' },
  'report.query-refused': { 'zh-CN': '（被拒绝）', en: ' (refused)' },
  'report.proof': { 'zh-CN': '核验', en: 'Proof' },
  'report.proof-scan': {
    'zh-CN': '扫码核验本报告是否仍然有效',
    en: 'Scan to see whether this report still holds',
  },
  'report.proof-hash': {
    'zh-CN': (hash: string) => `内容指纹（SHA-256）：${hash}`,
    en: (hash: string) => `Fingerprint (SHA-256): ${hash}`,
  },
  'report.proof-key': {
    'zh-CN': (key: string) => `签名密钥：${key}（Ed25519）`,
    en: (key: string) => `Signed with key ${key} (Ed25519)`,
  },
  'report.proof-offline': {
    'zh-CN': '下载的 JSON 文件可离线核验：xinqiao report verify --file 文件',
    en: 'The JSON file proves itself offline: xinqiao report verify --file FILE',
  },
});
