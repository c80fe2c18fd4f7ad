import { defineText } from '~/text/define.ts';

/** A bank's branches, who works where, and which of them a matter lies with. */
export const branchText = defineText({
  'branch.title': { 'zh-CN': '分支机构', en: 'Branches' },
  'branch.lede': {
    'zh-CN': '支行人员只看到本支行的申请、贷款和预警；总行看到全部。企业可以选择支行，否则按注册地分派。',
    en: 'People of a branch see only its own applications, loans and alerts; the head office sees all. A firm may choose a branch, else it goes by where the firm is registered.',
  },
  'branch.none': { 'zh-CN': '还没有分支机构', en: 'No branch yet' },
  'branch.none-next': {
    'zh-CN': '没有分支机构时，全部申请由总行办理。',
    en: 'Without branches the head office handles every application.',
  },
  'branch.name': { 'zh-CN': '名称', en: 'Name' },
  'branch.name-en': { 'zh-CN': '英文名称', en: 'English name' },
  'branch.area': { 'zh-CN': '服务区域', en: 'Area' },
  'branch.no-area': { 'zh-CN': '不按区域', en: 'None' },
  'branch.area-code': { 'zh-CN': '服务区域的行政区划代码', en: 'Code of the area (GB/T 2260)' },
  'branch.area-hint': {
    'zh-CN': '六位代码，例如 640100；下辖区县一并服务。留空则只接受企业选择和总行移交。',
    en: 'Six digits such as 640100, counties beneath included. Left empty, applications come by the firm’s choice or by transfer alone.',
  },
  'branch.people': { 'zh-CN': '人员', en: 'People' },
  'branch.state': { 'zh-CN': '状态', en: 'State' },
  'branch.open': { 'zh-CN': '营业', en: 'Open' },
  'branch.closed': { 'zh-CN': '已撤销', en: 'Closed' },
  'branch.add': { 'zh-CN': '增加分支机构', en: 'Add a branch' },
  'branch.close': { 'zh-CN': '撤销', en: 'Close' },
  'branch.close-ask': {
    'zh-CN': (name: string) => `撤销${name}？人员和未结申请要先移走。`,
    en: (name: string) => `Close ${name}? Its people and open applications have to be moved first.`,
  },
  'branch.place': { 'zh-CN': '人员调配', en: 'Place a person' },
  'branch.person': { 'zh-CN': '人员', en: 'Person' },
  'branch.works-at': { 'zh-CN': '所在机构', en: 'Works at' },
  'branch.head-office': { 'zh-CN': '总行', en: 'Head office' },
  'branch.place-hint': {
    'zh-CN': '调动后本人需要重新登录。',
    en: 'The person is signed out and signs in again at the new place.',
  },
  'branch.lies-with': { 'zh-CN': '办理机构', en: 'Lies with' },
  'branch.transfer': { 'zh-CN': '移交', en: 'Transfer' },
  'branch.transfer-title': { 'zh-CN': '移交给其他分支机构', en: 'Transfer to another branch' },
  'branch.transfer-reason': { 'zh-CN': '移交原因（企业可见）', en: 'Reason (the firm reads it)' },
  'branch.choose': {
    'zh-CN': (bank: string) => `${bank}的办理支行`,
    en: (bank: string) => `Branch of ${bank}`,
  },
  'branch.choose-hint': {
    'zh-CN': '选定支行后，授权只对该支行和总行有效。',
    en: 'If you choose one, your consent holds for that branch and the head office alone.',
  },
  'branch.by-area': { 'zh-CN': '按注册地分派', en: 'By where the firm is registered' },
  'branch.whole-bank': { 'zh-CN': '全行', en: 'The whole bank' },
  'branch.recipient': { 'zh-CN': '接收的支行', en: 'Branch that receives it' },
});

/** What was done with branches. */
export const branchFlashes = defineText({
  'institution.branch-added': { 'zh-CN': '已增加分支机构。', en: 'The branch is added.' },
  'institution.branch-closed': { 'zh-CN': '已撤销分支机构。', en: 'The branch is closed.' },
  'institution.person-placed': {
    'zh-CN': '已调配，本人需重新登录。',
    en: 'Placed; the person signs in again.',
  },
});

/** Why a change of branches was not made. */
export const branchRefusals = defineText({
  'institution.branch-name-taken': {
    'zh-CN': '已有同名的分支机构，请换一个名称。',
    en: 'There is a branch of that name; choose another.',
  },
  'institution.branch-area': {
    'zh-CN': '没有这个行政区划代码，请核对六位代码。',
    en: 'There is no region of that code; check the six digits.',
  },
  'institution.branch-not-found': {
    'zh-CN': '没有这个分支机构，或已撤销。请刷新后重选。',
    en: 'There is no such branch, or it is closed. Reload and choose again.',
  },
  'institution.admin-at-head-office': {
    'zh-CN': '机构管理员管理全行，只能在总行。请先请他人担任管理员。',
    en: 'An administrator manages the whole bank and stays at the head office.',
  },
  'institution.branch-holds': {
    'zh-CN': (r: { held: number }) => `还有 ${r.held} 名人员、待接受的邀请或未结申请，请先调动、撤销和移交。`,
    en: (r: { held: number }) =>
      `It still has ${r.held} people, waiting invitations or open applications: place, revoke and transfer them first.`,
  },
  'application.head-office-only': {
    'zh-CN': '移交由总行办理，请联系总行。',
    en: 'The head office transfers applications; turn to it.',
  },
  'application.same-branch': {
    'zh-CN': '申请已经在这个机构，不需要移交。',
    en: 'The application lies there already.',
  },
  'application.officer-elsewhere': {
    'zh-CN': '这位客户经理在其他分支机构，看不到该申请。请先移交，或选择同一机构的人员。',
    en: 'That officer works at another branch and cannot see the application. Transfer it first or choose somebody there.',
  },
});
