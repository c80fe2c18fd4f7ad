import type { DataElement } from '~/domain/catalogue/data-element.ts';
import type { Level } from '~/domain/catalogue/item.ts';
import { defineText } from '~/text/define.ts';

/** Where an item is run. */
export const levelText = defineText({
  'catalogue.level.centre': { 'zh-CN': '国家级', en: 'National' },
  'catalogue.level.province': { 'zh-CN': '省级', en: 'Provincial' },
  'catalogue.level.city': { 'zh-CN': '市级', en: 'Municipal' },
});

/** The most that a recipient can get of an item. */
export const ceilingText = defineText({
  'catalogue.ceiling': { 'zh-CN': '提供上限', en: 'Yields at most' },
  'catalogue.ceiling.raw': { 'zh-CN': '记录明细', en: 'The records' },
  'catalogue.ceiling.aggregate': { 'zh-CN': '仅汇总', en: 'Figures only' },
  'catalogue.ceiling.yes-no': { 'zh-CN': '仅核验结果', en: 'An answer only' },
  'catalogue.ceiling.store-only': { 'zh-CN': '仅存储', en: 'Nothing: stored only' },
});

/** Elements of data that forms ask for or items supply. */
export const elementText = defineText({
  'catalogue.element.firm.name': { 'zh-CN': '企业名称', en: 'Name of the firm' },
  'catalogue.element.firm.region': { 'zh-CN': '所在地', en: 'Place' },
  'catalogue.element.firm.industry': { 'zh-CN': '行业', en: 'Industry' },
  'catalogue.element.firm.established-on': { 'zh-CN': '成立日期', en: 'Established on' },
  'catalogue.element.firm.capital': { 'zh-CN': '注册资本', en: 'Registered capital' },
  'catalogue.element.firm.status': { 'zh-CN': '登记状态', en: 'Status in the register' },
  'catalogue.element.firm.staff': { 'zh-CN': '从业人数', en: 'Staff' },
  'catalogue.element.firm.revenue': { 'zh-CN': '营业收入', en: 'Revenue' },
  'catalogue.element.firm.assets': { 'zh-CN': '资产总额', en: 'Assets' },
  'catalogue.element.firm.tax-paid': { 'zh-CN': '纳税额', en: 'Tax paid' },
} satisfies { [E in DataElement as `catalogue.element.${E}`]: unknown } & {
  [key: string]: { 'zh-CN': string; en: string };
});

/** The editor of the catalogue: versions, drafts, review. */
export const catalogueDeskText = defineText({
  'catalogue.desk.title': { 'zh-CN': '目录管理', en: 'Catalogue editor' },
  'catalogue.desk.lede': {
    'zh-CN':
      '目录项的每次变更都是新版本：一人起草，送审，另一人发布。发布后不再改动，收数与查询按生效版本执行。',
    en: 'Each change of an item is a new version: one person drafts it and hands it in, another publishes it. Deliveries and reads follow the version in force.',
  },
  'catalogue.desk.open': { 'zh-CN': '未发布的草案', en: 'Drafts not yet published' },
  'catalogue.desk.edit': { 'zh-CN': '管理目录', en: 'Edit the catalogue' },
  'catalogue.draft-of': {
    'zh-CN': (name: string, version: number) => `${name} · 第 ${version} 版`,
    en: (name: string, version: number) => `${name} · version ${version}`,
  },
  'catalogue.state.draft': { 'zh-CN': '起草中', en: 'Being drafted' },
  'catalogue.state.review': { 'zh-CN': '待复核', en: 'In review' },
  'catalogue.state.published': { 'zh-CN': '已发布', en: 'Published' },
  'catalogue.state.discarded': { 'zh-CN': '已作废', en: 'Discarded' },
  'catalogue.new': { 'zh-CN': '新增目录项', en: 'Add an item' },
  'catalogue.new-lede': {
    'zh-CN': '代码由类别和名称组成，如 tax.refund。新目录项起初为“仅存储”，补全后送审。',
    en: 'A code is made of class and name, such as tax.refund. A new item is stored only until its draft says otherwise.',
  },
  'catalogue.code': { 'zh-CN': '代码', en: 'Code' },
  'catalogue.start': { 'zh-CN': '起草新版本', en: 'Draft another version' },
  'catalogue.start-new': { 'zh-CN': '起草', en: 'Draft it' },
  'catalogue.go-draft': { 'zh-CN': '查看未发布的草案', en: 'Open the draft' },
  'catalogue.versions': { 'zh-CN': '版本', en: 'Versions' },
  'catalogue.version': { 'zh-CN': (n: number) => `第 ${n} 版`, en: (n: number) => `Version ${n}` },
  'catalogue.in-force': { 'zh-CN': '生效中', en: 'In force' },
  'catalogue.valid-from': { 'zh-CN': '生效日', en: 'In force from' },
  'catalogue.valid-to': { 'zh-CN': '失效日', en: 'No longer from' },
  'catalogue.valid-to-hint': { 'zh-CN': '长期有效请留空。', en: 'Leave empty when it has no end.' },
  'catalogue.changed': { 'zh-CN': '相对上一版的变化', en: 'Changed since the version before' },
  'catalogue.shipped': { 'zh-CN': '平台初始目录', en: 'Shipped with the platform' },
  'catalogue.drafted-by': { 'zh-CN': '起草', en: 'Drafted by' },
  'catalogue.published-by': { 'zh-CN': '发布', en: 'Published by' },
  'catalogue.decided-by': { 'zh-CN': '处理人', en: 'Decided by' },
  'catalogue.changed-at': { 'zh-CN': '最近修改', en: 'Last changed' },
  'catalogue.legal-basis': { 'zh-CN': '依据', en: 'Legal basis' },
  'catalogue.note': { 'zh-CN': '变更理由', en: 'Why' },
  'catalogue.note-missing': { 'zh-CN': '尚未写明变更理由', en: 'No reason was written yet' },
  'catalogue.touched': { 'zh-CN': '影响范围', en: 'Whom it touches' },
  'catalogue.touched-says': {
    'zh-CN': (consents: string, batches: string) =>
      `${consents} 份有效授权点名了这个数据项，已有 ${batches} 个批次报送过。授权范围不变；提供上限从生效日起约束所有查询。`,
    en: (consents: string, batches: string) =>
      `${consents} consents in force name this item and ${batches} batches brought it. The consents stay as signed; the ceiling binds every read from its first day.`,
  },
  'catalogue.differences': { 'zh-CN': '变更内容', en: 'What changes' },
  'catalogue.based-on': {
    'zh-CN': (n: number) => `以第 ${n} 版为基础。`,
    en: (n: number) => `It began with version ${n}.`,
  },
  'catalogue.no-differences': { 'zh-CN': '与基础版本没有差别', en: 'It says the same as before' },
  'catalogue.property': { 'zh-CN': '属性', en: 'Property' },
  'catalogue.before': { 'zh-CN': '原来', en: 'Before' },
  'catalogue.after': { 'zh-CN': '改为', en: 'After' },
  'catalogue.absent': { 'zh-CN': '无', en: 'None' },
  'catalogue.brand-new': {
    'zh-CN': '这是新增的目录项，没有可对比的版本。',
    en: 'This item is new: there is no version to compare with.',
  },
  'catalogue.decide': { 'zh-CN': '复核与发布', en: 'Review and publication' },
  'catalogue.submit': { 'zh-CN': '送审', en: 'Hand in for review' },
  'catalogue.submit-says': {
    'zh-CN': '送审后不能再修改，由另一位数据运营复核。',
    en: 'Once handed in it is not changed any more; another data operator reviews it.',
  },
  'catalogue.publish-other': {
    'zh-CN': '已送审。请另一位数据运营复核后发布。',
    en: 'It is in review. Another data operator publishes it.',
  },
  'catalogue.publish': { 'zh-CN': '发布这个版本', en: 'Publish this version' },
  'catalogue.publish-says': {
    'zh-CN': '发布后不能修改，只能再起草新版本。',
    en: 'A published version is never changed; a mistake is mended by another version.',
  },
  'catalogue.return': { 'zh-CN': '退回起草人', en: 'Give it back' },
  'catalogue.remark': { 'zh-CN': '退回意见', en: 'What should be changed' },
  'catalogue.returned': { 'zh-CN': '复核意见', en: 'What the reviewer asks for' },
  'catalogue.discard': { 'zh-CN': '作废草案', en: 'Discard the draft' },
  'catalogue.discard-ask': {
    'zh-CN': '作废这份草案？它仍可查看。',
    en: 'Discard this draft? It stays readable.',
  },
  'catalogue.edit': { 'zh-CN': '编辑', en: 'Edit' },
  'catalogue.save': { 'zh-CN': '保存草案', en: 'Save the draft' },
  'catalogue.what-it-says': { 'zh-CN': '目录项内容', en: 'What it says' },
  'catalogue.field.name': { 'zh-CN': '名称', en: 'Name' },
  'catalogue.field.className': { 'zh-CN': '类别名称', en: 'Name of the class' },
  'catalogue.field.classCode': { 'zh-CN': '类别代码', en: 'Code of the class' },
  'catalogue.field.provider': { 'zh-CN': '提供方', en: 'Provider' },
  'catalogue.field.subject': { 'zh-CN': '描述对象', en: 'It is about' },
  'catalogue.field.mode': { 'zh-CN': '归集方式', en: 'How it is supplied' },
  'catalogue.field.sensitivity': { 'zh-CN': '共享方式', en: 'How it is shared' },
  'catalogue.field.ceiling': { 'zh-CN': '提供上限', en: 'Yields at most' },
  'catalogue.field.level': { 'zh-CN': '管理层级', en: 'Run at level' },
  'catalogue.field.period': { 'zh-CN': '更新频率', en: 'Updated' },
  'catalogue.field.freshDays': { 'zh-CN': '超过多少天算逾期', en: 'Overdue after how many days' },
  'catalogue.field.polarity': { 'zh-CN': '对信用的含义', en: 'Meaning for credit' },
  'catalogue.field.lasting': { 'zh-CN': '有起止时间', en: 'Holds until an end' },
  'catalogue.field.amount': { 'zh-CN': '金额含义', en: 'What the amount means' },
  'catalogue.field.quantity': { 'zh-CN': '数量含义', en: 'What the quantity means' },
  'catalogue.field.unit': { 'zh-CN': '数量单位', en: 'Unit of the quantity' },
  'catalogue.field.amountSigned': { 'zh-CN': '金额可为负', en: 'The amount may be negative' },
  'catalogue.field.categories': { 'zh-CN': '类别取值', en: 'Categories' },
  'catalogue.field.bands': { 'zh-CN': '分档回答', en: 'Answers in bands' },
  'catalogue.field.bandsOf': { 'zh-CN': '按什么分档', en: 'Bands of' },
  'catalogue.field.bandEdges': { 'zh-CN': '各档起点', en: 'Where bands begin' },
  'catalogue.bands-of.amount': { 'zh-CN': '金额（元）', en: 'The amount (yuan)' },
  'catalogue.bands-of.quantity': { 'zh-CN': '数量', en: 'The quantity' },
  'catalogue.bands-hint': {
    'zh-CN':
      '从小到大，用逗号隔开，最多 10 个，例如 10, 50, 100。机构只能问在哪一档，问不到数值；留空则只答是或否。',
    en: 'Rising, parted by commas, at most 10, such as 10, 50, 100. A recipient learns the band and never the figure; blank answers yes or no alone.',
  },
  'catalogue.field.answers': { 'zh-CN': '可供给的数据元', en: 'Elements it supplies' },
  'catalogue.field.retentionYears': { 'zh-CN': '展示年限', en: 'Years shown' },
  'catalogue.field.retentionStart': { 'zh-CN': '年限起点', en: 'Years count from' },
  'catalogue.field.code': { 'zh-CN': '代码', en: 'Code' },
  'catalogue.field.providerId': { 'zh-CN': '提供方', en: 'Provider' },
  'catalogue.field.providerCode': { 'zh-CN': '提供方代码', en: 'Code of the provider' },
  'catalogue.field.providerName': { 'zh-CN': '提供方名称', en: 'Name of the provider' },
  'catalogue.categories-hint': {
    'zh-CN': '每行一个：代码 | 中文 | English',
    en: 'One a line: code | 中文 | English',
  },
  'catalogue.answers-hint': {
    'zh-CN': '公开目录项供给的数据元，企业表单不再询问；上级已共享的不得重复归集。',
    en: 'What a public item supplies is asked on no form; what a higher level shares is not collected again.',
  },
  'catalogue.ceiling-hint': {
    'zh-CN': '任何授权都不能突破。数据核验类只能是核验结果或仅存储。',
    en: 'No consent goes past it. What is only verified yields an answer or nothing.',
  },
  'catalogue.subject.enterprise': { 'zh-CN': '企业', en: 'Firms' },
  'catalogue.subject.natural-person': { 'zh-CN': '自然人', en: 'Natural persons' },
  'catalogue.polarity.positive': { 'zh-CN': '正面', en: 'Good' },
  'catalogue.polarity.negative': { 'zh-CN': '负面', en: 'Bad' },
  'catalogue.polarity.neutral': { 'zh-CN': '中性', en: 'Neutral' },
  'catalogue.yes': { 'zh-CN': '是', en: 'Yes' },
  'catalogue.no': { 'zh-CN': '否', en: 'No' },
  'catalogue.start-end': { 'zh-CN': '终止之日', en: 'Its end' },
  'catalogue.start-determination': { 'zh-CN': '认定之日', en: 'Its determination' },
  'catalogue.unit.count': { 'zh-CN': '条', en: 'records' },
  'catalogue.unit.person': { 'zh-CN': '人', en: 'persons' },
  'catalogue.unit.month': { 'zh-CN': '月', en: 'months' },
  'catalogue.unit.day': { 'zh-CN': '天', en: 'days' },
  'catalogue.unit.head': { 'zh-CN': '头（只）', en: 'head' },
  'catalogue.unit.m2': { 'zh-CN': '平方米', en: 'm²' },
  'catalogue.unit.m3': { 'zh-CN': '立方米', en: 'm³' },
  'catalogue.unit.mu': { 'zh-CN': '亩', en: 'mu' },
  'catalogue.unit.kwh': { 'zh-CN': '千瓦时', en: 'kWh' },
  'catalogue.unit.ppm': { 'zh-CN': '百万分比', en: 'ppm' },
});

const levelZh: { readonly [L in Level]: string } = { centre: '国家级', province: '省级', city: '市级' };
const levelEn: { readonly [L in Level]: string } = {
  centre: 'national',
  province: 'provincial',
  city: 'municipal',
};
type Shared = { element: DataElement; item: string; level: Level };
const element = (of: DataElement, locale: 'zh-CN' | 'en') => elementText[`catalogue.element.${of}`][locale];

/** Why nothing was done with a draft of an item. */
export const catalogueRefusals = defineText({
  'catalogue.not-found': {
    'zh-CN': '没有找到这个目录项或草案。请从目录清单重新进入。',
    en: 'This item or draft was not found. Start again from the catalogue.',
  },
  'catalogue.draft-open': {
    'zh-CN': '这个目录项已有一份未发布的草案。请先发布或作废它。',
    en: 'This item has an open draft already. Publish or discard it first.',
  },
  'catalogue.not-a-draft': {
    'zh-CN': '草案已送审或已处理，不能再改。请等复核，或起草新版本。',
    en: 'It was handed in or decided already. Wait for the review, or draft another version.',
  },
  'catalogue.not-in-review': {
    'zh-CN': '这份草案没有在复核中。请起草人先送审。',
    en: 'This draft is not in review. Its maker hands it in first.',
  },
  'catalogue.not-the-maker': {
    'zh-CN': '草案只能由起草人修改。请联系起草人。',
    en: 'Only its maker changes a draft. Ask the maker.',
  },
  'catalogue.own-draft': {
    'zh-CN': '不能发布自己起草的版本。请另一位数据运营复核后发布。',
    en: 'You cannot publish what you drafted. Another data operator publishes it.',
  },
  'catalogue.dates-order': { 'zh-CN': '失效日须晚于生效日。', en: 'Its end lies after its beginning.' },
  'catalogue.provider-unknown': {
    'zh-CN': '没有这个提供方。请从列表中选择。',
    en: 'There is no such provider. Choose one of the list.',
  },
  'catalogue.code-taken': {
    'zh-CN': '这个代码已在目录中。请打开该目录项起草新版本。',
    en: 'The catalogue has this code already. Open that item and draft another version.',
  },
  'catalogue.code-form': {
    'zh-CN': '代码形如 tax.refund：小写字母、数字和连字符，中间一个点。',
    en: 'A code looks like tax.refund: small letters, digits and hyphens around one dot.',
  },
  'catalogue.class-form': {
    'zh-CN': '类别代码用小写字母、数字和连字符，例如 tax。',
    en: 'A class has small letters, digits and hyphens, such as tax.',
  },
  'catalogue.category-form': {
    'zh-CN': '每行写“代码 | 中文 | English”，代码用小写字母、数字和连字符。',
    en: 'Write “code | 中文 | English” on each line; codes have small letters, digits and hyphens.',
  },
  'catalogue.verified-only-answers': {
    'zh-CN': '数据核验类或仅核验的目录项，上限只能是“仅核验结果”或“仅存储”。',
    en: 'What is only verified yields an answer or nothing: choose one of these two.',
  },
  'catalogue.person-is-personal': {
    'zh-CN': '描述自然人的目录项须由本人授权；描述企业的不适用本人授权。请使两项一致。',
    en: 'An item about natural persons needs their own consent, and one about firms does not. Make both agree.',
  },
  'catalogue.retention-half': {
    'zh-CN': '展示年限与起点须同时填写或同时留空。',
    en: 'Give both the years and where they count from, or neither.',
  },
  'catalogue.category-twice': {
    'zh-CN': ({ category }: { category: string }) => `类别代码“${category}”重复。每个代码只写一行。`,
    en: ({ category }: { category: string }) =>
      `The category “${category}” stands twice. Give each code one line.`,
  },
  'catalogue.bands-form': {
    'zh-CN': '各档起点是整数，用逗号隔开，最多 10 个，例如 10, 50, 100。',
    en: 'Bands begin at whole numbers parted by commas, at most 10, such as 10, 50, 100.',
  },
  'catalogue.bands-rise': {
    'zh-CN': '各档起点须大于零并且从小到大、互不相同。',
    en: 'Bands begin above nought and rise: put the smaller first, and each once.',
  },
  'catalogue.bands-of-nothing': {
    'zh-CN': '本目录项没有这种数字，不能分档。请先写明金额或数量的含义，或改选另一种。',
    en: 'The item has no such figure to put into bands. Say what its amount or quantity means first, or choose the other.',
  },
  'catalogue.starts-in-past': {
    'zh-CN': '生效日不能早于今天：已经发生的查询按当时的版本执行。请选今天或以后。',
    en: 'A version cannot begin in the past, where reads went by another. Choose today or later.',
  },
  'catalogue.shared-already': {
    'zh-CN': (r: Shared) =>
      `“${element(r.element, 'zh-CN')}”已由${levelZh[r.level]}目录项 ${r.item} 共享，不得重复归集。请去掉这个数据元，直接使用已共享的目录项。`,
    en: (r: Shared) =>
      `“${element(r.element, 'en')}” is shared by the ${levelEn[r.level]} item ${r.item} already and is not collected again. Leave it out and use that item.`,
  },
});

/** What is said after a command. */
export const catalogueFlashes = defineText({
  'catalogue.flash.started': { 'zh-CN': '草案已建立。', en: 'The draft was made.' },
  'catalogue.flash.saved': { 'zh-CN': '草案已保存。', en: 'The draft was saved.' },
  'catalogue.flash.submitted': { 'zh-CN': '已送审。', en: 'Handed in for review.' },
  'catalogue.flash.returned': { 'zh-CN': '已退回起草人。', en: 'Given back to its maker.' },
  'catalogue.flash.discarded': { 'zh-CN': '草案已作废。', en: 'The draft was discarded.' },
  'catalogue.flash.published': { 'zh-CN': '新版本已发布。', en: 'The version was published.' },
});
