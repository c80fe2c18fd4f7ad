import { defineText } from '~/text/define.ts';

/** Natural persons behind a firm: the firm's page, the person's own page, the bank's page. */
export const privacyText = defineText({
  'privacy.persons.title': { 'zh-CN': '本人授权', en: 'Personal consents' },
  'privacy.persons.lede': {
    'zh-CN':
      '企业的授权打不开自然人的信息。法定代表人、主要股东、配偶、共同借款人须由本人凭链接填写身份并签署。',
    en: 'A firm’s consent never opens what describes a person. The representative, main owners, spouses and co-borrowers each sign for themselves through a link of their own.',
  },
  'privacy.persons.list': { 'zh-CN': '已登记的人员', en: 'People named' },
  'privacy.persons.none': { 'zh-CN': '还没有登记需要本人授权的人员', en: 'Nobody was named yet' },
  'privacy.persons.none-next': {
    'zh-CN': '银行要求核验个人信息时，在下方登记，把链接交给本人。',
    en: 'When a bank needs to check a person, name them below and hand them the link.',
  },
  'privacy.person': { 'zh-CN': '姓名', en: 'Person' },
  'privacy.relation': { 'zh-CN': '与企业的关系', en: 'Relation to the firm' },
  'privacy.relation.legal-representative': { 'zh-CN': '法定代表人', en: 'Legal representative' },
  'privacy.relation.owner': { 'zh-CN': '股东', en: 'Owner' },
  'privacy.relation.spouse': { 'zh-CN': '配偶', en: 'Spouse' },
  'privacy.relation.co-borrower': { 'zh-CN': '共同借款人', en: 'Co-borrower' },
  'privacy.share': { 'zh-CN': '持股比例', en: 'Share' },
  'privacy.share-hint': {
    'zh-CN': (least: number) => `仅股东填写；持股 ${least}% 以上才需要本人授权。`,
    en: (least: number) => `Owners only; they are asked from ${least}% on.`,
  },
  'privacy.share-of': {
    'zh-CN': (percent: string) => `持股 ${percent}%`,
    en: (percent: string) => `${percent}% share`,
  },
  'privacy.for-bank': { 'zh-CN': '授权给', en: 'Consent for' },
  'privacy.choose-bank': { 'zh-CN': '请选择银行', en: 'Choose a bank' },
  'privacy.purpose': { 'zh-CN': '用途', en: 'Purpose' },
  'privacy.state': { 'zh-CN': '状态', en: 'State' },
  'privacy.state.asked': { 'zh-CN': '等待本人签署', en: 'Waiting for the person' },
  'privacy.state.refused': { 'zh-CN': '本人已拒绝', en: 'Refused by the person' },
  'privacy.state.link-expired': { 'zh-CN': '链接已过期', en: 'Link expired' },
  'privacy.state.active': { 'zh-CN': '已授权', en: 'In force' },
  'privacy.state.expired': { 'zh-CN': '已到期', en: 'Expired' },
  'privacy.state.withdrawn': { 'zh-CN': '本人已撤回', en: 'Withdrawn by the person' },
  'privacy.state.erased': { 'zh-CN': '本人已删除', en: 'Erased by the person' },
  'privacy.refusal-holds': {
    'zh-CN': (day: string) => `至 ${day} 不得再次请求`,
    en: (day: string) => `Not to be asked again until ${day}`,
  },
  'privacy.erased-name': { 'zh-CN': '（已删除）', en: '(erased)' },
  'privacy.until': { 'zh-CN': '有效期至', en: 'Until' },
  'privacy.items-count': {
    'zh-CN': (n: number) => `${n} 个数据项`,
    en: (n: number) => (n === 1 ? '1 item' : `${n} items`),
  },
  'privacy.name.title': { 'zh-CN': '登记一位自然人', en: 'Name a person' },
  'privacy.name.lede': {
    'zh-CN': (days: number) =>
      `只需姓名；身份证号码由本人在自己的页面填写，企业看不到。链接 ${days} 天内有效。`,
    en: (days: number) =>
      `The name is enough: the person types the identity number on their own page and you never see it. The link is good for ${days} days.`,
  },
  'privacy.name.do': { 'zh-CN': '生成本人链接', en: 'Make the link' },
  'privacy.link.title': { 'zh-CN': '链接只显示这一次', en: 'This link is shown once' },
  'privacy.link.for': {
    'zh-CN': (name: string) => `请复制并交给${name}本人。凭此链接可以签署、撤回和要求删除。`,
    en: (name: string) =>
      `Copy it and hand it to ${name} in person: it is the way to sign, to withdraw and to have the data erased.`,
  },
  'privacy.link.copy': { 'zh-CN': '本人链接', en: 'the personal link' },
  'privacy.staff.title': { 'zh-CN': '员工情况（仅统计）', en: 'Staff, in figures only' },
  'privacy.staff.lede': {
    'zh-CN': (least: number) =>
      `员工和离职人员的参保记录只用于统计，不提供明细；不足 ${least} 人的数字不显示。`,
    en: (least: number) =>
      `Insurance records of present and former staff are only counted and never shown; a figure on fewer than ${least} people is held back.`,
  },
  'privacy.staff.current': { 'zh-CN': '在职参保人数', en: 'Insured staff' },
  'privacy.staff.leavers': { 'zh-CN': '近 12 个月离职', en: 'Left in 12 months' },
  'privacy.staff.median': { 'zh-CN': '在职月数（中位数）', en: 'Months there (median)' },
  'privacy.staff.too-few': { 'zh-CN': '人数不足，不显示', en: 'Too few to show' },
  'privacy.staff.on': { 'zh-CN': (day: string) => `截至 ${day}`, en: (day: string) => `As of ${day}` },
  'privacy.door.title': { 'zh-CN': '本人授权', en: 'Your own consent' },
  'privacy.door.lede': {
    'zh-CN': (firm: string, bank: string) => `${firm}请您以本人身份决定：是否允许${bank}核验您的下列信息。`,
    en: (firm: string, bank: string) =>
      `${firm} asks you to decide for yourself whether ${bank} may check the following about you.`,
  },
  'privacy.door.hello': {
    'zh-CN': (name: string) => `${name}，您好`,
    en: (name: string) => `Hello ${name}`,
  },
  'privacy.door.facts': { 'zh-CN': '概要', en: 'In short' },
  'privacy.door.who': { 'zh-CN': '谁来核验', en: 'Who checks' },
  'privacy.door.why': { 'zh-CN': '做什么用', en: 'What for' },
  'privacy.door.what': { 'zh-CN': '得到什么', en: 'What they get' },
  'privacy.door.what-text': {
    'zh-CN': '只得到“是”或“否”的回答，拿不到明细和数额；每次提问您都能在本页看到。',
    en: 'Yes-or-no answers only, never the records or amounts; every question shows on this page.',
  },
  'privacy.door.free': { 'zh-CN': '您可以不同意', en: 'You may refuse' },
  'privacy.door.free-text': {
    'zh-CN':
      '不同意、少选或以后撤回，都不影响企业使用平台的其他服务。不愿意就点“拒绝”，同一银行在规定期限内不得为同一用途再请求您。',
    en: 'Refusing, ticking fewer items or withdrawing later costs the firm no other service. Say no below, and the same bank may not ask you again for this purpose for some months.',
  },
  'privacy.door.contact': { 'zh-CN': '联系方式', en: 'Contact' },
  'privacy.door.items': { 'zh-CN': '允许核验的信息', en: 'What may be checked' },
  'privacy.door.items-hint': { 'zh-CN': '只勾选您愿意的。', en: 'Tick only what you agree to.' },
  'privacy.door.identity': { 'zh-CN': '您的身份', en: 'Who you are' },
  'privacy.door.identity-hint': {
    'zh-CN': '加密保存，只用于查找您的记录；企业和银行都看不到号码。',
    en: 'Kept encrypted and used only to find your records; neither firm nor bank sees the number.',
  },
  'privacy.door.name': { 'zh-CN': '姓名', en: 'Name' },
  'privacy.door.id-number': { 'zh-CN': '身份证号码', en: 'Identity number' },
  'privacy.door.months': { 'zh-CN': '授权期限', en: 'For how long' },
  'privacy.door.month-count': {
    'zh-CN': (n: number) => `${n} 个月`,
    en: (n: number) => `${n} months`,
  },
  'privacy.door.agree': {
    'zh-CN': (bank: string) => `我已阅读，以本人身份同意${bank}核验我勾选的信息。`,
    en: (bank: string) => `I have read this and, for myself, let ${bank} check what I ticked.`,
  },
  'privacy.door.sign': { 'zh-CN': '签署本人授权', en: 'Sign for myself' },
  'privacy.door.sign-again': { 'zh-CN': '重新签署', en: 'Sign anew' },
  'privacy.door.sticky': {
    'zh-CN': (bank: string) => `授权${bank} · 仅核验是或否 · 可随时撤回`,
    en: (bank: string) => `For ${bank} · yes or no only · withdraw any time`,
  },
  'privacy.door.state': { 'zh-CN': '目前状态', en: 'As of now' },
  'privacy.door.signed-at': { 'zh-CN': '签署时间', en: 'Signed' },
  'privacy.door.asked': { 'zh-CN': '谁问过什么', en: 'Who asked what' },
  'privacy.door.asked-none': { 'zh-CN': '还没有人核验过您的信息。', en: 'Nobody has asked anything yet.' },
  'privacy.door.receipt': { 'zh-CN': '下载授权回执', en: 'Download the receipt' },
  'privacy.door.receipt-hint': {
    'zh-CN': '您签署的文本与数字签名，可离线验证；姓名和证件号码不在其中。',
    en: 'The text that you signed with its digital signatures, to be verified offline; it holds neither your name nor your number.',
  },
  'privacy.door.withdraw': { 'zh-CN': '撤回授权', en: 'Withdraw' },
  'privacy.door.withdraw-title': { 'zh-CN': '撤回本人授权？', en: 'Withdraw your consent?' },
  'privacy.door.withdraw-text': {
    'zh-CN': '立即生效。银行不能再核验，并被通知停止使用；此前的核验仍然有效。',
    en: 'Takes effect at once: nothing can be asked any more and the bank is told to stop. What was asked before stays lawful.',
  },
  'privacy.door.erase': { 'zh-CN': '删除我的信息', en: 'Erase my data' },
  'privacy.door.erase-title': { 'zh-CN': '永久删除？', en: 'Erase for good?' },
  'privacy.door.erase-text': {
    'zh-CN':
      '授权同时撤回。平台销毁您在这家企业名下的专用密钥：姓名、号码和记录从页面、命令、备份中都不能再读出，也无法恢复。谁在何时问过，仍按法律要求留痕。在其他企业名下的信息不受影响；要全部删除，请持身份证到平台数据运营办理。',
    en: 'Your consent ends too. The platform destroys the key that is yours alone with this firm: name, number and records can be read from no page, command or backup again. That somebody asked, and when, stays on record as the law requires. What is held with other firms stays; to erase everything, bring your identity card to the platform’s data desk.',
  },
  'privacy.door.prove': { 'zh-CN': '请填写签署时的身份证号码', en: 'The identity number you signed with' },
  'privacy.door.erased': { 'zh-CN': '您的信息已删除', en: 'Your data were erased' },
  'privacy.door.erased-text': {
    'zh-CN': '密钥已销毁，平台上不再有可读的您的信息。',
    en: 'The key is destroyed; nothing readable about you is left here.',
  },
  'privacy.door.link-until': {
    'zh-CN': (at: string) => `链接有效至 ${at}，签署后一直有效。`,
    en: (at: string) => `The link is good until ${at}, and for good once you have signed.`,
  },
  'privacy.bank.title': { 'zh-CN': '自然人核验', en: 'Checks on persons' },
  'privacy.bank.lede': {
    'zh-CN':
      '对本人授权的信息只回答“是”“否”或所在档次，不给数值。每次提问都核对本人授权、计入次数，并让本人看到；反复试探会被拒绝并记录。',
    en: 'What a person consented to is answered with yes, no or a band, never a figure. Each question asks the consent, is counted, and shows to the person; trial and error is refused and recorded.',
  },
  'privacy.bank.none': {
    'zh-CN': '还没有自然人授权贵机构',
    en: 'No person has consented to your institution yet',
  },
  'privacy.bank.none-next': {
    'zh-CN': '需要时，请企业在“本人授权”页登记并把链接交给本人。',
    en: 'Where it is needed, ask the firm to name the person under “Personal consents”.',
  },
  'privacy.bank.firm': { 'zh-CN': '企业', en: 'Firm' },
  'privacy.bank.ask': { 'zh-CN': '提问', en: 'Ask' },
  'privacy.bank.item': { 'zh-CN': '数据项', en: 'Item' },
  'privacy.bank.kind': { 'zh-CN': '问题', en: 'Question' },
  'privacy.kind.any': { 'zh-CN': '是否有记录', en: 'Is there a record?' },
  'privacy.kind.open': { 'zh-CN': '是否有未结束的记录', en: 'Is there one that has not ended?' },
  'privacy.kind.at-least': {
    'zh-CN': '是否有不低于此金额的记录',
    en: 'Is there one of at least this amount?',
  },
  'privacy.kind.band': { 'zh-CN': '金额在哪一档', en: 'In which band is the amount?' },
  'privacy.kind.bands': {
    'zh-CN': (bands: string) => `在哪一档（${bands}）`,
    en: (bands: string) => `In which band (${bands})?`,
  },
  'privacy.kind.amount': {
    'zh-CN': (amount: string) => `是否有不低于 ${amount} 元的记录`,
    en: (amount: string) => `One of at least ${amount} yuan?`,
  },
  'privacy.bank.amount': { 'zh-CN': '金额', en: 'Amount' },
  'privacy.bank.amount-hint': { 'zh-CN': '仅第三种问题填写', en: 'For the third question only' },
  'privacy.bank.do': { 'zh-CN': '核验', en: 'Ask' },
  'privacy.bank.history': { 'zh-CN': '本机构的提问', en: 'Questions of your institution' },
  'privacy.bank.history-none': { 'zh-CN': '还没有提问。', en: 'Nothing was asked yet.' },
  'privacy.asked.at': { 'zh-CN': '时间', en: 'When' },
  'privacy.asked.by': { 'zh-CN': '提问人', en: 'By' },
  'privacy.asked.answer': { 'zh-CN': '回答', en: 'Answer' },
  'privacy.answer.yes': { 'zh-CN': '是', en: 'Yes' },
  'privacy.answer.no': { 'zh-CN': '否', en: 'No' },
  'privacy.answer.refused': { 'zh-CN': '拒绝', en: 'Refused' },
});
