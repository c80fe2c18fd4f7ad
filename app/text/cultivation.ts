import { defineText } from '~/text/define.ts';

/** The list of first-loan cultivation (首贷培育). */
export const cultivationText = defineText({
  'cultivation.title': { 'zh-CN': '首贷培育', en: 'First-loan cultivation' },
  'cultivation.lede': {
    'zh-CN':
      '还没有银行贷款的企业可以加入首贷培育名单，由银行主动对接。加入即同意平台上的银行看到企业名称、登记信息和公开信用等级；可随时退出。',
    en: 'A firm without a bank loan may join the list, and banks come to it. By joining you agree that banks here see the firm’s name, its registration and its public grade; leave at any time.',
  },
  'cultivation.join': { 'zh-CN': '加入培育名单', en: 'Join the list' },
  'cultivation.agree': {
    'zh-CN': '我同意平台上的银行看到上述信息并与本企业联系。',
    en: 'I agree that banks on this platform see this and contact the firm.',
  },
  'cultivation.leave': { 'zh-CN': '退出培育名单', en: 'Leave the list' },
  'cultivation.leave-text': {
    'zh-CN': '退出后银行不再看到本企业。已有的联系记录保留。',
    en: 'Banks then no longer see the firm. What they noted is kept.',
  },
  'cultivation.standing': { 'zh-CN': '进展', en: 'Where it stands' },
  'cultivation.standing.waiting': { 'zh-CN': '等待银行对接', en: 'Waiting for a bank' },
  'cultivation.standing.contacted': { 'zh-CN': '银行已对接', en: 'A bank is at work' },
  'cultivation.standing.graduated': { 'zh-CN': '已获得首贷', en: 'Has its first loan' },
  'cultivation.standing.borrowed': {
    'zh-CN': '已有贷款，是否首贷以征信证据为准',
    en: 'Has borrowed; whether it is the first is for the evidence to say',
  },
  'cultivation.standing.left': { 'zh-CN': '已退出', en: 'Left' },
  'cultivation.joined': { 'zh-CN': '加入时间', en: 'Joined' },
  'cultivation.contacts': { 'zh-CN': '银行对接记录', en: 'What banks did' },
  'cultivation.contacts-none': {
    'zh-CN': '还没有银行对接。可以先发布融资需求，让银行了解您需要什么。',
    en: 'No bank has been in touch yet. State a need so that banks know what you are looking for.',
  },
  'cultivation.to-needs': { 'zh-CN': '发布融资需求', en: 'State a need' },
  'cultivation.bank-title': { 'zh-CN': '首贷培育名单', en: 'Firms that want their first loan' },
  'cultivation.bank-lede': {
    'zh-CN': '自愿加入、平台上没有贷款的企业，等待最久的在前。对接记录只有该企业和贵行能看到。',
    en: 'Firms that joined and have no loan on the platform, the longest waiting first. What you note is read by the firm and your bank alone.',
  },
  'cultivation.none': { 'zh-CN': '名单上没有企业', en: 'No firm on the list' },
  'cultivation.none-next': { 'zh-CN': '企业加入后会出现在这里。', en: 'Firms appear here as they join.' },
  'cultivation.firm': { 'zh-CN': '企业', en: 'Firm' },
  'cultivation.place': { 'zh-CN': '地区和行业', en: 'Place and industry' },
  'cultivation.established': { 'zh-CN': '成立日期', en: 'Established' },
  'cultivation.grade': { 'zh-CN': '公开信用等级', en: 'Public grade' },
  'cultivation.own': { 'zh-CN': '本行对接', en: 'Our contacts' },
  'cultivation.note': { 'zh-CN': '记录走访、联系或辅导', en: 'Note a visit, a call or advice' },
  'cultivation.note-text': { 'zh-CN': '内容（企业可见）', en: 'What was done (the firm reads it)' },
  'cultivation.note-do': { 'zh-CN': '保存记录', en: 'Save the note' },
  'prospect.title': { 'zh-CN': '愿意接收银行产品', en: 'Open to banks' },
  'prospect.lede': {
    'zh-CN':
      '加入后，平台上的银行可以看到企业名称、登记信息和公开信用等级，并就合适的产品与您联系。看不到任何需要授权的数据。一年后自动退出，也可随时退出。',
    en: 'Banks here may then see the firm’s name, its registration and its public grade, and tell you of products that suit. They see no data that need a consent. It ends after a year, or whenever you leave.',
  },
  'prospect.join': { 'zh-CN': '愿意接收', en: 'Be open to banks' },
  'prospect.leave': { 'zh-CN': '不再接收', en: 'Be open no more' },
  'prospect.until': { 'zh-CN': '自动退出日期', en: 'Ends by itself on' },
  'prospect.on': { 'zh-CN': '银行可见', en: 'Banks see the firm' },
  'prospect.off': { 'zh-CN': '银行不可见', en: 'Banks do not see the firm' },
  'prospect.contacts-none': {
    'zh-CN': '还没有银行与您联系。也可以先发布融资需求，让银行了解您需要什么。',
    en: 'No bank has been in touch. State a need so that banks know what you are looking for.',
  },
  'prospect.bank-title': { 'zh-CN': '拓客名单', en: 'Firms open to banks' },
  'prospect.bank-lede': {
    'zh-CN':
      '同意接收银行产品介绍的企业，新加入的在前，仅有登记信息和公开信用等级。本行的联系记录只有该企业和贵行能看到。',
    en: 'Firms that agreed to hear of products, the newest first: registration and public grade alone. What you note is read by the firm and your bank alone.',
  },
  'prospect.region': { 'zh-CN': '地区代码', en: 'Code of the division' },
  'prospect.region-hint': {
    'zh-CN': '二至六位，如 6401 为银川市',
    en: 'Two to six digits: 6401 is Yinchuan',
  },
  'prospect.section': { 'zh-CN': '行业门类', en: 'Industry' },
  'prospect.at-least': { 'zh-CN': '公开信用等级不低于', en: 'Public grade at least' },
  'prospect.any': { 'zh-CN': '不限', en: 'Any' },
  'prospect.none': { 'zh-CN': '没有符合的企业', en: 'No such firm' },
  'prospect.none-next': {
    'zh-CN': '请放宽筛选条件。企业同意后会出现在这里。',
    en: 'Ask for less. Firms appear here as they agree.',
  },
  'cultivation.pool': { 'zh-CN': '首贷培育', en: 'Cultivation' },
  'cultivation.pool-joined': { 'zh-CN': '累计加入', en: 'Joined so far' },
});

export const cultivationRefusals = defineText({
  'loan.cultivated-already': { 'zh-CN': '本企业已在培育名单上。', en: 'The firm is on the list already.' },
  'loan.borrowed-before': {
    'zh-CN': '平台上已有本企业的贷款，不属于首贷培育对象。需要再融资，请发布融资需求。',
    en: 'The firm has a loan on the platform, so this list is not for it. State a need to borrow again.',
  },
  'loan.not-in-business': {
    'zh-CN': '登记状态不是存续，不能加入。如登记有误，请提出异议。',
    en: 'The register does not show the firm as in business. If that is wrong, object to the record.',
  },
  'loan.not-cultivated': { 'zh-CN': '本企业不在培育名单上。', en: 'The firm is not on the list.' },
  'loan.listed-not-found': { 'zh-CN': '没有找到这家企业。', en: 'This firm was not found.' },
  'loan.cultivation-agree': { 'zh-CN': '请先勾选同意。', en: 'Tick your agreement first.' },
  'loan.contact-missing': { 'zh-CN': '请填写对接内容。', en: 'Say what was done.' },
});

export const cultivationFlashes = defineText({
  'loan.cultivation-joined': { 'zh-CN': '已加入首贷培育名单。', en: 'The firm is on the list.' },
  'loan.cultivation-left': { 'zh-CN': '已退出首贷培育名单。', en: 'The firm has left the list.' },
  'loan.prospect-joined': {
    'zh-CN': '银行现在可以看到贵企业并与您联系。',
    en: 'Banks now see the firm and may be in touch.',
  },
  'loan.prospect-left': { 'zh-CN': '银行不再看到贵企业。', en: 'Banks see the firm no more.' },
  'loan.cultivation-contacted': {
    'zh-CN': '对接记录已保存，企业可以看到。',
    en: 'Saved; the firm can read it.',
  },
});

export const cultivationNotifications = defineText({
  'loan.prospect-contacted': {
    'zh-CN': '一家银行记录了与贵企业的联系',
    en: 'A bank noted that it was in touch with you',
  },
  'loan.cultivation-contacted': {
    'zh-CN': '一家银行记录了与贵企业的首贷对接',
    en: 'A bank noted what it did towards your first loan',
  },
});

/** What the audit log says of both lists. */
export const cultivationActions = defineText({
  'loan.cultivation-joined': { 'zh-CN': '加入首贷培育名单', en: 'Joined the first-loan list' },
  'loan.cultivation-left': { 'zh-CN': '退出首贷培育名单', en: 'Left the first-loan list' },
  'loan.cultivation-contacted': { 'zh-CN': '记录首贷对接', en: 'Noted a contact towards a first loan' },
  'loan.prospect-joined': { 'zh-CN': '愿意接收银行产品', en: 'Let banks be in touch' },
  'loan.prospect-left': { 'zh-CN': '不再接收银行产品', en: 'Let banks be in touch no more' },
  'loan.prospect-contacted': { 'zh-CN': '记录拓客联系', en: 'Noted a contact with a firm open to banks' },
  'loan.prospects-listed': { 'zh-CN': '查看拓客名单', en: 'Opened the list of firms open to banks' },
  'loan.cultivation-listed': { 'zh-CN': '查看首贷培育名单', en: 'Opened the first-loan list' },
});
