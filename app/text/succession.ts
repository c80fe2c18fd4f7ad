import { defineText } from '~/text/define.ts';
import { showPpm } from '~/text/format.ts';

/** What becomes of firms: mergers, divisions, former codes and names. */
export const successionText = defineText({
  'succession.title': { 'zh-CN': '企业沿革', en: 'Lineage of firms' },
  'succession.lede': {
    'zh-CN': '合并、分立后，负面记录随法定承继人走；授权不承继，须重新签署。更名和换码自动留在企业沿革里。',
    en: 'After a merger or division, negative records follow the legal successor; consents do not and must be signed anew. New names and codes stay in a firm’s history by themselves.',
  },
  'succession.find': { 'zh-CN': '统一社会信用代码（现用或曾用）', en: 'Credit code, present or former' },
  'succession.none-such': { 'zh-CN': '没有企业用过这个代码', en: 'No firm ever had this code' },
  'succession.none-such-next': {
    'zh-CN': '请核对代码；登记机关报送后企业才会出现。',
    en: 'Check the code; a firm appears once its register has named it.',
  },
  'succession.identity': { 'zh-CN': '代码和名称沿革', en: 'Codes and names' },
  'succession.scheme': { 'zh-CN': '类别', en: 'Kind' },
  'succession.scheme.uscc': { 'zh-CN': '统一社会信用代码', en: 'Credit code' },
  'succession.scheme.name': { 'zh-CN': '名称', en: 'Name' },
  'succession.scheme.other': { 'zh-CN': '其他编号', en: 'Other number' },
  'succession.value': { 'zh-CN': '内容', en: 'Value' },
  'succession.from': { 'zh-CN': '起', en: 'From' },
  'succession.until': { 'zh-CN': '止', en: 'Until' },
  'succession.now': { 'zh-CN': '至今', en: 'now' },
  'succession.edges': { 'zh-CN': '合并与分立', en: 'Mergers and divisions' },
  'succession.edges.none': {
    'zh-CN': '还没有登记过合并或分立',
    en: 'No merger or division has been written down',
  },
  'succession.kind': { 'zh-CN': '事项', en: 'What happened' },
  'succession.kind.merge': { 'zh-CN': '被吸收合并', en: 'Absorbed by' },
  'succession.kind.split': { 'zh-CN': '解散分立', en: 'Divided and dissolved' },
  'succession.kind.spin-off': { 'zh-CN': '存续分立', en: 'Spun off a part' },
  'succession.kind.merge-hint': {
    'zh-CN': '原企业注销，全部权利义务由承继人承受',
    en: 'The firm is dissolved; the successor takes over all rights and duties',
  },
  'succession.kind.split-hint': {
    'zh-CN': '原企业注销，每一个新企业登记一次，份额按分立协议',
    en: 'The firm is dissolved; enter each new firm once, with its part by the deed',
  },
  'succession.kind.spin-off-hint': {
    'zh-CN': '原企业继续存在，只承继分立前的负面记录',
    en: 'The firm goes on; only negative records from before are carried over',
  },
  'succession.firm': { 'zh-CN': '原企业的信用代码', en: 'Credit code of the firm' },
  'succession.successor': { 'zh-CN': '承继人的信用代码', en: 'Credit code of the successor' },
  'succession.firm-column': { 'zh-CN': '原企业', en: 'Firm' },
  'succession.successor-column': { 'zh-CN': '承继人', en: 'Successor' },
  'succession.share': { 'zh-CN': '分立份额（%）', en: 'Part by the deed (%)' },
  'succession.share-hint': { 'zh-CN': '仅分立时填写，例如 40', en: 'Only for divisions, such as 40' },
  'succession.effective-on': { 'zh-CN': '生效日', en: 'In effect from' },
  'succession.basis': { 'zh-CN': '依据', en: 'Basis' },
  'succession.basis-hint': {
    'zh-CN': '合并（分立）协议、登记通知书或裁定的文号',
    en: 'Number of the deed, notice of registration or ruling',
  },
  'succession.record': { 'zh-CN': '登记合并或分立', en: 'Write down a merger or division' },
  'succession.submit': { 'zh-CN': '登记', en: 'Write down' },
  'succession.inherited': { 'zh-CN': '承继记录', en: 'Records carried over' },
  'succession.state': { 'zh-CN': '状态', en: 'State' },
  'succession.standing': { 'zh-CN': '有效', en: 'Standing' },
  'succession.undone': { 'zh-CN': '已撤销', en: 'Undone' },
  'succession.undo': { 'zh-CN': '撤销', en: 'Undo' },
  'succession.undo.title': {
    'zh-CN': '撤销后，承继的记录随即作废，原企业恢复登记；历史仍可按日期查询。',
    en: 'What was carried over is revoked and the firm is restored; the past stays readable by date.',
  },
  'succession.undo.basis': { 'zh-CN': '撤销依据', en: 'Basis' },
  'succession.undo.submit': { 'zh-CN': '确认撤销', en: 'Undo it' },
});

/** Why a succession was not written down. */
export const successionRefusals = defineText({
  'enterprise.succession-self': { 'zh-CN': '承继人不能是企业自己。', en: 'A firm cannot succeed itself.' },
  'enterprise.succession-future': {
    'zh-CN': '生效日不能晚于今天，请在生效后登记。',
    en: 'It is not in effect yet. Write it down once it is.',
  },
  'enterprise.succession-circle': {
    'zh-CN': '承继人本身由这家企业分合而来，不能倒过来承继。',
    en: 'The successor itself succeeds this firm; it cannot be the other way round as well.',
  },
  'enterprise.succession-dissolved': {
    'zh-CN': '这家企业已因合并或分立注销。如登记有误，请先撤销原登记。',
    en: 'This firm is dissolved by an earlier merger or division. Undo that one first if it is wrong.',
  },
  'enterprise.succession-twice': { 'zh-CN': '这一承继关系已经登记。', en: 'This is written down already.' },
  'enterprise.succession-share-missing': {
    'zh-CN': '分立须填写承继人的份额。',
    en: 'A division needs the successor’s part.',
  },
  'enterprise.succession-share-over': {
    'zh-CN': (r: { left: number }) => `份额合计超过 100%，最多还能填 ${showPpm(r.left, 'zh-CN', 2)}。`,
    en: (r: { left: number }) => `The parts exceed the whole; at most ${showPpm(r.left, 'en', 2)} is left.`,
  },
  'enterprise.succession-unknown-firm': {
    'zh-CN': (r: { uscc: string }) => `登记机关还没有报送过 ${r.uscc}，请核对代码。`,
    en: (r: { uscc: string }) => `No register has named ${r.uscc} yet. Check the code.`,
  },
  'enterprise.succession-not-found': {
    'zh-CN': '这条承继关系不存在或已撤销，请刷新页面。',
    en: 'This is not there, or was undone already. Reload the page.',
  },
  'enterprise.share-unreadable': {
    'zh-CN': '份额应为 0 到 100 之间的百分数，最多四位小数。',
    en: 'The part is a percentage above 0, at most 100, with at most four decimals.',
  },
  'enterprise.basis-missing': {
    'zh-CN': '请写明依据，至少 4 个字。',
    en: 'State the basis, at least four characters.',
  },
});

/** What is said after a command. */
export const successionFlashes = defineText({
  'succession.flash.recorded': {
    'zh-CN': '已登记；记录稍后由后台承继',
    en: 'Written down; the records follow in a moment',
  },
  'succession.flash.undone': {
    'zh-CN': '已撤销；承继的记录稍后作废',
    en: 'Undone; what was carried over is revoked in a moment',
  },
});
