import { defineText } from '~/text/define.ts';

/** What `npm start` prints. */
export const startText = defineText({
  'start.building': { 'zh-CN': '正在构建', en: 'Building' },
  'start.seeding': { 'zh-CN': '正在准备演示省份', en: 'Preparing the demo province' },
  'start.ready': {
    'zh-CN': (url: string, seconds: number) => `信桥已就绪：${url}（${seconds} 秒）`,
    en: (url: string, seconds: number) => `Xinqiao is ready: ${url} (${seconds} s)`,
  },
  'start.part.database': { 'zh-CN': '数据库', en: 'Database' },
  'start.part.queue': { 'zh-CN': '任务队列', en: 'Queue' },
  'start.part.search': { 'zh-CN': '检索', en: 'Search' },
  'start.part.storage': { 'zh-CN': '文件存储', en: 'Storage' },
  'start.part.web': { 'zh-CN': '网站', en: 'Web' },
  'start.part.worker': { 'zh-CN': '后台任务', en: 'Worker' },
  'start.state.started': { 'zh-CN': '已启动', en: 'started' },
  'start.state.joined': { 'zh-CN': '已在运行，已接入', en: 'was running, joined' },
  'start.state.given': { 'zh-CN': '由 DATABASE_URL 指定', en: 'given in DATABASE_URL' },
  'start.state.ready': { 'zh-CN': '就绪', en: 'ready' },
  'start.in-database': { 'zh-CN': '在数据库中', en: 'in the database' },
  'start.process': { 'zh-CN': (pid: number) => `进程 ${pid}`, en: (pid: number) => `process ${pid}` },
  'start.accounts': {
    'zh-CN': (password: string) => `演示账户（密码均为 ${password}）`,
    en: (password: string) => `Demo accounts (the password of each is ${password})`,
  },
  'start.accounts.closed': {
    'zh-CN': '服务器对外开放，演示账户不可登录。',
    en: 'The server is open to others, so the demo accounts cannot sign in.',
  },
  'start.how-to-stop': { 'zh-CN': '按 Ctrl-C 停止。', en: 'Press Ctrl-C to stop.' },
  'start.stopping': { 'zh-CN': '正在停止…', en: 'Stopping…' },
  'start.stopped': { 'zh-CN': '已停止。', en: 'Stopped.' },
  'start.alone': {
    'zh-CN': (where: string, pid: number) => `已就绪：${where}（进程 ${pid}），按 Ctrl-C 停止。`,
    en: (where: string, pid: number) => `Ready: ${where} (process ${pid}). Ctrl-C stops it.`,
  },
  'start.migrated': {
    'zh-CN': (where: string) => `数据库已是本版本：${where}。`,
    en: (where: string) => `The database is at this version: ${where}.`,
  },
  'start.moved': {
    'zh-CN': (asked: string, where: string) => `数据库用户无法进入 ${asked}，数据保存在 ${where}。`,
    en: (asked: string, where: string) =>
      `The database's user cannot enter ${asked}; the data are in ${where}.`,
  },
});
