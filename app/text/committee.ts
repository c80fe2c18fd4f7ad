import { defineText } from '~/text/define.ts';

/** Creditor committees (债权人委员会): several banks of one firm, without the terms of any. */
export const committeeText = defineText({
  'committee.title': { 'zh-CN': '债权人委员会', en: 'Creditor committees' },
  'committee.lede': {
    'zh-CN':
      '多家银行有贷款、又出现较重预警的企业，由平台征得企业同意后召集。加入后才知道还有哪些银行；各行的金额、利率和条件互不可见，也不要写进委员会的文字里。',
    en: 'For a firm that several banks lend to and that has a severe alert; the platform calls it once the firm has agreed. Who else sits in it is told to those who join. Amounts, rates and conditions of a bank are never shown to another, and do not belong in what is written here.',
  },
  'committee.back': { 'zh-CN': '贷后预警', en: 'Alerts' },
  'committee.none': { 'zh-CN': '没有债权人委员会', en: 'No creditor committee' },
  'committee.none-next': {
    'zh-CN': '平台召集涉及本行客户的委员会时，会在这里和消息中通知。',
    en: 'When the platform calls one for a firm that you lend to, it appears here and in your inbox.',
  },
  'committee.state.asked': { 'zh-CN': '等待企业同意', en: 'Waiting for the firm' },
  'committee.state.refused': { 'zh-CN': '企业未同意', en: 'The firm refused' },
  'committee.state.open': { 'zh-CN': '进行中', en: 'Live' },
  'committee.state.closed': { 'zh-CN': '已结束', en: 'Closed' },
  'committee.own.invited': { 'zh-CN': '受邀', en: 'Invited' },
  'committee.own.joined': { 'zh-CN': '已加入', en: 'Joined' },
  'committee.own.declined': { 'zh-CN': '未加入', en: 'Declined' },
  'committee.reason': { 'zh-CN': '召集原因', en: 'Why it was called' },
  'committee.members': { 'zh-CN': '成员', en: 'Members' },
  'committee.member': { 'zh-CN': '银行', en: 'Bank' },
  'committee.answer': { 'zh-CN': '答复', en: 'Answer' },
  'committee.own-bank': { 'zh-CN': '（本行）', en: ' (your bank)' },
  'committee.invited-what': {
    'zh-CN': '加入即同意本行名称对其他成员可见。不加入，其他银行不会知道本行受过邀请。',
    en: 'By joining you agree to be named to the other members. If you decline, no other bank learns that you were invited.',
  },
  'committee.join': { 'zh-CN': '加入委员会', en: 'Join' },
  'committee.decline': { 'zh-CN': '不加入', en: 'Decline' },
  'committee.measures': { 'zh-CN': '措施与表决', en: 'Measures and votes' },
  'committee.measure': { 'zh-CN': '措施', en: 'Measure' },
  'committee.kind.keep-lending': {
    'zh-CN': '不抽贷、不断贷、不压贷',
    en: 'No bank withdraws, cuts or refuses to roll over',
  },
  'committee.kind.extend': { 'zh-CN': '展期或续贷', en: 'Extend or renew' },
  'committee.kind.joint-visit': { 'zh-CN': '联合走访核实', en: 'Joint visit' },
  'committee.kind.restructure': { 'zh-CN': '债务重组', en: 'Restructure' },
  'committee.kind.orderly-exit': { 'zh-CN': '有序退出', en: 'Orderly exit' },
  'committee.until': { 'zh-CN': '有效期至', en: 'Until' },
  'committee.text': { 'zh-CN': '说明', en: 'What is to be done' },
  'committee.text-hint': {
    'zh-CN': '只写做什么、到什么时候；不要写金额、利率和条件，各行与企业另行商定。',
    en: 'Say what is to be done and by when. No amounts, rates or conditions: each bank settles those with the firm.',
  },
  'committee.propose': { 'zh-CN': '提出措施', en: 'Propose a measure' },
  'committee.vote': { 'zh-CN': '表决', en: 'Vote' },
  'committee.vote-for': { 'zh-CN': '同意', en: 'For' },
  'committee.vote-against': { 'zh-CN': '不同意', en: 'Against' },
  'committee.voted': {
    'zh-CN': (inFavour: number, votes: number) => `${votes} 票，其中同意 ${inFavour} 票`,
    en: (inFavour: number, votes: number) => `${inFavour} of ${votes} for`,
  },
  'committee.rule': {
    'zh-CN': '一行一票，过半数成员同意即通过；至少两家银行加入后才能形成决定。',
    en: 'One vote a bank; a measure is adopted when more than half of the members are for it. At least two banks must have joined.',
  },
  'committee.outcome.open': { 'zh-CN': '表决中', en: 'Being voted on' },
  'committee.outcome.adopted': { 'zh-CN': '通过', en: 'Adopted' },
  'committee.outcome.rejected': { 'zh-CN': '未通过', en: 'Rejected' },
  'committee.minutes': { 'zh-CN': '会议记录', en: 'Minutes' },
  'committee.step.asked': { 'zh-CN': '平台召集', en: 'Called by the platform' },
  'committee.step.agreed': { 'zh-CN': '企业同意', en: 'The firm agreed' },
  'committee.step.refused': { 'zh-CN': '企业不同意', en: 'The firm refused' },
  'committee.step.invited': { 'zh-CN': '邀请', en: 'Invited' },
  'committee.step.joined': { 'zh-CN': '加入', en: 'Joined' },
  'committee.step.declined': { 'zh-CN': '未加入', en: 'Declined' },
  'committee.step.proposed': { 'zh-CN': '提出', en: 'Proposed' },
  'committee.step.adopted': { 'zh-CN': '措施通过', en: 'Measure adopted' },
  'committee.step.rejected': { 'zh-CN': '措施未通过', en: 'Measure rejected' },
  'committee.step.closed': { 'zh-CN': '结束', en: 'Closed' },
  'committee.call': { 'zh-CN': '召集债权人委员会', en: 'Call a creditor committee' },
  'committee.call-what': {
    'zh-CN': '这户企业在多家银行有贷款，并有较重的预警。先征得企业同意，再邀请各贷款银行。',
    en: 'Several banks lend to this firm and it has a severe alert. The firm is asked first; its lenders are invited once it agrees.',
  },
  'committee.call-reason': {
    'zh-CN': '召集原因（企业和各行都会看到）',
    en: 'Reason (the firm and the banks will read it)',
  },
  'committee.close': { 'zh-CN': '结束委员会', en: 'Close the committee' },
  'committee.close-note': { 'zh-CN': '结束说明', en: 'Closing note' },
  'committee.firm-what': {
    'zh-CN':
      '平台建议您的贷款银行共同商量，避免各行分别抽贷。您同意后，各贷款银行会收到邀请，因而知道您还有别的贷款银行；金额、利率和条件不会互相透露。您不同意，任何银行都不会知道这件事。',
    en: 'The platform suggests that your lenders talk to each other so that none withdraws on its own. If you agree they are invited, and so learn that you have other lenders; amounts, rates and conditions are not passed on. If you refuse, no bank will hear of it.',
  },
  'committee.firm-agree': { 'zh-CN': '同意邀请我的贷款银行', en: 'Agree to invite my lenders' },
  'committee.firm-refuse': { 'zh-CN': '不同意', en: 'Refuse' },
  'committee.firm-owner': { 'zh-CN': '由企业负责人答复。', en: 'The owner answers this.' },
  'committee.adopted-none': { 'zh-CN': '还没有通过的措施。', en: 'No measure has been adopted yet.' },
});

export const committeeRefusals = defineText({
  'monitoring.committee-not-needed': {
    'zh-CN': '只有两家以上银行有存续贷款、且有橙色或红色预警的企业，才召集债权人委员会。',
    en: 'A committee is called only for a firm with live loans at two banks or more and an orange or red alert.',
  },
  'monitoring.committee-exists': {
    'zh-CN': '这户企业已有进行中的债权人委员会，请在其中继续。',
    en: 'The firm has a live committee already; go on in that one.',
  },
  'monitoring.committee-not-found': {
    'zh-CN': '没有找到这个委员会或措施。',
    en: 'This committee or measure was not found.',
  },
  'monitoring.committee-over': {
    'zh-CN': '委员会不在进行中，不能再操作。',
    en: 'The committee is not live; nothing can be done in it.',
  },
  'monitoring.committee-answered': {
    'zh-CN': '已经答复过，答复不能更改。',
    en: 'This was answered already; an answer is not changed.',
  },
  'monitoring.committee-not-joined': {
    'zh-CN': '只有加入委员会的银行可以提出措施和表决。',
    en: 'Only banks that joined may propose and vote.',
  },
  'monitoring.committee-voted': { 'zh-CN': '本行已经表决过。', en: 'Your bank has voted already.' },
  'monitoring.committee-decided': {
    'zh-CN': '这项措施已有结果，不能再表决。',
    en: 'This measure is decided; no more votes are taken.',
  },
  'monitoring.committee-until-past': {
    'zh-CN': '措施的截止日期不能早于今天。',
    en: 'The last day of the measure cannot lie in the past.',
  },
  'monitoring.committee-terms': {
    'zh-CN': '文字里像是写了金额或利率。委员会中不交流各行的条件，请去掉后再提交。',
    en: 'The text seems to name an amount or a rate. Terms of a bank are not exchanged here: leave them out and send again.',
  },
});

export const committeeFlashes = defineText({
  'monitoring.committee-called': { 'zh-CN': '已请企业答复。', en: 'The firm has been asked.' },
  'monitoring.committee-answered': { 'zh-CN': '答复已记录。', en: 'Your answer was kept.' },
  'monitoring.committee-proposed': {
    'zh-CN': '措施已提出，本行计为同意。',
    en: 'Proposed; your bank counts as for it.',
  },
  'monitoring.committee-voted': { 'zh-CN': '表决已记录。', en: 'Your vote was counted.' },
  'monitoring.committee-closed': { 'zh-CN': '委员会已结束。', en: 'The committee is closed.' },
});

export const committeeNotifications = defineText({
  'monitoring.committee-asked': {
    'zh-CN': '平台请您答复：是否同意召集债权人委员会',
    en: 'The platform asks whether you agree to a creditor committee',
  },
  'monitoring.committee-invited': {
    'zh-CN': '邀请加入一个债权人委员会',
    en: 'An invitation to a creditor committee',
  },
  'monitoring.committee-joined': {
    'zh-CN': '债权人委员会有新成员',
    en: 'A bank joined a creditor committee',
  },
  'monitoring.committee-proposed': {
    'zh-CN': '债权人委员会有新的措施待表决',
    en: 'A measure of a creditor committee waits for votes',
  },
  'monitoring.committee-adopted': {
    'zh-CN': '债权人委员会通过了一项措施',
    en: 'A creditor committee adopted a measure',
  },
  'monitoring.committee-rejected': {
    'zh-CN': '债权人委员会的一项措施未通过',
    en: 'A measure of a creditor committee was rejected',
  },
  'monitoring.committee-closed': { 'zh-CN': '债权人委员会已结束', en: 'A creditor committee was closed' },
});

/** What the audit log says of alerts, guarantee circles and creditor committees. */
export const committeeActions = defineText({
  'monitoring.committee-asked': { 'zh-CN': '召集债权人委员会', en: 'Called a creditor committee' },
  'monitoring.committee-agreed': { 'zh-CN': '同意召集债权人委员会', en: 'Agreed to a creditor committee' },
  'monitoring.committee-refused': { 'zh-CN': '不同意召集债权人委员会', en: 'Refused a creditor committee' },
  'monitoring.committee-invited': { 'zh-CN': '邀请加入债权人委员会', en: 'Invited to a creditor committee' },
  'monitoring.committee-joined': { 'zh-CN': '加入债权人委员会', en: 'Joined a creditor committee' },
  'monitoring.committee-declined': { 'zh-CN': '未加入债权人委员会', en: 'Declined a creditor committee' },
  'monitoring.committee-voted-for': { 'zh-CN': '债委会表决', en: 'Voted in a creditor committee' },
  'monitoring.committee-voted-against': { 'zh-CN': '债委会表决', en: 'Voted in a creditor committee' },
  'monitoring.committee-adopted': { 'zh-CN': '债委会措施通过', en: 'A creditor committee adopted a measure' },
  'monitoring.committee-closed': { 'zh-CN': '结束债权人委员会', en: 'Closed a creditor committee' },
  'monitoring.committees-opened': { 'zh-CN': '查看债权人委员会', en: 'Opened the creditor committees' },
  'monitoring.circle-opened': { 'zh-CN': '查看担保圈', en: 'Opened a guarantee circle' },
  'monitoring.answered': { 'zh-CN': '企业说明预警', en: 'Answered an alert' },
  'monitoring.closed': { 'zh-CN': '关闭预警', en: 'Closed an alert' },
  'monitoring.followed-up': { 'zh-CN': '跟进预警', en: 'Followed up an alert' },
  'monitoring.opened': { 'zh-CN': '查看预警', en: 'Opened an alert' },
  'monitoring.committee-proposed': {
    'zh-CN': '提出债委会措施',
    en: 'Proposed a measure in a creditor committee',
  },
  'monitoring.committee-rejected': {
    'zh-CN': '债委会措施未通过',
    en: 'A creditor committee rejected a measure',
  },
  'monitoring.reminded': { 'zh-CN': '催办预警', en: 'Reminded of an alert' },
});
