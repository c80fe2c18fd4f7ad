import { defineText } from '~/text/define.ts';

/** The pages of the stage `report`. */
export const reportPageText = defineText({
  'reports.title': { 'zh-CN': '我的信用报告', en: 'My credit reports' },
  'reports.lede': {
    'zh-CN':
      '出具当下的信用报告：网页、PDF 和可离线核验的签名文件。报告一经出具不再改动，扫码可知是否仍然有效。',
    en: 'Have a report of this moment made: as a page, a PDF and a signed file that proves itself offline. It never changes; its QR code says whether it still holds.',
  },
  'reports.make': { 'zh-CN': '出具新报告', en: 'Make a report' },
  'reports.list': { 'zh-CN': '已出具的报告', en: 'Reports so far' },
  'reports.none': { 'zh-CN': '还没有出具过报告', en: 'No report has been made yet' },
  'reports.none-next': {
    'zh-CN': '点击“出具新报告”，几秒内即可查看和下载。',
    en: 'Press “Make a report”; you can read and download it within seconds.',
  },
  'reports.at': { 'zh-CN': '出具时间', en: 'Made' },
  'reports.scope': { 'zh-CN': '范围', en: 'Scope' },
  'reports.scope.full': { 'zh-CN': '含授权数据', en: 'With consented data' },
  'reports.scope.public': { 'zh-CN': '仅公开数据', en: 'Public data' },
  'reports.scope.none': { 'zh-CN': '未评分', en: 'Not scored' },
  'reports.points': { 'zh-CN': '得分', en: 'Points' },
  'reports.hash': { 'zh-CN': '内容指纹', en: 'Fingerprint' },
  'reports.pdf': { 'zh-CN': '下载 PDF', en: 'Download PDF' },
  'reports.json': { 'zh-CN': '下载签名文件', en: 'Download signed file' },
  'reports.check': { 'zh-CN': '核验页', en: 'Check it' },
  'reports.qr': { 'zh-CN': '核验二维码', en: 'QR code of the check' },
  'reports.bank-pdf': { 'zh-CN': '信用报告（PDF）', en: 'Credit report (PDF)' },

  'check.title': { 'zh-CN': '报告核验', en: 'Check a report' },
  'check.lede': {
    'zh-CN': '扫描报告上的二维码会到达这里。也可上传报告的 JSON 文件，核对内容是否被改动。',
    en: 'The QR code on a report leads here. Or hand in a report’s JSON file to see whether it was altered.',
  },
  'check.issued': { 'zh-CN': '平台出具过这份报告', en: 'The platform issued this report' },
  'check.holds': { 'zh-CN': '报告仍然有效', en: 'The report still holds' },
  'check.over': { 'zh-CN': '报告不再有效', en: 'The report no longer holds' },
  'check.firm': { 'zh-CN': '企业代码（部分）', en: 'Credit code, in part' },
  'check.firm-note': {
    'zh-CN': '应与报告上的代码首尾一致；为保护企业，此页不显示名称。',
    en: 'It must fit the code on the report; this page names no firm, to protect it.',
  },
  'check.for': { 'zh-CN': '出具对象', en: 'Made for' },
  'check.made': { 'zh-CN': '出具时间', en: 'Made' },
  'check.number': { 'zh-CN': '报告编号', en: 'Report no.' },
  'check.hash': { 'zh-CN': '内容指纹', en: 'Fingerprint' },
  'check.hash-note': {
    'zh-CN': '应与报告上印的一致；不一致说明报告被改动。',
    en: 'It must be the one printed on the report; another one means that it was altered.',
  },
  'check.consent': { 'zh-CN': '授权', en: 'Consent' },
  'check.consent.none': { 'zh-CN': '仅用公开数据，无需授权', en: 'Public data alone, no consent needed' },
  'check.consent.active': {
    'zh-CN': (on: string) => `有效，至 ${on}`,
    en: (on: string) => `in force until ${on}`,
  },
  'check.consent.pending': { 'zh-CN': '尚未生效', en: 'not in force yet' },
  'check.consent.withdrawn': {
    'zh-CN': (on: string) => `企业已于 ${on} 撤回，不得再使用报告中的授权数据`,
    en: (on: string) => `withdrawn by the firm at ${on}; its consented data may no longer be used`,
  },
  'check.consent.paused': {
    'zh-CN': (on: string) => `企业自 ${on} 起暂停，恢复之前不得使用报告中的授权数据`,
    en: (on: string) => `paused by the firm since ${on}; its consented data may not be used until it resumes`,
  },
  'check.consent.expired': {
    'zh-CN': (on: string) => `已于 ${on} 到期`,
    en: (on: string) => `expired at ${on}`,
  },
  'reports.bank-open': { 'zh-CN': '查看信用报告', en: 'Open the credit report' },
  'reports.bank-file': { 'zh-CN': '企业资料', en: 'File of the firm' },
  'check.score': { 'zh-CN': '评分', en: 'Score' },
  'check.score.none': { 'zh-CN': '报告没有评分', en: 'The report carries no score' },
  'check.score.holds': { 'zh-CN': '与报告一致，仍然有效', en: 'still as printed' },
  'check.score.superseded': {
    'zh-CN': (on: string) => `已于 ${on} 更新，报告上的评分不再是最新`,
    en: (on: string) => `renewed at ${on}; what is printed is no longer the latest`,
  },
  'check.score.restated': {
    'zh-CN': (on: string) => `所依据的记录被更正、撤销或修复，评分已于 ${on} 重述；报告上的评分不应再使用`,
    en: (on: string) =>
      `restated at ${on} after a record was corrected, revoked or repaired; do not use what is printed`,
  },
  'check.records': { 'zh-CN': '记录', en: 'Records' },
  'check.records.hold': {
    'zh-CN': '出具后没有更正、撤销或修复',
    en: 'none corrected, revoked or repaired since',
  },
  'check.records.changed': {
    'zh-CN': (on: string) => `出具后有记录被更正、撤销或修复（最近一次 ${on}），报告列出的记录数可能已不成立`,
    en: (on: string) =>
      `some were corrected, revoked or repaired since (last at ${on}); the counts printed may no longer hold`,
  },
  'check.now': { 'zh-CN': (at: string) => `核验时间：${at}`, en: (at: string) => `Checked at ${at}` },
  'check.key': { 'zh-CN': '平台签名密钥', en: 'The platform’s key' },
  'check.file': { 'zh-CN': '报告的 JSON 文件', en: 'The report’s JSON file' },
  'check.do': { 'zh-CN': '核验文件', en: 'Check the file' },
  'check.file-missing': { 'zh-CN': '请选择报告的 JSON 文件。', en: 'Choose the report’s JSON file.' },
  'check.code': { 'zh-CN': '报告核验码', en: 'Code of the report' },
  'check.code-hint': {
    'zh-CN': '印在报告二维码网址末尾的 32 位编号。',
    en: 'The 32 characters at the end of the address in the QR code.',
  },
  'check.code-do': { 'zh-CN': '查询', en: 'Look it up' },

  'batch.title': { 'zh-CN': '批量信用报告', en: 'Reports in a batch' },
  'batch.lede': {
    'zh-CN': '按地区和行业批量出具报告，只用公开数据。由后台生成，每 400 家打成一个压缩包。',
    en: 'Reports of all firms of a region and industry, from public data alone. They are made in the background, 400 firms an archive.',
  },
  'batch.new': { 'zh-CN': '新的批次', en: 'A new batch' },
  'batch.region': { 'zh-CN': '行政区划代码', en: 'Division code' },
  'batch.region-hint': {
    'zh-CN': '六位代码，例如 640100；留空为全部地区。',
    en: 'Six digits such as 640100; empty for all regions.',
  },
  'batch.section': { 'zh-CN': '行业门类', en: 'Industry section' },
  'batch.section-all': { 'zh-CN': '全部行业', en: 'All industries' },
  'batch.language': { 'zh-CN': '报告语言', en: 'Language' },
  'batch.language.zh-CN': { 'zh-CN': '中文', en: 'Chinese' },
  'batch.language.en': { 'zh-CN': '英文', en: 'English' },
  'batch.order': { 'zh-CN': '开始生成', en: 'Start' },
  'batch.past': { 'zh-CN': '历次批次', en: 'Batches so far' },
  'batch.none': { 'zh-CN': '还没有批次', en: 'No batch yet' },
  'batch.none-next': {
    'zh-CN': '选择地区和行业后开始。',
    en: 'Choose a region and an industry, then start.',
  },
  'batch.what': { 'zh-CN': '范围', en: 'Selection' },
  'batch.region-all': { 'zh-CN': '全部地区', en: 'All regions' },
  'batch.state': { 'zh-CN': '状态', en: 'State' },
  'batch.state.ordered': { 'zh-CN': '等待中', en: 'waiting' },
  'batch.state.running': { 'zh-CN': '生成中', en: 'running' },
  'batch.state.done': { 'zh-CN': '已完成', en: 'done' },
  'batch.firms': { 'zh-CN': '企业', en: 'Firms' },
  'batch.at': { 'zh-CN': '下达时间', en: 'Ordered' },
  'batch.progress': { 'zh-CN': '已出具的报告', en: 'Reports made' },
  'batch.waiting': { 'zh-CN': '正在等待后台空闲。', en: 'Waiting for the worker.' },
  'batch.parts': { 'zh-CN': '下载', en: 'Downloads' },
  'batch.part': { 'zh-CN': (n: number) => `第 ${n} 包`, en: (n: number) => `Archive ${n}` },
  'batch.parts-none': {
    'zh-CN': '第一个压缩包完成后出现在这里。',
    en: 'The first archive appears here when it is ready.',
  },
  'batch.size': { 'zh-CN': '大小', en: 'Size' },
});

export const reportFlashes = defineText({
  'report.flash.made': { 'zh-CN': '报告已出具。', en: 'The report is made.' },
  'report.flash.ordered': { 'zh-CN': '已开始生成。', en: 'The batch has begun.' },
  'report.flash.whole': {
    'zh-CN': '文件内容与签名一致。',
    en: 'The file is whole: its content is what was signed.',
  },
});
