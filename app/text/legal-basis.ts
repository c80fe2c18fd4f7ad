import type { Locale } from '~/text/define.ts';

/** The legal bases of the policy data that ships, as the data name them, and in English. */
const bases: readonly (readonly [zh: string, en: string])[] = [
  [
    '平台规则；全市地方金融风险排查工作实施方案（风险监测组）未规定天数和时长',
    'Rule of this platform; the city’s plan for finding local financial risks (monitoring group) names neither days nor durations',
  ],
  [
    '平台规则；参照支持小微企业融资协调工作机制“原则上一个月内作出授信决定”',
    'Rule of this platform, after the SME financing coordination mechanism: “a credit decision within a month in principle”',
  ],
  [
    '保障中小企业款项支付条例：自请求之日起 30 日内确认债权债务关系；订单融资比例参照 GeM Sahay（不超过订单的 80%，二手来源）',
    'Regulation on Securing Payments to SMEs: a claim is confirmed within 30 days of the request; the share of an order follows GeM Sahay (at most 80 % of the order; second-hand source)',
  ],
  [
    '商业银行金融资产风险分类办法（2023年第1号令）：至少每季度重新分类',
    'Measures for the Risk Classification of Financial Assets of Commercial Banks (Order 1 of 2023): classified anew at least each quarter',
  ],
  [
    '平台规则；S4(六)校验核查：谁认定谁负责',
    'Rule of this platform; source notice 004, clause 6 on checking: who determined a fact answers for it',
  ],
  ['平台规则（模型治理），尚无对应文件', 'Rule of this platform (model governance); no document yet'],
  [
    '平台规则；逃废债认定参照耒阳金融扶贫方案的分担办法',
    'Rule of this platform; evasion of debts is determined after the sharing rules of the Leiyang poverty-relief finance plan',
  ],
  [
    '商业银行金融资产风险分类办法（2023年第1号令）',
    'Measures for the Risk Classification of Financial Assets of Commercial Banks (Order 1 of 2023)',
  ],
  [
    '首贷：放款前征信系统无银行贷款记录（宁波首贷户培育等公开口径，二手来源）',
    'First loan: no bank loan in the credit reporting system before disbursement (public usage such as Ningbo’s cultivation of first borrowers; second-hand source)',
  ],
  [
    '融资担保公司监督管理条例第15、16条；国办发〔2019〕6号；国家融资担保基金合作条件',
    'Regulation on Financing Guarantee Companies, art. 15 and 16; State Council General Office [2019] no. 6; terms of the National Financing Guarantee Fund',
  ],
  [
    '平台规则（数据可用不可见），尚无对应文件',
    'Rule of this platform (data used but not seen); no document yet',
  ],
  [
    '平台规则：12 个月内逾期 90 天（含）以上或形成损失为坏；30 至 89 天不作样本',
    'Rule of this platform: 90 days past due or a loss within 12 months is bad; 30 to 89 days is no sample',
  ],
  [
    '罚息：逾期贷款在合同利率上加收30%-50%，挪用贷款加收50%-100%（二手来源，待全文核实）',
    'Penalty interest: 30–50 % on top of the contract rate when overdue, 50–100 % when misused (second-hand source, to be checked in full text)',
  ],
  [
    '金融监管部门普惠型小微企业贷款统计口径（单户授信 1000 万元及以下；二手来源）',
    'The regulator’s statistics of inclusive SME loans (at most 10 million yuan a borrower; second-hand source)',
  ],
  [
    '金融监管部门普惠型小微企业贷款统计口径（单户授信上限后提高至 2000 万元；起始日与金额待核实）',
    'The regulator’s statistics of inclusive SME loans (limit later raised to 20 million yuan; start and amount to be confirmed)',
  ],
  ['业界惯例，尚未找到对应文件', 'Practice of the trade; no document found yet'],
  [
    'seed 003 风险监测组：各单位每月 8 日前报送，经负责人同意后发布',
    'Source notice 003, monitoring group: every unit reports by the 8th of the month; published once its head agrees',
  ],
  [
    '平台规则；参照支持小微企业融资协调工作机制“一个月内给出原则意见”',
    'Rule of this platform, after the SME financing coordination mechanism: “an opinion in principle within a month”',
  ],
  [
    '《征信业管理条例》第二十五条：自收到异议之日起20日内核查处理并书面答复；未解决的如实记载双方说法。第二十六条：对答复不服可投诉，受理后30日内答复',
    'Regulation on the Credit Reporting Industry, art. 25: checked and answered in writing within 20 days of receipt; both versions are recorded where it stays unresolved. Art. 26: a complaint against the answer is answered within 30 days of acceptance',
  ],
  [
    '《上海市社会信用条例》第三十六条：1个工作日内标注；平台自身错误5个工作日内作出决定，需转交的2个工作日内转信息提供单位，其5个工作日内答复',
    'Shanghai Social Credit Regulations, art. 36: flagged within 1 working day; own errors decided within 5; handed over within 2, answered by the provider within 5',
  ],
  [
    '《浙江省公共信用信息管理条例》第三十至三十一条：标注异议，5个工作日内核实处理，可延长，总计不超过20个工作日；可申请复核',
    'Zhejiang Regulations on Public Credit Information, art. 30–31: flagged, checked within 5 working days, to be extended to 20 in all; a review may be asked for',
  ],
  [
    '《台州市企业信用促进条例》第十三条：立即标注；与来源不一致的2个工作日内更正，一致的2个工作日内通知提供单位并中止披露，提供单位5个工作日内答复，答复后2个工作日内更正',
    'Taizhou Regulations on the Promotion of Enterprise Credit, art. 13: flagged at once; a difference from the source is corrected within 2 working days; otherwise the provider is notified and disclosure suspended within 2, answered within 5, corrected within 2 of the answer',
  ],
  [
    '《山东省社会信用条例》第三十九条：3个工作日内处理；需其他单位协助的不超过7个工作日',
    'Shandong Social Credit Regulations, art. 39: handled within 3 working days, within 7 where others have to help',
  ],
  [
    '《深圳经济特区社会信用条例》第五十至五十一条：立即标注，1个工作日内核对，不属平台差错的立即转提供单位，其2个工作日内答复，经负责人批准可延长3个工作日',
    'Shenzhen Social Credit Regulations, art. 50–51: flagged at once, checked within 1 working day; what is no error of the platform goes to the provider at once, who answers within 2, to be extended by 3 with its principal’s approval',
  ],
  [
    '个人信息保护法第十五、十九、二十三、四十七、五十五至五十七条；征信业管理条例第十六、二十二条；法律未定数字的为平台规则',
    'Personal Information Protection Law, art. 15, 19, 23, 47, 55–57; Regulation on the Credit Reporting Industry, art. 16 and 22; rules of this platform where the law names no figure',
  ],
  [
    '个人信息保护法第十五、十九、二十三、四十七、五十五至五十七条；征信业管理条例第十六、十七、二十二、二十五条；法律未定数字的为平台规则',
    'Personal Information Protection Law, art. 15, 19, 23, 47, 55–57; Regulation on the Credit Reporting Industry, art. 16, 17, 22 and 25; rules of this platform where the law names no figure',
  ],
  [
    '平台规则；参照美国小企业管理局 2023 年起对持股 20% 以上所有者的事前核验（二手来源）',
    'Rule of this platform, after the checks of owners of 20 % and more by the US Small Business Administration since 2023 (second-hand source)',
  ],
  [
    '平台规则；参照美国小企业管理局 2023 年起对持股 20% 以上所有者的事前核验（二手来源）；自然人要求人工处理的，依《个人信息保护法》第二十四条逐条规定',
    'Rule of this platform, after the checks of owners of 20 % and more by the US Small Business Administration since 2023 (second-hand source); where a natural person asks for people, rule by rule under Article 24 of the Personal Information Protection Law',
  ],
  [
    '支持小微企业融资协调工作机制：合规持续经营、固定经营场所、真实融资需求、信用状况良好、贷款用途合规；银行一个月内作出是否授信的原则意见',
    'SME financing coordination mechanism: lawful continuous operation, fixed premises, real need, good credit, lawful use; the bank decides in principle within a month',
  ],
  ['平台规则；S4(六)校验核查', 'Rule of this platform; source notice 004, clause 6 on checking'],
  [
    '《失信行为纠正后的信用信息修复管理办法（试行）》（国家发展改革委令2023年第58号）：行政处罚最短公示期3个月，最长3年；特种设备、安全、消防、食品药品等最短1年',
    'Measures for the Repair of Credit Information (trial; NDRC Order 58 of 2023): penalties are published for 3 months at least and 3 years at most; special equipment, safety, fire, food and drugs for 1 year at least',
  ],
  [
    '《国务院办公厅关于进一步完善信用修复制度的实施方案》（国办发〔2025〕22号）；《信用修复管理办法》（国家发展改革委令第36号）：轻微原则上不公示，必要时不超过3个月；一般3个月至1年；严重1年至3年；自文书作出之日起算；修复后停止公示、停止共享和使用',
    'State Council General Office [2025] no. 22; Measures for Credit Repair (NDRC Order 36): minor acts are in principle not published, 3 months at most where needed; ordinary 3 months to 1 year; serious 1 to 3 years; counted from the date of the document; repair ends publication, sharing and use',
  ],
  [
    '平台规则；参照《深圳经济特区社会信用条例》第三十九条：不利评价公布前告知主体',
    'Rule of this platform, after the Shenzhen Social Credit Regulations, art. 39: the subject is told before an unfavourable result is published',
  ],
  [
    '安徽省科技企业贷款风险补偿资金池（2022年，二手来源）',
    'Anhui pool for risk compensation of loans to technology firms (2022; second-hand source)',
  ],
  [
    '甘肃白银小微企业互助贷款风险补偿担保基金（2023年，二手来源；分担比例和支付次序待全文核实）',
    'Baiyin (Gansu) mutual guarantee fund for SME loans (2023; second-hand source; shares and order of payment to be checked in full text)',
  ],
  ['穗金管规字〔2025〕1号', 'Guangzhou Financial Administration, Rules [2025] no. 1'],
  [
    '湖北省创业担保贷款政策（2021年，二手来源）',
    'Hubei policy on start-up guarantee loans (2021; second-hand source)',
  ],
  [
    '耒阳市金融扶贫工作实施方案（依湘扶办发〔2016〕14号）',
    'Leiyang plan for poverty-relief finance (under Hunan Poverty Relief Office [2016] no. 14)',
  ],
  [
    '耒阳市金融扶贫工作实施方案（依湘扶办发〔2016〕14号、湘扶办联〔2015〕25号、26号）',
    'Leiyang plan for poverty-relief finance (under Hunan Poverty Relief Office [2016] no. 14, joint [2015] no. 25 and 26)',
  ],
  [
    '耒阳市金融扶贫工作实施方案（依湘扶办发〔2016〕14号、湘扶办联〔2015〕25号）',
    'Leiyang plan for poverty-relief finance (under Hunan Poverty Relief Office [2016] no. 14, joint [2015] no. 25)',
  ],
  [
    '五部门关于中小微企业贷款贴息的通知（2026年1月）',
    'Notice of five departments on interest subsidies for SME loans (January 2026)',
  ],
  [
    '宁科贷补充通知（2020年，二手来源）',
    'Supplementary notice on the Ningxia technology loan (2020; second-hand source)',
  ],
  [
    '深圳市坪山区贷款风险补偿资金池（2026年，二手来源；补偿比例未载明）',
    'Pingshan (Shenzhen) loan risk compensation pool (2026; second-hand source; the share is not stated)',
  ],
  [
    '清远市融资风险补偿资金管理办法（2026年，二手来源）',
    'Qingyuan measures on financing risk compensation funds (2026; second-hand source)',
  ],
  ['财金〔2025〕81号', 'Ministry of Finance, Cai Jin [2025] no. 81'],
  [
    '财金〔2025〕81号及2026年1月优化措施',
    'Ministry of Finance, Cai Jin [2025] no. 81 and the improvements of January 2026',
  ],
  [
    '深圳市中小微企业银行贷款风险补偿资金池（2023年起设利率和重点行业条件，二手来源）',
    'Shenzhen pool for risk compensation of bank loans to SMEs (conditions on rates and key industries since 2023; second-hand source)',
  ],
  [
    '新加坡企业融资计划（二手来源）：政府分担最高70%，同一借款人在各银行合计以50万新元为限；金额按新元的万元填写，不在国内执行',
    'Singapore Enterprise Financing Scheme (second-hand source): government shares up to 70 %; S$500,000 for one borrower across all banks; amounts in ten thousand S$; not applied in China',
  ],
  [
    '平台规则（小数保护）：不足 20 家已评分企业的范围不比较',
    'Rule of this platform (small numbers): fewer than 20 scored firms are not compared',
  ],
  [
    '平台规则；S2(四)、S4(五)“自愿填报+信用承诺”',
    'Rule of this platform; source notices 002, clause 4, and 004, clause 5: “voluntary declaration with a credit promise”',
  ],
  [
    '金规〔2024〕13号（无还本续贷）；贷款通则第十二条（展期）；到期前一个月提醒为本省信贷支持工作办法',
    'Financial Regulatory Administration [2024] no. 13 (renewal without repayment); General Rules on Loans, art. 12 (extension); the reminder a month before maturity is the province’s rule',
  ],
  [
    '全市地方金融风险排查工作实施方案（风险监测组）',
    'The city’s plan for finding local financial risks (monitoring group)',
  ],
  ['平台预警规则', 'Early-warning rules of this platform'],
  ['工信部联企业〔2011〕300号', 'Ministry of Industry and Information Technology, joint [2011] no. 300'],
  [
    '财金〔2025〕81号（先结后贴、违规追回）；耒阳市扶贫小额信贷办法七（三）（展期后总期限3年内继续贴息）',
    'Ministry of Finance, Cai Jin [2025] no. 81 (paid first, then subsidised; misuse reclaimed); Leiyang micro-credit measures 7(3) (subsidy goes on within 3 years in all after an extension)',
  ],
  [
    '吉林省、辽源市信用信息共享促融资通知（2022）：每月 20 日通报各部门进展',
    'Jilin and Liaoyuan notices on sharing credit information (2022): progress of all departments dispatched on the 20th of each month',
  ],
  [
    '《吉林省加强信用信息共享应用促进中小微企业融资实施方案》（数字吉林办〔2022〕8号）附件39项及第（四）条；宁夏信用信息共享应用体系实施方案（2022-11-19）第（五）条',
    'Jilin plan on sharing credit information for SME financing (2022, no. 8): the 39 items of its annex and clause 4; Ningxia plan of 2022-11-19, clause 5',
  ],
];

const english = new Map(bases);

/** A legal basis for a reader of a language; one that somebody typed into a draft stands as it was typed. */
export const basisIn = (basis: string, locale: Locale): string =>
  locale === 'en' ? (english.get(basis) ?? basis) : basis;
