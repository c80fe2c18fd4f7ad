import { defineText } from '~/text/define.ts';
import { showBytes } from '~/text/format.ts';

/** The files behind a security assessment, on the platform's desk and on the institution's own page. */
export const evidenceText = defineText({
  'evidence.files': { 'zh-CN': '评估报告', en: 'Report' },
  'evidence.files-hint': {
    'zh-CN': '评估报告的扫描件或电子件；加密保存，每次打开都留痕。',
    en: 'The report as a scan or a file. It is kept encrypted, and each opening is logged.',
  },
  'evidence.none': { 'zh-CN': '没有文件', en: 'No file' },
  'evidence.show': { 'zh-CN': '查看', en: 'View' },
  'evidence.add': { 'zh-CN': '补充文件', en: 'Add files' },
  'evidence.add-to': { 'zh-CN': '归入哪次评估', en: 'To which assessment' },
  'evidence.choice': {
    'zh-CN': (report: string, on: string) => `${report}（${on}）`,
    en: (report: string, on: string) => `${report} (${on})`,
  },
  'evidence.own': { 'zh-CN': '本机构的安全评估', en: 'Security assessment of the institution' },
  'evidence.own-until': {
    'zh-CN': (until: string, days: number) =>
      `有效至 ${until}，还有 ${days} 天。到期次日起查询停止；请提前安排复评，把报告交平台安全管理员登记。`,
    en: (until: string, days: number) =>
      `It holds until ${until}, ${days} days from now. Reads stop the day after: arrange the re-test in time and hand its report to the platform’s security administrator.`,
  },
  'evidence.cli.summary': {
    'zh-CN': '列出机构的安全评估：状态、有效期、报告文件是否完好',
    en: 'Lists the security assessments of institutions: standing, term, whether the report files are whole',
  },
  'evidence.cli.due': {
    'zh-CN': '只列 30 天内到期、已到期或缺报告的',
    en: 'only those that end within 30 days, have ended or lack a report',
  },
  'evidence.cli.line': {
    'zh-CN': (code: string, standing: string, until: string, files: number, bad: number) =>
      `${code}  ${standing}  有效至 ${until}  报告 ${files} 份${bad > 0 ? `，${bad} 份损坏或缺失` : ''}`,
    en: (code: string, standing: string, until: string, files: number, bad: number) =>
      `${code}  ${standing}  until ${until}  ${files} files${bad > 0 ? `, ${bad} damaged or missing` : ''}`,
  },
  'evidence.cli.found': {
    'zh-CN': (n: number) => `共 ${n} 家`,
    en: (n: number) => `${n} institutions`,
  },
});

/** Why a file is not taken in, wherever files are attached. */
export const evidenceRefusals = defineText({
  'institution.evidence-file-missing': {
    'zh-CN': '请上传评估报告文件，没有报告的评估不能登记。',
    en: 'Add the report of the assessment: without it, it is not recorded.',
  },
  'institution.too-many-files': {
    'zh-CN': (r: { most: number }) => `一次评估最多 ${r.most} 个文件。`,
    en: (r: { most: number }) => `An assessment holds at most ${r.most} files.`,
  },
  'institution.document-empty': {
    'zh-CN': (r: { name: string }) => `“${r.name}”是空文件，请重新选择。`,
    en: (r: { name: string }) => `“${r.name}” is empty. Choose it again.`,
  },
  'institution.document-too-large': {
    'zh-CN': (r: { name: string; mostBytes: number }) =>
      `“${r.name}”超过 ${showBytes(r.mostBytes)}，请压缩或拆分后上传。`,
    en: (r: { name: string; mostBytes: number }) =>
      `“${r.name}” is larger than ${showBytes(r.mostBytes)}. Compress or split it.`,
  },
  'institution.document-kind': {
    'zh-CN': (r: { name: string }) =>
      `“${r.name}”的内容不是 PDF、JPG、PNG、XLSX 或 DOCX，或含有宏。请另存为这些格式后上传。`,
    en: (r: { name: string }) =>
      `“${r.name}” is not a PDF, JPG, PNG, XLSX or DOCX, or holds macros. Save it in one of these formats.`,
  },
  'institution.document-infected': {
    'zh-CN': (r: { name: string }) => `“${r.name}”未通过病毒查杀，没有保存。请在本机查杀后重新导出再上传。`,
    en: (r: { name: string }) =>
      `“${r.name}” did not pass the virus scan and was not kept. Clean it and upload it again.`,
  },
  'institution.scan-failed': {
    'zh-CN': (r: { name: string }) => `“${r.name}”暂时无法查杀病毒，没有保存。请稍后再试。`,
    en: (r: { name: string }) =>
      `“${r.name}” could not be scanned for viruses now and was not kept. Try again later.`,
  },
});

export const evidenceFlashes = defineText({
  'institution.evidence-added': { 'zh-CN': '文件已加密保存。', en: 'The files are kept, encrypted.' },
});
