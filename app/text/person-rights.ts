import { defineText } from '~/text/define.ts';

/** What a person reads of their rights behind their own link, and what the platform's desk reads of their objections. */
export const personRightsText = defineText({
  'person.refuse': { 'zh-CN': '拒绝这次请求', en: 'Refuse this request' },
  'person.refuse-title': { 'zh-CN': '拒绝授权？', en: 'Refuse?' },
  'person.refuse-text': {
    'zh-CN':
      '企业会知道您拒绝了，不知道原因。同一银行在规定期限内不得为同一用途再次请求您；您改变主意时仍可在本页签署。',
    en: 'The firm learns that you refused, not why. The same bank may not ask you again for this purpose while your refusal holds; you may still sign here if you change your mind.',
  },
  'person.refused': { 'zh-CN': '您已拒绝这次请求', en: 'You refused this request' },
  'person.refused-until': {
    'zh-CN': (bank: string, day: string) => `${bank}在 ${day} 之前不得为同一用途再次请求您。您仍可自愿签署。`,
    en: (bank: string, day: string) =>
      `${bank} may not ask you again for this purpose before the end of ${day}. You may still sign of your own accord.`,
  },
  'person.report': { 'zh-CN': '平台存有我的哪些信息', en: 'What is held about me' },
  'person.report-lede': {
    'zh-CN':
      '查看与发起本次授权的企业有关的、平台存有的您的全部记录、来源、谁核验过，并可逐条提出异议、整体导出。链接由该企业发出，因此不显示与其他企业有关的记录；要查全部，请持身份证到平台数据运营办理。',
    en: 'Every record held about you with the firm that asked you, where it came from and who asked about it; object to any of them, or take everything along. The firm made this link, so it shows nothing that concerns other firms: for those, bring your identity card to the platform’s data desk.',
  },
  'person.report-count': {
    'zh-CN': (used: number, free: number) => `本年度已查询 ${used} 次；法律规定每年 ${free} 次免费。`,
    en: (used: number, free: number) =>
      `Opened ${used === 1 ? 'once' : `${used} times`} this year; the law makes ${free} a year free.`,
  },
  'person.report-further': {
    'zh-CN': (day: string) =>
      `法定免费次数已用完，${day} 起重新计算。本平台对之后的查询同样不收费，照常可以查看。`,
    en: (day: string) =>
      `The free ones of the law are used and count anew from ${day}. This platform charges nothing for further ones either: open it as before.`,
  },
  'person.report-do': { 'zh-CN': '查看我的信息', en: 'Show it' },
  'person.report-closed': { 'zh-CN': '查询结果已关闭', en: 'The report is closed' },
  'person.report-closed-next': {
    'zh-CN': '为保护您，结果只保留几分钟。请重新填写身份证号码查看。',
    en: 'To protect you it stays open for some minutes only. Type the identity number to open it again.',
  },
  'person.export': { 'zh-CN': '导出全部（JSON）', en: 'Take everything along (JSON)' },
  'person.records': { 'zh-CN': '我的记录', en: 'Records about me' },
  'person.records-none': { 'zh-CN': '平台没有存有您的记录。', en: 'No record about you is held.' },
  'person.looked': { 'zh-CN': '谁核验过我的信息', en: 'Who asked about me' },
  'person.col.item': { 'zh-CN': '信息', en: 'Item' },
  'person.col.firm': { 'zh-CN': '所属企业', en: 'At the firm' },
  'person.col.provider': { 'zh-CN': '来源', en: 'From' },
  'person.col.says': { 'zh-CN': '内容', en: 'Says' },
  'person.col.known': { 'zh-CN': '入库时间', en: 'Held since' },
  'person.col.standing': { 'zh-CN': '状态', en: 'State' },
  'person.col.bank': { 'zh-CN': '机构', en: 'Institution' },
  'person.col.due': { 'zh-CN': '答复期限', en: 'Answer due' },
  'person.span': {
    'zh-CN': (from: string, to: string) => `${from} 至 ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  'person.until-now': { 'zh-CN': '今', en: 'now' },
  'person.standing.used': { 'zh-CN': '可被核验', en: 'May be asked about' },
  'person.standing.suspended': { 'zh-CN': '异议处理中，暂停核验', en: 'Disputed: nothing is answered' },
  'person.standing.struck': { 'zh-CN': '异议成立，不再使用', en: 'Objection upheld: used no more' },
  'person.object': { 'zh-CN': '提出异议', en: 'Object' },
  'person.object-title': { 'zh-CN': '这条记录哪里不对', en: 'What is wrong with this record' },
  'person.object-body': { 'zh-CN': '说明与依据', en: 'What is wrong, and what proves it' },
  'person.object-do': { 'zh-CN': '提交异议', en: 'File the objection' },
  'person.objection-due': {
    'zh-CN': (day: string) => `最迟 ${day} 答复`,
    en: (day: string) => `Answered by ${day} at the latest`,
  },
  'person.answer-is': { 'zh-CN': (text: string) => `答复：${text}`, en: (text: string) => `Answer: ${text}` },
  'person.desk': { 'zh-CN': '自然人异议', en: 'Objections of persons' },
  'person.desk-lede': {
    'zh-CN':
      '自收到之日起 20 日内向来源核实并书面答复（征信业管理条例第二十五条）。处理期间，这条记录不回答任何核验。',
    en: 'Checked with the source and answered in writing within 20 days (Regulation on the Credit Reporting Industry, art. 25). Meanwhile no question is answered from the record.',
  },
  'person.desk-none': { 'zh-CN': '没有自然人异议', en: 'No objection of a person' },
  'person.desk-to': { 'zh-CN': '去办理自然人异议', en: 'Answer them' },
  'person.desk-more': {
    'zh-CN': (n: number) => `还有 ${n} 件，在办理页面中列出。`,
    en: (n: number) => `${n} more, listed where they are answered.`,
  },
  'person.waiting': { 'zh-CN': '待答复', en: 'Waiting' },
  'person.desk-said': { 'zh-CN': '本人的异议', en: 'What the person says' },
  'person.desk-erased': { 'zh-CN': '（本人已要求删除）', en: '(erased by the person)' },
  'person.desk-answer': { 'zh-CN': '答复', en: 'Answer' },
  'person.desk-do': { 'zh-CN': '提交答复', en: 'Send the answer' },
  'person.desk-verdict': { 'zh-CN': '结论', en: 'Verdict' },
  'person.verdict.upheld': { 'zh-CN': '成立，停止使用这条记录', en: 'Upheld: the record is used no more' },
  'person.verdict.refused': { 'zh-CN': '不成立，恢复使用', en: 'Refused: the record is used again' },
  'person.overdue': { 'zh-CN': '已超期', en: 'Overdue' },
});

/** What the audit log calls what persons do behind their link, and what the desk answers. */
export const personRightsActions = defineText({
  'privacy.person-reported': {
    'zh-CN': '自然人查询本人信息',
    en: 'A person opened what is held about them',
  },
  'privacy.person-exported': {
    'zh-CN': '自然人导出本人信息',
    en: 'A person took what is held about them away',
  },
  'privacy.person-objected': { 'zh-CN': '自然人提出异议', en: 'A person objected to a record' },
  'privacy.person-refused': { 'zh-CN': '自然人拒绝授权请求', en: 'A person refused to consent' },
  'privacy.identity-asked': { 'zh-CN': '登记本人身份核验', en: 'Entered who somebody is' },
  'privacy.identity-decided': { 'zh-CN': '复核本人身份', en: 'Decided on who somebody is' },
  'privacy.objection-answered': { 'zh-CN': '答复自然人异议', en: 'Answered a person’s objection' },
  'privacy.clock-over': { 'zh-CN': '期限已过，督办', en: 'Reported a clock that ran out' },
  'consent.people-asked': { 'zh-CN': '要求人工审核', en: 'Asked for people, not automation alone' },
  'consent.automation-accepted': { 'zh-CN': '取消人工审核要求', en: 'Took back the wish for people' },
});
