import { defineText } from '~/text/define.ts';

/** Registering a firm, its profile and its size class. */
export const enterpriseText = defineText({
  'enterprise.register.title': { 'zh-CN': '注册企业', en: 'Register your firm' },
  'enterprise.register.lede': {
    'zh-CN': '企业和个体工商户都可以注册。请准备营业执照；经营数据可以以后再补。',
    en: 'For firms and sole traders. Have the business licence at hand; figures can be added later.',
  },
  'enterprise.register.have-account': { 'zh-CN': '已有账户？', en: 'Already have an account?' },
  'enterprise.register.sign-in': { 'zh-CN': '直接登录', en: 'Sign in' },
  'enterprise.register.submit': { 'zh-CN': '注册并进入', en: 'Register and go in' },
  'enterprise.step.code': { 'zh-CN': '一、营业执照', en: '1. The business licence' },
  'enterprise.step.place': { 'zh-CN': '二、地区与行业', en: '2. Region and industry' },
  'enterprise.step.size': { 'zh-CN': '三、企业规模', en: '3. Size of the firm' },
  'enterprise.step.size-hint': {
    'zh-CN': '选填。填写后立即按国家标准划型；不填则为“未划型”，部分产品和政策无法判断是否符合。',
    en: 'Optional. The size class is set at once by the national standard; without figures it stays undetermined and some products and schemes cannot be judged.',
  },
  'enterprise.step.account': { 'zh-CN': '四、您的账户', en: '4. Your account' },
  'enterprise.step.account-hint': {
    'zh-CN': '您将是这家企业在平台上的企业主账户，可以签署授权、提交申请，并邀请财务人员。',
    en: 'You will be the firm’s owner here: you sign consents, apply, and invite your finance clerk.',
  },
  'enterprise.uscc': { 'zh-CN': '统一社会信用代码', en: 'Unified social credit code' },
  'enterprise.uscc-hint': {
    'zh-CN': '18 位，见营业执照。可以直接粘贴，空格和连字符会自动去掉。',
    en: '18 characters, on the business licence. Paste it as it is; spaces and hyphens are dropped.',
  },
  'enterprise.uscc-check': { 'zh-CN': '查验代码', en: 'Check the code' },
  'enterprise.reading': { 'zh-CN': '代码显示', en: 'What the code says' },
  'enterprise.kind.company': { 'zh-CN': '企业', en: 'Firm' },
  'enterprise.kind.sole-trader': { 'zh-CN': '个体工商户', en: 'Sole trader' },
  'enterprise.registered-at': { 'zh-CN': '登记机关所在地', en: 'Registered at' },
  'enterprise.nothing-unusual': { 'zh-CN': '校验通过，没有异常。', en: 'The check passes; nothing unusual.' },
  'enterprise.warnings': { 'zh-CN': '请核对这个代码', en: 'Please compare this code' },
  'enterprise.warnings-why': {
    'zh-CN': '以下情况合法的代码也会出现，不影响注册。请对照营业执照确认无误。',
    en: 'Lawful codes can have these too, and they do not stop you. Compare with the licence and confirm.',
  },
  'enterprise.warning.check-digit': {
    'zh-CN': '最后一位校验码与前 17 位不符（GB 32100-2015）。可能是输错了一位。',
    en: 'The last character does not fit the 17 before it (GB 32100-2015). One character may be mistyped.',
  },
  'enterprise.warning.legacy-pilot-code': {
    'zh-CN': '属于早期试点代码（M0001 段），这一批代码的校验码与标准不同。',
    en: 'It is one of the early pilot codes (M0001), whose last character follows another rule.',
  },
  'enterprise.warning.organisation-code': {
    'zh-CN': '第 9 至 17 位的组织机构代码校验不符（GB 11714）。',
    en: 'Characters 9 to 17, the organisation code, do not pass their own check (GB 11714).',
  },
  'enterprise.warning.unknown-region': {
    'zh-CN': '第 3 至 8 位不是已知的行政区划代码。',
    en: 'Characters 3 to 8 are not a known region code.',
  },
  'enterprise.warning.abolished-region': {
    'zh-CN': '第 3 至 8 位是已撤销的行政区划代码，老企业常见。',
    en: 'Characters 3 to 8 are a region that has been abolished; usual with older firms.',
  },
  'enterprise.confirm': {
    'zh-CN': '我已对照营业执照，代码无误',
    en: 'I compared it with the licence; the code is right',
  },
  'enterprise.name': { 'zh-CN': '名称', en: 'Name' },
  'enterprise.name-hint': { 'zh-CN': '与营业执照一致。', en: 'As on the licence.' },
  'enterprise.established': { 'zh-CN': '成立日期', en: 'Established on' },
  'enterprise.region': { 'zh-CN': '所在地区', en: 'Region' },
  'enterprise.region-hint': {
    'zh-CN': '输入地名或 6 位代码，从列表中选择。已按代码预填，如经营地不同请修改。',
    en: 'Type a place or its 6-digit code and choose from the list. Taken from your code; change it if you do business elsewhere.',
  },
  'enterprise.industry': { 'zh-CN': '行业', en: 'Industry' },
  'enterprise.industry-hint': {
    'zh-CN': '输入主营业务，例如“面包”“软件”，从列表中选择（GB/T 4754-2017）。',
    en: 'Type what you mainly do, in Chinese or by section, and choose from the list (GB/T 4754-2017).',
  },
  'enterprise.found': {
    'zh-CN': (n: number) => (n === 0 ? '没有找到，请换一个词。' : `找到 ${n} 项，请在上面的输入框中选择。`),
    en: (n: number) =>
      n === 0 ? 'Nothing found. Try another word.' : `${n} found. Choose one in the field above.`,
  },
  'enterprise.figures-year': { 'zh-CN': '数据年度', en: 'Year of the figures' },
  'enterprise.employees': { 'zh-CN': '从业人员', en: 'Staff' },
  'enterprise.persons': { 'zh-CN': '人', en: 'persons' },
  'enterprise.wan': { 'zh-CN': '万元', en: '×10,000 yuan' },
  'enterprise.revenue': { 'zh-CN': '营业收入', en: 'Revenue' },
  'enterprise.assets': { 'zh-CN': '资产总额', en: 'Total assets' },
  'enterprise.owner-name': { 'zh-CN': '您的姓名', en: 'Your name' },
  'enterprise.retype-password': {
    'zh-CN': '出于安全，请重新输入密码。其他内容都已保留。',
    en: 'For safety, type the password again. Everything else is kept.',
  },
  'enterprise.notice.title': { 'zh-CN': '个人信息处理告知', en: 'Notice on your personal information' },
  'enterprise.notice.why': {
    'zh-CN': '个体工商户的经营者是自然人，您的登记信息属于个人信息，依据《个人信息保护法》第十七条告知如下：',
    en: 'A sole trader is a natural person, so your registration is personal information. Under article 17 of the Personal Information Protection Law:',
  },
  'enterprise.notice.who': {
    'zh-CN': '处理者：信桥融资信用服务平台。可在“我的账户”和“我的数据”中行使权利，或联系平台客服。',
    en: 'Who: the Xinqiao platform. Use your rights under “My account” and “My data”, or through support.',
  },
  'enterprise.notice.purpose': {
    'zh-CN': '目的与方式：为您开立账户、按公开信息评分、匹配贷款产品。非公开信息只在您另行授权后使用。',
    en: 'Purpose and manner: your account, a score from public records, matching with loan products. Anything not public is used only after a separate consent.',
  },
  'enterprise.notice.kinds': {
    'zh-CN': '种类：姓名、登录信息、经营主体登记信息、您自主申报的经营数据。',
    en: 'Kinds: name, sign-in data, business registration, the figures you declare.',
  },
  'enterprise.notice.retention': {
    'zh-CN': '期限：账户存续期间；注销后删除，法律要求保存的除外。',
    en: 'Retention: while the account exists; deleted afterwards, except what the law requires to be kept.',
  },
  'enterprise.notice.rights': {
    'zh-CN':
      '权利：查阅、复制、更正、删除、撤回授权、要求说明；可拒绝仅由自动化方式作出的决定（第二十四条）。',
    en: 'Rights: to see, copy, correct and delete, to withdraw consent, to have decisions explained, and to refuse decisions made by automation alone (article 24).',
  },
  'enterprise.notice.read': { 'zh-CN': '我已阅读并知悉', en: 'I have read this' },
  'enterprise.size.title': { 'zh-CN': '企业规模', en: 'Size class' },
  'enterprise.size.large': { 'zh-CN': '大型企业', en: 'Large' },
  'enterprise.size.medium': { 'zh-CN': '中型企业', en: 'Medium' },
  'enterprise.size.small': { 'zh-CN': '小型企业', en: 'Small' },
  'enterprise.size.micro': { 'zh-CN': '微型企业', en: 'Micro' },
  'enterprise.size.undetermined': { 'zh-CN': '未划型', en: 'Undetermined' },
  'enterprise.size.basis': {
    'zh-CN': (industry: string) =>
      `按《中小企业划型标准规定》（工信部联企业〔2011〕300号）“${industry}”：每项指标单独定级，取最低一级。`,
    en: (industry: string) =>
      `Under the SME size standard (MIIT 2011 No. 300) for “${industry}”: each indicator is graded alone and the lowest class holds.`,
  },
  'enterprise.size.caption': { 'zh-CN': '划型依据', en: 'How the class follows' },
  'enterprise.size.indicator': { 'zh-CN': '指标', en: 'Indicator' },
  'enterprise.size.floor': {
    'zh-CN': (size: string) => `${size}起点`,
    en: (size: string) => `${size} from`,
  },
  'enterprise.size.class': { 'zh-CN': '单项级别', en: 'Class by it' },
  'enterprise.size.missing': {
    'zh-CN': (what: string) => `还缺：${what}。补充后即可划型；缺项时不会被当作大型企业。`,
    en: (what: string) =>
      `Still missing: ${what}. The class follows once it is there; a gap never counts as large.`,
  },
  'enterprise.size.no-industry': {
    'zh-CN': '选择行业后，系统按该行业的标准划型。',
    en: 'Choose the industry: each has its own thresholds.',
  },
  'enterprise.size.not-covered': {
    'zh-CN': '国家标准没有为这个行业规定划型指标，因此不划型。',
    en: 'The national standard sets no thresholds for this industry, so there is no class.',
  },
  'enterprise.size.sole-trader': {
    'zh-CN': '个体工商户的经营者是自然人，不划分大中小微型；政策和产品按“个体工商户”判断。',
    en: 'A sole trader is a natural person and gets no size class; schemes and products judge by “sole trader”.',
  },
  'enterprise.profile.title': { 'zh-CN': '企业资料', en: 'Firm profile' },
  'enterprise.profile.lede': {
    'zh-CN': '登记信息来自公开登记；经营数据由您自主申报，只有您和您授权的银行能看到。',
    en: 'Registration comes from the public register. Figures are declared by you; only you and banks you consent to see them.',
  },
  'enterprise.profile.register': { 'zh-CN': '登记信息', en: 'Registration' },
  'enterprise.profile.register-wrong': {
    'zh-CN': '登记信息有误？请向登记机关申请变更，更正后会同步到平台。',
    en: 'Something wrong here? Ask the registering authority to correct it; the change reaches the platform with the next delivery.',
  },
  'enterprise.profile.status': { 'zh-CN': '登记状态', en: 'Status' },
  'enterprise.status.active': { 'zh-CN': '存续', en: 'Active' },
  'enterprise.status.cancelled': { 'zh-CN': '注销', en: 'Cancelled' },
  'enterprise.status.revoked': { 'zh-CN': '吊销', en: 'Licence revoked' },
  'enterprise.status.moved-out': { 'zh-CN': '迁出', en: 'Moved away' },
  'enterprise.profile.kind': { 'zh-CN': '主体类型', en: 'Kind' },
  'enterprise.profile.unknown': { 'zh-CN': '未知', en: 'Unknown' },
  'enterprise.answer-source': {
    'zh-CN': (provider: string, item: string, day: string) => `来源：${provider} · ${item} · ${day} 获取`,
    en: (provider: string, item: string, day: string) => `From ${provider}: ${item}, received ${day}`,
  },
  'enterprise.profile.supplied': {
    'zh-CN': '部门已提供，表格先按此填好',
    en: 'Supplied by public bodies; the form starts with it',
  },
  'enterprise.profile.declare': { 'zh-CN': '自主申报', en: 'What you declare' },
  'enterprise.profile.address': { 'zh-CN': '经营地址', en: 'Business address' },
  'enterprise.profile.save': { 'zh-CN': '保存并重新划型', en: 'Save and set the class' },
  'enterprise.profile.save-trader': { 'zh-CN': '保存', en: 'Save' },
  'enterprise.history': { 'zh-CN': '身份沿革', en: 'Names and codes over time' },
  'enterprise.history.empty': { 'zh-CN': '没有变更记录', en: 'No changes on record' },
  'enterprise.history.scheme': { 'zh-CN': '项目', en: 'What' },
  'enterprise.history.value': { 'zh-CN': '内容', en: 'Value' },
  'enterprise.history.from': { 'zh-CN': '自', en: 'From' },
  'enterprise.history.to': { 'zh-CN': '至', en: 'Until' },
  'enterprise.history.now': { 'zh-CN': '至今', en: 'Now' },
  'enterprise.history.note': { 'zh-CN': '提示', en: 'Note' },
  'enterprise.scheme.uscc': { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  'enterprise.scheme.name': { 'zh-CN': '名称', en: 'Name' },
  'enterprise.scheme.registration-no': { 'zh-CN': '注册号', en: 'Registration number' },
  'enterprise.scheme.data-set': { 'zh-CN': '数据集编号', en: 'Data set id' },
});
