import type { Locale } from '~/text/define.ts';

/** Why the launcher cannot go on, with the facts its sentence quotes. */
export type LaunchRefusal =
  | { readonly code: 'folder-unwritable'; readonly folder: string }
  | { readonly code: 'folder-of-another-user'; readonly folder: string; readonly uid: number }
  | { readonly code: 'folder-locked'; readonly folder: string; readonly pid: number }
  | { readonly code: 'database-address-unreadable' }
  | { readonly code: 'database-unreachable'; readonly address: string }
  | { readonly code: 'database-password-wrong'; readonly address: string; readonly role: string }
  | { readonly code: 'database-missing'; readonly address: string; readonly database: string }
  | { readonly code: 'database-refuses'; readonly address: string; readonly detail: string }
  | { readonly code: 'roles-not-allowed'; readonly sql: string }
  | { readonly code: 'roles-unknown-password'; readonly sql: string }
  | { readonly code: 'postgres-unsupported'; readonly platform: string }
  | { readonly code: 'postgres-stopped'; readonly log: string; readonly detail: string }
  | { readonly code: 'migration-changed'; readonly name: string }
  | { readonly code: 'migration-unfinished'; readonly name: string }
  | { readonly code: 'migration-failed'; readonly name: string; readonly detail: string }
  | { readonly code: 'port-busy'; readonly host: string; readonly port: number }
  | { readonly code: 'port-forbidden'; readonly host: string; readonly port: number }
  | { readonly code: 'port-unreadable'; readonly value: string }
  | { readonly code: 'processes-unreadable'; readonly value: string }
  | { readonly code: 'metrics-port-unreadable'; readonly value: string }
  | { readonly code: 'metrics-token-missing'; readonly host: string }
  | { readonly code: 'drain-unreadable'; readonly value: string }
  | { readonly code: 'database-not-prepared'; readonly folder: string }
  | { readonly code: 'database-not-migrated'; readonly missing: number }
  | { readonly code: 'host-unknown'; readonly host: string }
  | { readonly code: 'already-running'; readonly address: string; readonly pid: number }
  | { readonly code: 'build-failed'; readonly log: string; readonly detail: string }
  | { readonly code: 'part-ended'; readonly part: string }
  | { readonly code: 'database-lost'; readonly log: string }
  | { readonly code: 'redis-address-unreadable' }
  | { readonly code: 'redis-unreachable'; readonly address: string }
  | { readonly code: 'redis-refuses'; readonly address: string; readonly detail: string }
  | { readonly code: 'redis-too-old'; readonly address: string; readonly version: string };

type Sentences = {
  readonly [C in LaunchRefusal['code']]: {
    readonly [L in Locale]: (facts: Extract<LaunchRefusal, { code: C }>) => string;
  };
};

/** One sentence each: what is the matter and what to do. */
const sentences: Sentences = {
  'folder-unwritable': {
    'zh-CN': (r) => `无法写入文件夹 ${r.folder}：请为当前用户开放写权限，或用 --data-dir 指定其他文件夹。`,
    en: (r) =>
      `The folder ${r.folder} cannot be written: give this user write access, or name another with --data-dir.`,
  },
  'folder-of-another-user': {
    'zh-CN': (r) =>
      `${r.folder} 属于另一用户（uid ${r.uid}）：请以当时的用户运行，或用 --data-dir 指定其他文件夹。`,
    en: (r) =>
      `${r.folder} belongs to another user (uid ${r.uid}): run as the user who made it, or name another folder with --data-dir.`,
  },
  'folder-locked': {
    'zh-CN': (r) => `${r.folder} 正被进程 ${r.pid} 占用：请等它结束，或停止它后重试。`,
    en: (r) => `${r.folder} is in use by process ${r.pid}: wait until it ends, or stop it and try again.`,
  },
  'database-address-unreadable': {
    'zh-CN': () => 'DATABASE_URL 不是有效的数据库地址：格式应为 postgresql://用户:密码@主机:端口/数据库。',
    en: () => 'DATABASE_URL is not a database address: write postgresql://user:password@host:port/database.',
  },
  'database-unreachable': {
    'zh-CN': (r) =>
      `无法连接 ${r.address} 上的 PostgreSQL：请检查 DATABASE_URL 与数据库是否在运行，或去掉 DATABASE_URL 使用内置数据库。`,
    en: (r) =>
      `No PostgreSQL answers at ${r.address}: check DATABASE_URL and that the server runs, or unset DATABASE_URL to use the embedded one.`,
  },
  'database-password-wrong': {
    'zh-CN': (r) =>
      `${r.address} 拒绝角色 ${r.role} 登录：请检查 DATABASE_URL（或该角色的地址）中的用户与密码。`,
    en: (r) =>
      `${r.address} does not let the role ${r.role} in: check user and password in DATABASE_URL (or in that role's address).`,
  },
  'database-missing': {
    'zh-CN': (r) =>
      `${r.address} 上没有数据库 ${r.database}：请先运行 create database "${r.database}"，或更正 DATABASE_URL。`,
    en: (r) =>
      `There is no database ${r.database} at ${r.address}: run create database "${r.database}" first, or correct DATABASE_URL.`,
  },
  'database-refuses': {
    'zh-CN': (r) => `${r.address} 上的数据库拒绝连接（${r.detail}）：请按其说明处理后重试。`,
    en: (r) =>
      `The database at ${r.address} refuses the connection (${r.detail}): follow what it says and try again.`,
  },
  'roles-not-allowed': {
    'zh-CN': (r) =>
      `DATABASE_URL 的角色不能创建角色：请由管理员运行 ${r.sql}，再用 DATABASE_APP_URL 和 DATABASE_BATCH_URL 给出两者的地址。`,
    en: (r) =>
      `The role of DATABASE_URL may not make roles: have an administrator run ${r.sql}, then give their addresses in DATABASE_APP_URL and DATABASE_BATCH_URL.`,
  },
  'roles-unknown-password': {
    'zh-CN': (r) =>
      `数据库中已有所需角色但本机不知其密码：请用 DATABASE_APP_URL 和 DATABASE_BATCH_URL 给出地址，密码可用 ${r.sql} 重设。`,
    en: (r) =>
      `The database has the roles already but their passwords are unknown here: give their addresses in DATABASE_APP_URL and DATABASE_BATCH_URL; ${r.sql} sets a new password.`,
  },
  'postgres-unsupported': {
    'zh-CN': (r) =>
      `内置 PostgreSQL 在此平台（${r.platform}）无法运行：请用 DATABASE_URL 指定数据库，或运行 npm ci 重新安装。`,
    en: (r) =>
      `The embedded PostgreSQL does not run on this platform (${r.platform}): give a database in DATABASE_URL, or reinstall with npm ci.`,
  },
  'postgres-stopped': {
    'zh-CN': (r) => `内置 PostgreSQL 未能启动（${r.detail}）：详情见 ${r.log}。`,
    en: (r) => `The embedded PostgreSQL did not start (${r.detail}): see ${r.log}.`,
  },
  'migration-changed': {
    'zh-CN': (r) => `迁移 ${r.name} 在应用后被修改：请恢复原文件，并另建新的迁移。`,
    en: (r) =>
      `The migration ${r.name} was changed after it had been applied: restore the file and write a new migration.`,
  },
  'migration-unfinished': {
    'zh-CN': (r) =>
      `迁移 ${r.name} 先前未完成：请用 npx prisma migrate resolve --config prisma/prisma.config.ts 处理。`,
    en: (r) =>
      `The migration ${r.name} was left unfinished: settle it with npx prisma migrate resolve --config prisma/prisma.config.ts.`,
  },
  'migration-failed': {
    'zh-CN': (r) => `迁移 ${r.name} 失败（${r.detail}）：数据库保持原状，请按说明处理后重试。`,
    en: (r) =>
      `The migration ${r.name} failed (${r.detail}): the database is as it was; settle the cause and try again.`,
  },
  'port-busy': {
    'zh-CN': (r) =>
      `${r.host} 的端口 ${r.port} 已被其他程序占用：请停止该程序，或换一个端口，例如 PORT=${r.port + 1} npm start。`,
    en: (r) =>
      `Port ${r.port} of ${r.host} is taken by another program: stop it, or use another port, for example PORT=${r.port + 1} npm start.`,
  },
  'port-forbidden': {
    'zh-CN': (r) => `当前用户不能使用 ${r.host} 的端口 ${r.port}：请用 PORT 指定 1024 以上的端口。`,
    en: (r) => `This user may not listen on port ${r.port} of ${r.host}: name a port above 1024 with PORT.`,
  },
  'port-unreadable': {
    'zh-CN': (r) => `PORT=${r.value} 不是端口号：请写 1 到 65535 之间的整数。`,
    en: (r) => `PORT=${r.value} is not a port number: write a whole number from 1 to 65535.`,
  },
  'processes-unreadable': {
    'zh-CN': (r) =>
      `XINQIAO_WEB_PROCESSES=${r.value} 无效：请写 1 到 64 之间的整数，或 cores（每个核心一个进程）。`,
    en: (r) =>
      `XINQIAO_WEB_PROCESSES=${r.value} cannot be used: write a whole number from 1 to 64, or cores for one per core.`,
  },
  'metrics-port-unreadable': {
    'zh-CN': (r) =>
      `XINQIAO_METRICS_PORT=${r.value} 不是端口号：请写 1 到 65534 之间的整数（后台任务使用下一个端口）。`,
    en: (r) =>
      `XINQIAO_METRICS_PORT=${r.value} is not a port number: write a whole number from 1 to 65534 (the worker takes the next one).`,
  },
  'metrics-token-missing': {
    'zh-CN': (r) => `指标对外开放在 ${r.host}：请用 XINQIAO_METRICS_TOKEN 设定读取口令，或只监听本机。`,
    en: (r) =>
      `Metrics would be open to others at ${r.host}: set a token in XINQIAO_METRICS_TOKEN, or listen on this machine only.`,
  },
  'drain-unreadable': {
    'zh-CN': (r) => `XINQIAO_DRAIN_SECONDS=${r.value} 无效：请写 0 到 60 之间的秒数。`,
    en: (r) => `XINQIAO_DRAIN_SECONDS=${r.value} cannot be used: write seconds from 0 to 60.`,
  },
  'database-not-prepared': {
    'zh-CN': (r) =>
      `${r.folder} 中还没有数据库：请先运行一次 npm start 或 npm run migrate，或用 DATABASE_URL 指定数据库。`,
    en: (r) =>
      `There is no database in ${r.folder} yet: run npm start once or npm run migrate first, or name a database in DATABASE_URL.`,
  },
  'database-not-migrated': {
    'zh-CN': (r) => `数据库缺少本版本的 ${r.missing} 个迁移：请先运行 npm run migrate（或一次 npm start）。`,
    en: (r) =>
      `The database lacks ${r.missing} migrations of this version: run npm run migrate first (or npm start once).`,
  },
  'host-unknown': {
    'zh-CN': (r) => `本机没有地址 ${r.host}：请更正 HOST，或不设置它而只监听本机。`,
    en: (r) =>
      `This machine has no address ${r.host}: correct HOST, or leave it out to listen on this machine only.`,
  },
  'already-running': {
    'zh-CN': (r) => `信桥已在 ${r.address} 运行（进程 ${r.pid}）：请直接打开，或先停止该进程。`,
    en: (r) =>
      `Xinqiao already runs at ${r.address} (process ${r.pid}): open it, or stop that process first.`,
  },
  'build-failed': {
    'zh-CN': (r) => `构建失败（${r.detail}）：详情见 ${r.log}。`,
    en: (r) => `The build failed (${r.detail}): see ${r.log}.`,
  },
  'part-ended': {
    'zh-CN': (r) =>
      `${r.part} 进程意外退出，其余部件已停止：原因见上方输出；再次运行 npm start 即可继续，数据不会丢失。`,
    en: (r) =>
      `The ${r.part} process ended unexpectedly and the rest was stopped: see above; npm start goes on, nothing is lost.`,
  },
  'database-lost': {
    'zh-CN': (r) => `数据库意外停止，其余部件已停止：原因见 ${r.log}；再次运行 npm start 即可继续。`,
    en: (r) =>
      `The database stopped unexpectedly and so did the rest: see ${r.log}; npm start goes on where it was.`,
  },
  'redis-address-unreadable': {
    'zh-CN': () => 'REDIS_URL 不是有效的 Redis 地址：格式应为 redis://用户:密码@主机:端口/库号。',
    en: () => 'REDIS_URL is not a Redis address: write redis://user:password@host:port/number.',
  },
  'redis-unreachable': {
    'zh-CN': (r) =>
      `无法连接 ${r.address} 上的 Redis：请检查 REDIS_URL 与 Redis 是否在运行，或去掉 REDIS_URL 把任务队列放在数据库中。`,
    en: (r) =>
      `No Redis answers at ${r.address}: check REDIS_URL and that the server runs, or unset REDIS_URL to keep the queue in the database.`,
  },
  'redis-refuses': {
    'zh-CN': (r) => `${r.address} 上的 Redis 拒绝服务（${r.detail}）：请检查 REDIS_URL 中的用户与密码。`,
    en: (r) => `The Redis at ${r.address} refuses (${r.detail}): check user and password in REDIS_URL.`,
  },
  'redis-too-old': {
    'zh-CN': (r) =>
      `${r.address} 上的 Redis 版本为 ${r.version}，需要 6.2 或更高：请升级，或去掉 REDIS_URL 把任务队列放在数据库中。`,
    en: (r) =>
      `The Redis at ${r.address} is version ${r.version}, but 6.2 or newer is needed: upgrade it, or unset REDIS_URL to keep the queue in the database.`,
  },
};

export function launchSentence(refusal: LaunchRefusal, locale: Locale): string {
  const say = sentences[refusal.code][locale] as (facts: LaunchRefusal) => string;
  return say(refusal);
}
