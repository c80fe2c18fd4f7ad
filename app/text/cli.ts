import { defineText } from '~/text/define.ts';

/** The command line for operators and data engineers, and what `npm start` prints. */
export const cliText = defineText({
  'cli.usage': { 'zh-CN': '用法：', en: 'Usage: ' },
  'cli.commands': { 'zh-CN': '命令', en: 'Commands' },
  'cli.options': { 'zh-CN': '选项', en: 'Options' },
  'cli.option.json': {
    'zh-CN': '标准输出只有一个 JSON 对象',
    en: 'Standard output is one JSON object and nothing else',
  },
  'cli.option.data-dir': {
    'zh-CN': '使用此文件夹中的数据（默认为 npm start 的数据）',
    en: 'Use the data in this folder (by default those of npm start)',
  },
  'cli.option.throwaway': {
    'zh-CN': '使用用后即弃的临时数据库',
    en: 'Use a temporary database that goes afterwards',
  },
  'cli.option.lang': { 'zh-CN': '语言（默认按 LANG）', en: 'Language (by default that of LANG)' },
  'cli.option.help': { 'zh-CN': '显示此说明', en: 'Show this help' },
  'cli.option.missing': {
    'zh-CN': (name: string, hint: string) => `缺少选项 --${name} ${hint}。`,
    en: (name: string, hint: string) => `The option --${name} ${hint} is missing.`,
  },
  'cli.option.wrong': {
    'zh-CN': (name: string, value: string, hint: string) =>
      `选项 --${name} 的值“${value}”无效，应为 ${hint}。`,
    en: (name: string, value: string, hint: string) => `--${name} cannot be “${value}”; it takes ${hint}.`,
  },
  'cli.option.unknown': {
    'zh-CN': (words: string) => `无法理解的选项：${words}。可用 --help 查看说明。`,
    en: (words: string) => `An option is not understood: ${words}. See --help.`,
  },
  'cli.data-dir.missing': {
    'zh-CN': (dir: string) => `没有数据文件夹 ${dir}。请检查 --data-dir。`,
    en: (dir: string) => `There is no data folder ${dir}. Check --data-dir.`,
  },
  'cli.argument.wrong': {
    'zh-CN': (hint: string) => `此命令需要一个参数 ${hint}。`,
    en: (hint: string) => `This command takes one argument: ${hint}.`,
  },
  'cli.argument.none': {
    'zh-CN': (word: string) => `此命令不接受参数“${word}”。`,
    en: (word: string) => `This command takes no argument, but got “${word}”.`,
  },
  'cli.command.unknown': {
    'zh-CN': (name: string) => `没有命令“${name}”。可用 --help 查看全部命令。`,
    en: (name: string) => `There is no command “${name}”. --help lists them.`,
  },
  'cli.fault': {
    'zh-CN': (detail: string) => `程序出错：${detail}`,
    en: (detail: string) => `A fault of ours: ${detail}`,
  },
});

/** The command `doctor`. */
export const doctorText = defineText({
  'doctor.summary': { 'zh-CN': '检查各部件能否应答', en: 'Ask every part whether it answers' },
  'doctor.part.database': { 'zh-CN': '数据库', en: 'Database' },
  'doctor.part.queue': { 'zh-CN': '任务队列', en: 'Queue' },
  'doctor.part.search': { 'zh-CN': '检索', en: 'Search' },
  'doctor.part.storage': { 'zh-CN': '文件存储', en: 'Storage' },
  'doctor.part.audit': { 'zh-CN': '审计链', en: 'Audit chain' },
  'doctor.part.migrations': { 'zh-CN': '迁移', en: 'Migrations' },
  'doctor.part.relay': { 'zh-CN': '任务转送', en: 'Relay' },
  'doctor.part.operations': { 'zh-CN': '进程设置', en: 'Processes' },
  'doctor.part.mail': { 'zh-CN': '邮件', en: 'Mail' },
  'doctor.part.metrics': { 'zh-CN': '指标', en: 'Metrics' },
  'doctor.part.traces': { 'zh-CN': '链路追踪', en: 'Traces' },
  'doctor.migrations': { 'zh-CN': '均已应用', en: 'all applied' },
  'doctor.migrations.lacking': {
    'zh-CN': (missing: number) => `缺少 ${missing} 个迁移，或运行角色读不到迁移记录：请运行 npm run migrate`,
    en: (missing: number) =>
      `${missing} migrations are missing, or the working role cannot read their ledger: run npm run migrate`,
  },
  'doctor.relay': {
    'zh-CN': (waiting: number, seconds: number) => `待转送 ${waiting} 项，最久 ${seconds} 秒`,
    en: (waiting: number, seconds: number) => `${waiting} orders wait, the oldest for ${seconds} s`,
  },
  'doctor.relay.stuck': {
    'zh-CN': (waiting: number, seconds: number) =>
      `${waiting} 项任务最久已等待 ${seconds} 秒无人转送：请启动 npm run worker 或 npm start`,
    en: (waiting: number, seconds: number) =>
      `${waiting} orders wait, the oldest for ${seconds} s, and nobody carries them: start npm run worker or npm start`,
  },
  'doctor.operations': {
    'zh-CN': (processes: number, seconds: number) => `网站进程 ${processes} 个，停止前排空 ${seconds} 秒`,
    en: (processes: number, seconds: number) =>
      `web processes: ${processes}; drain before stopping: ${seconds} s`,
  },
  'doctor.mail': {
    'zh-CN': (where: string, from: string) => `${where}，发件人 ${from}`,
    en: (where: string, from: string) => `${where}, from ${from}`,
  },
  'doctor.mail.off': {
    'zh-CN': '未接入（SMTP_URL），消息只在收件箱',
    en: 'off (SMTP_URL): messages stay in the inbox',
  },
  'doctor.mail.down': {
    'zh-CN': (where: string, why: string) => `邮件服务器 ${where} 不可用：${why}`,
    en: (where: string, why: string) => `the mail server ${where} does not take us: ${why}`,
  },
  'doctor.metrics.off': {
    'zh-CN': '未开启（XINQIAO_METRICS_PORT）',
    en: 'off (XINQIAO_METRICS_PORT)',
  },
  'doctor.metrics.silent': {
    'zh-CN': (where: string) => `${where} 没有应答：请用相同的设置启动网站，或检查口令`,
    en: (where: string) =>
      `${where} does not answer: start the web with the same settings, or check the token`,
  },
  'doctor.traces.off': {
    'zh-CN': '未开启（OTEL_EXPORTER_OTLP_ENDPOINT）',
    en: 'off (OTEL_EXPORTER_OTLP_ENDPOINT)',
  },
  'doctor.traces.silent': {
    'zh-CN': (where: string) => `采集器 ${where} 没有应答：请检查地址与采集器是否在运行`,
    en: (where: string) => `The collector at ${where} does not answer: check the address and that it runs`,
  },
  'doctor.ok': { 'zh-CN': '正常', en: 'ok' },
  'doctor.failed': { 'zh-CN': '异常', en: 'FAILED' },
  'doctor.database': {
    'zh-CN': (where: string, tables: number) => `${where}，${tables} 张表受行级安全保护`,
    en: (where: string, tables: number) => `${where}, ${tables} tables under row-level security`,
  },
  'doctor.database.open': {
    'zh-CN': (tables: number) => `${tables} 张表没有强制行级安全`,
    en: (tables: number) => `${tables} tables lack forced row-level security`,
  },
  'doctor.queue': {
    'zh-CN': (waiting: number, active: number, failed: number) =>
      `等待 ${waiting}，进行中 ${active}，失败 ${failed}`,
    en: (waiting: number, active: number, failed: number) =>
      `${waiting} waiting, ${active} under way, ${failed} failed`,
  },
  'doctor.search': {
    'zh-CN': (documents: number) => `${documents} 份文档`,
    en: (documents: number) => `${documents} documents`,
  },
  'doctor.search.mirrored': {
    'zh-CN': (documents: number, waiting: number) => `${documents} 份文档，${waiting} 份待同步`,
    en: (documents: number, waiting: number) => `${documents} documents, ${waiting} yet to be taken over`,
  },
  'doctor.search.down': {
    'zh-CN': (where: string, detail: string) =>
      `${where} 上的 Meilisearch 无法使用，检索暂由数据库应答：请检查 MEILI_URL、MEILI_KEY 与该服务（${detail}）`,
    en: (where: string, detail: string) =>
      `Meilisearch at ${where} cannot be used, so the database answers searches: check MEILI_URL, MEILI_KEY and the server (${detail})`,
  },
  'doctor.search.blind': { 'zh-CN': '刚写入的文档检索不到', en: 'A document just written is not found' },
  'doctor.storage.lost': { 'zh-CN': '刚保存的文件读不回来', en: 'Bytes just kept do not come back' },
  'doctor.audit': {
    'zh-CN': (chains: number, lines: number) => `${chains} 条链，${lines} 条记录`,
    en: (chains: number, lines: number) => `${chains} chains, ${lines} lines`,
  },
  'doctor.audit.broken': {
    'zh-CN': (chains: number) => `${chains} 条链的末端与链头不符`,
    en: (chains: number) => `${chains} chains do not end at their head`,
  },
});
