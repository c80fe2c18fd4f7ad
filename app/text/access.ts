import { defineText } from '~/text/define.ts';

/** Signing in, one's own account, invitations. */
export const accessText = defineText({
  'access.login.title': { 'zh-CN': '登录信桥', en: 'Sign in to Xinqiao' },
  'access.login.lede': {
    'zh-CN': '企业、银行、数据提供方和平台人员都从这里进入。',
    en: 'Firms, banks, data providers and platform staff all enter here.',
  },
  'access.login.name': { 'zh-CN': '登录名', en: 'Sign-in name' },
  'access.login.password': { 'zh-CN': '密码', en: 'Password' },
  'access.login.submit': { 'zh-CN': '登录', en: 'Sign in' },
  'access.login.limit': {
    'zh-CN': (tries: number, minutes: number) => `连续输错 ${tries} 次，登录将暂停 ${minutes} 分钟。`,
    en: (tries: number, minutes: number) =>
      `After ${tries} wrong attempts sign-in pauses for ${minutes} minutes.`,
  },
  'access.login.new': { 'zh-CN': '企业还没有账户？', en: 'Your firm has no account yet?' },
  'access.login.register': { 'zh-CN': '注册企业', en: 'Register your firm' },
  'access.demo.title': { 'zh-CN': '演示账户', en: 'Demo accounts' },
  'access.demo.lede': {
    'zh-CN': (password: string) => `仅在本机开放，密码都是 ${password}。点选一位，直接进入。`,
    en: (password: string) =>
      `Open on this machine only; the password is always ${password}. Choose a person to go in.`,
  },
  'access.house.enterprise': { 'zh-CN': '企业', en: 'Firms' },
  'access.house.institution': { 'zh-CN': '银行', en: 'Banks' },
  'access.house.guarantor': { 'zh-CN': '担保与保险', en: 'Guarantors and insurers' },
  'access.house.provider': { 'zh-CN': '数据提供方', en: 'Data providers' },
  'access.house.regulator': { 'zh-CN': '监管', en: 'Regulator' },
  'access.house.operator': { 'zh-CN': '平台', en: 'Platform' },
  'access.account.title': { 'zh-CN': '我的账户', en: 'My account' },
  'access.account.lede': {
    'zh-CN': '只有您本人能看到和修改这些内容。',
    en: 'Only you can see and change what is on this page.',
  },
  'access.account.self': { 'zh-CN': '姓名与语言', en: 'Name and language' },
  'access.account.name': { 'zh-CN': '姓名', en: 'Name' },
  'access.account.name-hint': {
    'zh-CN': '您查阅或处理的记录会写明这个名字（《征信业管理条例》第二十二条）。',
    en: 'The log of what you read and decide names you so (Credit Industry Regulation, article 22).',
  },
  'access.account.locale': { 'zh-CN': '语言', en: 'Language' },
  'access.account.zh': { 'zh-CN': '中文', en: '中文 (Chinese)' },
  'access.account.en': { 'zh-CN': 'English（英文）', en: 'English' },
  'access.account.device': { 'zh-CN': '设备', en: 'Device' },
  'access.account.save': { 'zh-CN': '保存', en: 'Save' },
  'access.account.role': { 'zh-CN': '角色', en: 'Role' },
  'access.account.password': { 'zh-CN': '修改密码', en: 'Change password' },
  'access.account.current': { 'zh-CN': '当前密码', en: 'Current password' },
  'access.account.next': { 'zh-CN': '新密码', en: 'New password' },
  'access.password-hint': {
    'zh-CN': (least: number) => `至少 ${least} 个字符，字母、数字、符号中至少两类，不含登录名。`,
    en: (least: number) =>
      `At least ${least} characters, two of letters, digits and signs, without your sign-in name in it.`,
  },
  'access.account.demo-password': {
    'zh-CN': '演示账户的密码是公开的，不能修改。',
    en: 'The password of a demo account is published and stays as it is.',
  },
  'access.account.sessions': { 'zh-CN': '已登录的设备', en: 'Where you are signed in' },
  'access.account.sessions-lede': {
    'zh-CN': '两小时没有操作，或登录满十二小时，都会自动退出。',
    en: 'A session ends after two hours without use, and in any case after twelve.',
  },
  'access.account.this-session': { 'zh-CN': '当前设备', en: 'This device' },
  'access.account.other-session': { 'zh-CN': '其他设备', en: 'Another device' },
  'access.account.started': { 'zh-CN': '登录时间', en: 'Signed in' },
  'access.account.last-seen': { 'zh-CN': '最近使用', en: 'Last used' },
  'access.account.end-others': { 'zh-CN': '退出其他设备', en: 'Sign out everywhere else' },
  'access.people.lede': {
    'zh-CN': '每人一个账户，不要共用。谁看了什么、做了什么，都按人记录。',
    en: 'One account per person, never shared: the log names who read and did what.',
  },
  'access.people.current': { 'zh-CN': '现有人员', en: 'People with an account' },
  'access.people.login': { 'zh-CN': '登录名', en: 'Sign-in name' },
  'access.people.last-login': { 'zh-CN': '最近登录', en: 'Last sign-in' },
  'access.people.never': { 'zh-CN': '从未登录', en: 'Never' },
  'access.people.state': { 'zh-CN': '状态', en: 'State' },
  'access.people.active': { 'zh-CN': '正常', en: 'Active' },
  'access.people.disabled': { 'zh-CN': '已停用', en: 'Disabled' },
  'access.people.action': { 'zh-CN': '操作', en: 'Action' },
  'access.people.you': { 'zh-CN': '您本人', en: 'You' },
  'access.people.disable': { 'zh-CN': '停用', en: 'Disable' },
  'access.people.disable-ask': {
    'zh-CN': (name: string) => `停用后，${name} 立即退出且不能再登录。之后可以恢复。`,
    en: (name: string) =>
      `${name} is signed out at once and cannot sign in again until you restore the account.`,
  },
  'access.people.restore': { 'zh-CN': '恢复', en: 'Restore' },
  'access.people.invitations': { 'zh-CN': '邀请', en: 'Invitations' },
  'access.people.no-invitations': { 'zh-CN': '没有等待接受的邀请', en: 'No invitation is waiting' },
  'access.people.invited-for': { 'zh-CN': '邀请给', en: 'For' },
  'access.people.expires': { 'zh-CN': '有效至', en: 'Valid until' },
  'access.people.revoke': { 'zh-CN': '撤销', en: 'Revoke' },
  'access.people.invite': { 'zh-CN': '邀请新成员', en: 'Invite somebody' },
  'access.people.invite-hint': {
    'zh-CN': (days: number) => `系统生成一个链接，请您转交本人。链接 ${days} 天内有效，只能用一次。`,
    en: (days: number) => `You get a link to hand to the person. It works once, within ${days} days.`,
  },
  'access.people.create-link': { 'zh-CN': '生成邀请链接', en: 'Create the link' },
  'access.people.link': { 'zh-CN': '邀请链接（只显示这一次）', en: 'Invitation link (shown only this once)' },
  'access.people.link-for': {
    'zh-CN': (name: string) => `请现在复制并转交给 ${name}。离开本页后无法再次查看，只能重新邀请。`,
    en: (name: string) =>
      `Copy it now and hand it to ${name}. It cannot be shown again; you would have to invite anew.`,
  },
  'access.people.copy': { 'zh-CN': '复制链接', en: 'Copy the link' },
  'access.role.owner': {
    'zh-CN': '查看全部数据，签署授权、提交申请、接受报价、管理人员。',
    en: 'Sees everything, signs consents, applies, accepts offers and manages people.',
  },
  'access.role.clerk': {
    'zh-CN': '查看数据和评分、填写需求与资料；不能签署授权、提交申请或接受报价。',
    en: 'Sees data and scores and fills in needs; cannot sign consents, apply or accept offers.',
  },
  'access.role.officer': {
    'zh-CN': '受理申请、提出意见、登记贷款、处理预警。',
    en: 'Picks up applications, proposes decisions, records loans, works on alerts.',
  },
  'access.role.reviewer': {
    'zh-CN': '复核并决定申请；不能复核自己提出的意见。',
    en: 'Decides on proposals, never on their own.',
  },
  'access.role.institution-admin': {
    'zh-CN': '管理本机构人员，查看收件箱和贷款组合。',
    en: 'Manages the institution’s people and sees inbox and portfolio.',
  },
  'access.role.guarantee-officer': {
    'zh-CN': '受理担保或承保请求、提出意见，登记代偿与追偿。',
    en: 'Answers requests for cover, records payments made and money recovered.',
  },
  'access.role.guarantee-reviewer': {
    'zh-CN': '复核并决定是否承保；不能复核自己提出的意见。',
    en: 'Decides on answers, never on their own.',
  },
  'access.role.guarantee-admin': {
    'zh-CN': '管理本机构人员，申报净资产，查看限额与合同。',
    en: 'Manages the people, states net assets, sees limits and contracts.',
  },
  'access.role.liaison': {
    'zh-CN': '报送数据批次，处理隔离记录。',
    en: 'Delivers batches and answers for quarantined rows.',
  },
  'access.role.regulator': { 'zh-CN': '查看统计。', en: 'Reads statistics.' },
  'access.role.data-operator': {
    'zh-CN': '管理数据提供方和批次，查看目录与机构。',
    en: 'Looks after providers and batches; sees the catalogue and institutions.',
  },
  'access.role.funds-operator': {
    'zh-CN': '维护补偿和贴息政策，管理资金池、补偿申请和贴息发放。',
    en: 'Maintains compensation and subsidy schemes, runs the pools, claims and subsidy payments.',
  },
  'access.role.risk-operator': {
    'zh-CN': '监测获贷企业，跟进预警。',
    en: 'Watches funded firms and follows up alerts.',
  },
  'access.role.system-admin': {
    'zh-CN': '管理平台人员；不能准入机构，也不能查审计日志。',
    en: 'Manages platform staff; neither admits institutions nor reads the audit log.',
  },
  'access.role.security-admin': {
    'zh-CN': '批准、评估和暂停机构。',
    en: 'Approves, assesses and suspends institutions.',
  },
  'access.role.audit-admin': {
    'zh-CN': '查询和验证审计日志，不能改动任何数据。',
    en: 'Searches and verifies the audit log and changes nothing.',
  },
  'access.invite.title': { 'zh-CN': '接受邀请', en: 'Accept the invitation' },
  'access.invite.lede': {
    'zh-CN': (organisation: string, role: string) => `${organisation}邀请您作为${role}使用信桥。`,
    en: (organisation: string, role: string) => `${organisation} invites you to use Xinqiao as: ${role}.`,
  },
  'access.invite.until': { 'zh-CN': '邀请有效至', en: 'The invitation is valid until' },
  'access.invite.submit': { 'zh-CN': '创建账户并进入', en: 'Create the account and go in' },
  'access.login-hint': {
    'zh-CN': '3 至 32 位小写字母、数字、点、下划线或连字符，以字母或数字开头。',
    en: '3 to 32 lower-case letters, digits, dots, underscores or hyphens, starting with a letter or digit.',
  },
  'access.new-password': { 'zh-CN': '设置密码', en: 'Choose a password' },
});

export const accessRefusals = defineText({
  'access.name-missing': { 'zh-CN': '请填写姓名。', en: 'Type the name.' },
  'access.login-missing': { 'zh-CN': '请填写登录名。', en: 'Type the sign-in name.' },
  'access.password-missing': { 'zh-CN': '请填写密码。', en: 'Type the password.' },
  'access.account-disabled': {
    'zh-CN': '这个账号已被停用，没有登录。请联系本单位管理员恢复。',
    en: 'This account is disabled; you are not signed in. Ask the administrator of your organisation to restore it.',
  },
  'access.wrong-credentials': {
    'zh-CN': '登录名或密码不正确。请检查后重试；忘记密码请联系本单位管理员或平台客服。',
    en: 'The sign-in name or password is not right. Try again; if you forgot it, ask your administrator or support.',
  },
  'access.too-many': {
    'zh-CN': (r: { minutes: number }) => `尝试次数过多，请 ${r.minutes} 分钟后再试。`,
    en: (r: { minutes: number }) =>
      `Too many attempts. Try again in ${r.minutes} ${r.minutes === 1 ? 'minute' : 'minutes'}.`,
  },
  'access.demo-refused': {
    'zh-CN': '演示账户只能在本机使用，本服务已对外开放，不能登录。请使用正式账户。',
    en: 'Demo accounts work only on the machine itself, and this server can be reached from beyond it. Use a real account.',
  },
  'access.demo-fixed': {
    'zh-CN': '演示账户的密码是公开的，不能修改。',
    en: 'The password of a demo account is published and stays as it is.',
  },
  'access.wrong-current': {
    'zh-CN': '当前密码不正确，密码没有修改。',
    en: 'The current password is not right. Nothing was changed.',
  },
  'access.password-short': {
    'zh-CN': (r: { least: number }) => `密码至少需要 ${r.least} 个字符。`,
    en: (r: { least: number }) => `The password needs at least ${r.least} characters.`,
  },
  'access.password-long': {
    'zh-CN': (r: { most: number }) => `密码最多 ${r.most} 个字符。`,
    en: (r: { most: number }) => `The password may have at most ${r.most} characters.`,
  },
  'access.password-plain': {
    'zh-CN': '密码太简单：请使用字母、数字、符号中的至少两类。',
    en: 'The password is too plain: use at least two of letters, digits and signs.',
  },
  'access.password-names-you': {
    'zh-CN': '密码不能包含登录名。',
    en: 'The password may not contain the sign-in name.',
  },
  'access.login-form': {
    'zh-CN': '登录名须为 3 至 32 位小写字母、数字、点、下划线或连字符，以字母或数字开头。',
    en: 'Use 3 to 32 lower-case letters, digits, dots, underscores or hyphens, starting with a letter or digit.',
  },
  'access.login-taken': {
    'zh-CN': '这个登录名已被使用，请换一个。其他内容都已保留。',
    en: 'This sign-in name is taken. Choose another; everything else you typed is kept.',
  },
  'access.invitation-not-found': {
    'zh-CN': '这个邀请链接无效。请向邀请您的人索取新的链接。',
    en: 'This invitation link is not valid. Ask the person who invited you for a new one.',
  },
  'access.invitation-expired': {
    'zh-CN': '这个邀请已过期。请向邀请您的人索取新的链接。',
    en: 'This invitation has expired. Ask the person who invited you for a new one.',
  },
  'access.invitation-revoked': {
    'zh-CN': '这个邀请已被撤销。如有疑问，请联系邀请您的人。',
    en: 'This invitation was revoked. If that is a mistake, ask the person who invited you.',
  },
  'access.invitation-used': {
    'zh-CN': '这个邀请已经使用过。请直接登录。',
    en: 'This invitation has been used. Sign in with the account it created.',
  },
  'access.role-not-offered': {
    'zh-CN': '您不能为本单位设置这个角色。请从列出的角色中选择。',
    en: 'Your organisation cannot give this role. Choose one of those listed.',
  },
  'access.too-many-invitations': {
    'zh-CN': (r: { most: number }) => `等待接受的邀请已达 ${r.most} 个。请先撤销不需要的邀请。`,
    en: (r: { most: number }) =>
      `${r.most} invitations are waiting already. Revoke those you no longer need first.`,
  },
  'access.not-yourself': {
    'zh-CN': '不能停用自己的账户。请让另一位管理员操作。',
    en: 'You cannot disable your own account. Ask another administrator.',
  },
  'access.branch-closed': {
    'zh-CN': '这位人员所在的分支机构已撤销，账户不能恢复。请邀请其到营业中的机构。',
    en: 'The branch where this person worked is closed, so the account stays disabled. Invite the person to an open one.',
  },
  'access.person-not-found': { 'zh-CN': '没有找到这个人员。', en: 'This person was not found.' },
});

export const accessFlashes = defineText({
  'access.signed-out': { 'zh-CN': '您已退出。', en: 'You are signed out.' },
  'access.account-saved': { 'zh-CN': '已保存。', en: 'Saved.' },
  'access.password-saved': {
    'zh-CN': '密码已修改，其他设备都已退出。',
    en: 'The password is changed and every other device is signed out.',
  },
  'access.others-ended': {
    'zh-CN': (n: number) => `已退出其他 ${n} 个设备。`,
    en: (n: number) => (n === 1 ? 'One other session was ended.' : `${n} other sessions were ended.`),
  },
  'access.invitation-made': {
    'zh-CN': '邀请链接已生成，请立即复制。',
    en: 'The link is ready. Copy it now.',
  },
  'access.invitation-revoked': {
    'zh-CN': '邀请已撤销，链接失效。',
    en: 'The invitation is revoked and its link is dead.',
  },
  'access.person-disabled': { 'zh-CN': '账户已停用。', en: 'The account is disabled.' },
  'access.person-restored': { 'zh-CN': '账户已恢复。', en: 'The account is restored.' },
  'access.welcome': {
    'zh-CN': (name: string) => `欢迎，${name}。您的账户已创建。`,
    en: (name: string) => `Welcome, ${name}. Your account is ready.`,
  },
});
