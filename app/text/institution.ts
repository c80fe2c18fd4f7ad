import { defineText } from '~/text/define.ts';

/** Institutions that join the platform: their admission, assessment, people and standing. */
export const institutionText = defineText({
  'institution.title': { 'zh-CN': '接入机构', en: 'Institutions' },
  'institution.lede': {
    'zh-CN': '安全评估通过并在有效期内，机构才能查询；暂停后，下一次请求即停止。',
    en: 'An institution reads only while approved and within its security assessment. A suspension works at the very next request.',
  },
  'institution.add': { 'zh-CN': '登记新机构', en: 'Enter a new institution' },
  'institution.caption': { 'zh-CN': '机构清单', en: 'Institutions' },
  'institution.none': { 'zh-CN': '没有符合条件的机构', en: 'No institution fits' },
  'institution.name': { 'zh-CN': '名称', en: 'Name' },
  'institution.kind': { 'zh-CN': '类别', en: 'Kind' },
  'institution.kind.bank': { 'zh-CN': '银行', en: 'Bank' },
  'institution.kind.guarantor': { 'zh-CN': '担保机构', en: 'Guarantor' },
  'institution.kind.insurer': { 'zh-CN': '保险机构', en: 'Insurer' },
  'institution.kind.provider': { 'zh-CN': '数据提供方', en: 'Data provider' },
  'institution.kind.regulator': { 'zh-CN': '监管部门', en: 'Regulator' },
  'institution.kind.platform': { 'zh-CN': '平台', en: 'Platform' },
  'institution.standing': { 'zh-CN': '状态', en: 'Standing' },
  'institution.standing.good': { 'zh-CN': '正常', en: 'Good' },
  'institution.standing.not-admitted': { 'zh-CN': '待批准', en: 'Waiting for approval' },
  'institution.standing.suspended': { 'zh-CN': '已暂停', en: 'Suspended' },
  'institution.standing.assessment-expired': { 'zh-CN': '评估已到期', en: 'Assessment expired' },
  'institution.standing.ending-soon': {
    'zh-CN': (days: number) => `评估 ${days} 天内到期`,
    en: (days: number) => `Assessment ends within ${days} days`,
  },
  'institution.until': { 'zh-CN': '评估有效至', en: 'Assessed until' },
  'institution.no-assessment': { 'zh-CN': '不需要评估', en: 'None needed' },
  'institution.not-assessed': { 'zh-CN': '尚未评估', en: 'Not assessed yet' },
  'institution.days-left': {
    'zh-CN': (days: number) => (days < 0 ? `已过 ${-days} 天` : `还有 ${days} 天`),
    en: (days: number) => (days < 0 ? `${-days} days ago` : `${days} days left`),
  },
  'institution.people': { 'zh-CN': '人员', en: 'People' },
  'institution.all': { 'zh-CN': '全部', en: 'All' },
  'institution.search': { 'zh-CN': '名称或代码', en: 'Name or code' },
  'institution.code': { 'zh-CN': '机构代码', en: 'Code' },
  'institution.code-hint': {
    'zh-CN': '小写字母、数字和连字符，例如 bank-hezhou。',
    en: 'Lower-case letters, digits and hyphens, such as bank-hezhou.',
  },
  'institution.name-zh': { 'zh-CN': '中文名称', en: 'Name in Chinese' },
  'institution.name-en': { 'zh-CN': '英文名称', en: 'Name in English' },
  'institution.contact': { 'zh-CN': '联系方式', en: 'Contact' },
  'institution.contact-hint': {
    'zh-CN': '企业就自己的数据可以找谁：电话、邮箱（《个人信息保护法》第十七条、第二十三条）。',
    en: 'Whom a firm may turn to about its data: telephone, mail (PIPL 17 and 23).',
  },
  'institution.first-person': { 'zh-CN': '首位人员姓名', en: 'Name of the first person' },
  'institution.first-person-hint': {
    'zh-CN': '银行、担保和保险机构为机构管理员，之后由其自行邀请同事。',
    en: 'For banks, guarantors and insurers the administrator, who then invites colleagues.',
  },
  'institution.admit.title': { 'zh-CN': '登记新机构', en: 'Enter a new institution' },
  'institution.admit.lede': {
    'zh-CN': '登记后为“待批准”，首位人员可以开户，但不能查询任何数据；安全评估通过后再批准。',
    en: 'It waits for approval: its first person can make an account but reads nothing until the security assessment is recorded and approved.',
  },
  'institution.admit.submit': { 'zh-CN': '登记并生成邀请链接', en: 'Enter it and make the link' },
  'institution.facts': { 'zh-CN': '机构信息', en: 'The institution' },
  'institution.approved-on': { 'zh-CN': '批准日期', en: 'Approved on' },
  'institution.uses': {
    'zh-CN': (days: number) => `近 ${days} 天留痕`,
    en: (days: number) => `Logged in the last ${days} days`,
  },
  'institution.uses-value': {
    'zh-CN': (reads: string, refused: string) => `操作 ${reads} 次，被拒 ${refused} 次`,
    en: (reads: string, refused: string) => `${reads} actions, ${refused} refused`,
  },
  'institution.unknown': { 'zh-CN': '未填写', en: 'Not given' },
  'institution.decide': { 'zh-CN': '准入管理', en: 'Admission' },
  'institution.approve': { 'zh-CN': '批准接入', en: 'Approve' },
  'institution.approve-hint': {
    'zh-CN': '填写安全评估报告的有效期；批准后该机构的人员立即可以使用。',
    en: 'Give the last day of the security assessment. Its people can work at once.',
  },
  'institution.assess': { 'zh-CN': '登记新的安全评估', en: 'Record a new assessment' },
  'institution.assessed-on': { 'zh-CN': '评估日期', en: 'Assessed on' },
  'institution.assessor': { 'zh-CN': '评估机构', en: 'Assessor' },
  'institution.assessor-hint': {
    'zh-CN': '出具安全评估报告的单位全称。',
    en: 'The full name of whoever made the assessment.',
  },
  'institution.report-no': { 'zh-CN': '报告编号', en: 'Number of the report' },
  'institution.report-no-hint': {
    'zh-CN': '据此可向评估机构核对下面上传的报告。',
    en: 'By it the assessor can confirm the report that is added below.',
  },
  'institution.assessments': { 'zh-CN': '安全评估记录', en: 'Security assessments' },
  'institution.occasion': { 'zh-CN': '事由', en: 'Occasion' },
  'institution.occasion.admission': { 'zh-CN': '准入', en: 'Admission' },
  'institution.occasion.re-test': { 'zh-CN': '复评', en: 'Re-test' },
  'institution.recorded-by': { 'zh-CN': '登记人', en: 'Recorded by' },
  'institution.assess-until': { 'zh-CN': '有效至', en: 'Valid until' },
  'institution.assess-hint': {
    'zh-CN': '最长一年。到期次日起，该机构的查询全部停止。',
    en: 'A year at most. From the day after, all its reads stop.',
  },
  'institution.lists': { 'zh-CN': '经办机构名单', en: 'Lists of lenders' },
  'institution.lists-hint': {
    'zh-CN': '政策里写明的名单代码，用空格隔开，如 central-subsidy；留空为不在名单',
    en: 'Codes of lists that schemes name, in a row, such as central-subsidy; empty for none',
  },
  'institution.lists-do': { 'zh-CN': '保存名单', en: 'Save the lists' },
  'institution.suspend': { 'zh-CN': '暂停机构', en: 'Suspend' },
  'institution.suspend-ask': {
    'zh-CN': '暂停后，该机构所有人员的下一次请求即被拒绝。',
    en: 'The very next request of everybody there will be refused.',
  },
  'institution.reason': { 'zh-CN': '原因', en: 'Reason' },
  'institution.reason-hint': {
    'zh-CN': '写明依据，例如超出授权用途使用数据。原因会留痕。',
    en: 'State the ground, such as use beyond a consent. It is kept in the log.',
  },
  'institution.resume': { 'zh-CN': '恢复机构', en: 'Resume' },
  'institution.resume-ask': {
    'zh-CN': '恢复后，在安全评估有效期内可以继续使用。',
    en: 'It may work again, as far as its assessment still holds.',
  },
  'institution.suspended-since': { 'zh-CN': '暂停时间', en: 'Suspended since' },
  'institution.invite-first': { 'zh-CN': '重新邀请首位人员', en: 'Invite the first person anew' },
  'institution.read-only': {
    'zh-CN': '准入、评估和暂停由安全管理员办理。',
    en: 'Admission, assessment and suspension are for the security administrator.',
  },
  'institution.history': { 'zh-CN': '办理记录', en: 'History' },
  'institution.no-history': { 'zh-CN': '还没有办理记录', en: 'Nothing on record yet' },
  'institution.event.institution.applied': { 'zh-CN': '登记', en: 'Entered' },
  'institution.event.institution.approved': { 'zh-CN': '批准接入', en: 'Approved' },
  'institution.event.institution.assessed': { 'zh-CN': '登记安全评估', en: 'Assessment recorded' },
  'institution.event.institution.evidence-added': { 'zh-CN': '补充评估报告', en: 'Report files added' },
  'institution.event.institution.listed': { 'zh-CN': '设置经办机构名单', en: 'Lists of lenders set' },
  'institution.event.institution.suspended': { 'zh-CN': '暂停', en: 'Suspended' },
  'institution.event.institution.resumed': { 'zh-CN': '恢复', en: 'Resumed' },
});

export const institutionRefusals = defineText({
  'institution.not-a-lender': {
    'zh-CN': '只有银行可以列入经办机构名单。',
    en: 'Only banks stand on lists of lenders.',
  },
  'institution.list-form': {
    'zh-CN': '名单代码只含小写字母、数字和连字符。',
    en: 'A code of a list has small letters, digits and hyphens only.',
  },
  'institution.not-found': { 'zh-CN': '没有找到这个机构。', en: 'This institution was not found.' },
  'institution.not-admitted': {
    'zh-CN': '您所在的机构还没有批准接入，暂时不能使用。请联系平台安全管理员。',
    en: 'Your institution is not approved yet. Ask the platform’s security administrator.',
  },
  'institution.name-missing': {
    'zh-CN': '请填写机构的中文名称。',
    en: 'Give the institution’s name in Chinese.',
  },
  'institution.name-en-missing': {
    'zh-CN': '请填写机构的英文名称。',
    en: 'Give the institution’s name in English.',
  },
  'institution.contact-missing': {
    'zh-CN': '请填写企业可以联系的电话或邮箱。',
    en: 'Give a telephone number or mail address for firms.',
  },
  'institution.reason-missing': {
    'zh-CN': '请写明暂停的原因，至少 5 个字。',
    en: 'State why, in at least five characters.',
  },
  'institution.code-taken': { 'zh-CN': '这个机构代码已被使用。', en: 'This code is taken.' },
  'institution.code-form': {
    'zh-CN': '请使用 3 位以上的小写字母、数字和连字符。',
    en: 'Use at least three lower-case letters, digits and hyphens.',
  },
  'institution.day-unreadable': { 'zh-CN': '请填写真实日期。', en: 'Give a real date.' },
  'institution.assessment-missing': {
    'zh-CN': '请填写安全评估的有效期。',
    en: 'Give the last day of the security assessment.',
  },
  'institution.evidence-missing': {
    'zh-CN': '请填写评估日期、评估机构和报告编号，没有依据的评估不能登记。',
    en: 'State when it was assessed, by whom and the number of the report: an assessment without evidence is not recorded.',
  },
  'institution.assessed-later': {
    'zh-CN': '评估日期不能晚于今天。',
    en: 'The day of the assessment cannot lie ahead.',
  },
  'institution.assessed-long-ago': {
    'zh-CN': (r: { days: number }) => `评估超过 ${r.days} 天，需要重新评估。`,
    en: (r: { days: number }) => `It was assessed more than ${r.days} days ago: a new assessment is needed.`,
  },
  'institution.assessment-past': {
    'zh-CN': '有效期必须在今天之后。',
    en: 'The last day must lie after today.',
  },
  'institution.assessment-too-long': {
    'zh-CN': (r: { days: number }) => `有效期最长 ${r.days} 天。`,
    en: (r: { days: number }) => `An assessment holds for at most ${r.days} days.`,
  },
  'institution.assessment-outlasts': {
    'zh-CN': (r: { days: number }) => `有效期从评估日期起最长 ${r.days} 天，请改早有效期。`,
    en: (r: { days: number }) =>
      `It holds for at most ${r.days} days from the day of the assessment: give an earlier last day.`,
  },
  'institution.is-platform': {
    'zh-CN': '平台自身不能在这里办理。',
    en: 'The platform itself is not managed here.',
  },
  'institution.not-applied': {
    'zh-CN': '这个机构不在待批准状态，可能已被其他管理员办理。请刷新查看。',
    en: 'It does not wait for approval; another administrator may have acted. Reload to see.',
  },
  'institution.not-approved': {
    'zh-CN': '这个机构不在已批准状态，不能暂停。请刷新查看。',
    en: 'It is not approved at the moment, so it cannot be suspended. Reload to see.',
  },
  'institution.not-suspended': {
    'zh-CN': '这个机构没有被暂停，无需恢复。请刷新查看。',
    en: 'It is not suspended, so there is nothing to resume. Reload to see.',
  },
});

export const institutionFlashes = defineText({
  'institution.approved': { 'zh-CN': '已批准接入。', en: 'Approved.' },
  'institution.assessed': { 'zh-CN': '安全评估已登记。', en: 'The assessment is recorded.' },
  'institution.listed': {
    'zh-CN': '经办机构名单已更新，此后的政策预审按新名单。',
    en: 'The lists are set; assessments follow them from now on.',
  },
  'institution.suspended': {
    'zh-CN': '已暂停，该机构的下一次请求即被拒绝。',
    en: 'Suspended. Its very next request will be refused.',
  },
  'institution.resumed': { 'zh-CN': '已恢复。', en: 'Resumed.' },
});

/** The sentence of its notification. */
export const institutionNotifications = defineText({
  'institution.retest-due': {
    'zh-CN': (p: { until: string }) => `安全评估将于 ${p.until} 到期，请安排复评并提交报告；到期后查询停止`,
    en: (p: { until: string }) =>
      `The security assessment ends on ${p.until}: arrange the re-test and hand in its report, or reads stop`,
  },
});
