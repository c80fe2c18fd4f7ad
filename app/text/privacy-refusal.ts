import { bandInWords } from '~/text/band.ts';
import { clockName } from '~/text/clock-name.ts';
import { defineText } from '~/text/define.ts';
import { showDay, showInstant } from '~/text/format.ts';

/** Why something about persons, break-glass, assessments or breaches is refused; each says what can be done. */
export const privacyRefusals = defineText({
  'privacy.no-bands': {
    'zh-CN': '这个目录项不分档，只答是或否。请改选其他问法。',
    en: 'This item has no bands and answers yes or no alone. Choose another question.',
  },
  'privacy.share-missing': { 'zh-CN': '请填写持股比例。', en: 'Give the share in per cent.' },
  'privacy.share-small': {
    'zh-CN': (r: { leastPpm: number }) =>
      `持股 ${r.leastPpm / 10_000}% 以上的股东才需要本人授权，更小的股东无须登记。`,
    en: (r: { leastPpm: number }) =>
      `Owners are asked from ${r.leastPpm / 10_000}% on; a smaller one need not be named.`,
  },
  'privacy.name-missing': { 'zh-CN': '请填写姓名。', en: 'Give the name.' },
  'privacy.share-unreadable': {
    'zh-CN': '持股比例须在 0 到 100 之间，最多两位小数。',
    en: 'The share lies between 0 and 100, with two decimals at most.',
  },
  'privacy.link-not-found': { 'zh-CN': '没有找到这个链接。', en: 'This link was not found.' },
  'privacy.person-not-found': { 'zh-CN': '没有找到这个人。', en: 'This person was not found.' },
  'privacy.link-expired': {
    'zh-CN': '链接已过期。请让企业重新发起。',
    en: 'The link has expired. Ask the firm for a new one.',
  },
  'privacy.person-refused': {
    'zh-CN': (r: { until: string }) =>
      `本人已拒绝这家银行的同一用途请求，${showDay(r.until, 'zh-CN')} 之前不得再次请求。本人改变主意时可用原链接签署。`,
    en: (r: { until: string }) =>
      `This person refused that bank for this purpose and is not asked again before the end of ${showDay(r.until, 'en')}. They may still sign behind their first link.`,
  },
  'privacy.signed-already': {
    'zh-CN': '您已签署过。不再同意时请“撤回授权”。',
    en: 'You have signed already. To stop it, withdraw the consent.',
  },
  'privacy.report-closed': {
    'zh-CN': '查询结果已关闭。请重新填写身份证号码查看。',
    en: 'The report is closed. Type the identity number to open it again.',
  },
  'privacy.record-not-found': { 'zh-CN': '没有找到这条记录。', en: 'This record was not found.' },
  'privacy.record-objected': {
    'zh-CN': '这条记录的异议正在处理，或已成立。',
    en: 'An objection to this record is pending or was upheld.',
  },
  'privacy.record-disputed': {
    'zh-CN': '本人对这个数据项的记录提出异议，处理期间不回答。请在异议办结后再问。',
    en: 'The person disputes a record of this item: there is no answer until that is decided. Ask again then.',
  },
  'privacy.objection-not-found': { 'zh-CN': '没有找到这件异议。', en: 'This objection was not found.' },
  'privacy.objection-answered': { 'zh-CN': '这件异议已经答复。', en: 'This objection was answered before.' },
  'privacy.erased': {
    'zh-CN': '本人已要求删除，信息不再可读。如需授权，请企业重新发起。',
    en: 'The person had the data erased; nothing can be read. The firm can ask anew.',
  },
  'privacy.id-unreadable': {
    'zh-CN': '身份证号码不正确，请核对 18 位号码。',
    en: 'This is not an identity number. Check its 18 characters.',
  },
  'privacy.id-differs': {
    'zh-CN': '与签署时的身份证号码不符。请本人填写。',
    en: 'This is not the number that was signed with. Only the person themselves can do this.',
  },
  'privacy.person-none': {
    'zh-CN': '本人没有为这个用途授权贵机构。请企业向本人发起授权。',
    en: 'The person gave your institution no consent for this purpose. The firm can ask them for one.',
  },
  'privacy.person-withdrawn': {
    'zh-CN': '本人已撤回授权，不能再核验。',
    en: 'The person withdrew the consent: nothing can be asked any more.',
  },
  'privacy.person-expired': {
    'zh-CN': '本人的授权已到期。如仍需要，请本人重新授权。',
    en: 'The person’s consent has expired. Ask for a new one if it is still needed.',
  },
  'privacy.person-items': {
    'zh-CN': '本人的授权不包括这个数据项。',
    en: 'The person’s consent does not cover this item.',
  },
  'privacy.probing-day': {
    'zh-CN': (r: { most: number }) =>
      `对同一企业或个人每天最多核验 ${r.most} 次，请明天再试。反复试探已记入日志。`,
    en: (r: { most: number }) =>
      `At most ${r.most} questions a day about one firm or person: try again tomorrow. The attempt is on record.`,
  },
  'privacy.probing-item': {
    'zh-CN': (r: { most: number }) =>
      `对同一企业或个人的同一数据项 30 天内最多核验 ${r.most} 次，以免被逐步试出数额。反复试探已记入日志。`,
    en: (r: { most: number }) =>
      `At most ${r.most} questions in 30 days about one item of one firm or person, so that no figure is found by trial. The attempt is on record.`,
  },
  'privacy.probing-narrowing': {
    'zh-CN': () => '所问金额夹在以前问过的金额之间，等于逐步试出数额，不予回答。已记入日志并告知企业和平台。',
    en: () =>
      'The amount lies between amounts that were asked before: asking so finds the figure by trial, so there is no answer. It is on record, and the firm and the platform were told.',
  },
  'privacy.amount-missing': { 'zh-CN': '请填写金额（元）。', en: 'Give the amount in yuan.' },
  'privacy.item-not-personal': {
    'zh-CN': '目录中没有这个自然人数据项。请核对代码。',
    en: 'The catalogue has no such item on natural persons. Check the code.',
  },
  'privacy.text-missing': { 'zh-CN': '请写明，至少 5 个字。', en: 'Say it in at least five characters.' },
  'privacy.text-long': { 'zh-CN': '太长了，请精简。', en: 'This is too long; shorten it.' },
  'privacy.trigger-missing': { 'zh-CN': '请至少勾选一种情形。', en: 'Tick at least one reason.' },
  'privacy.level-missing': { 'zh-CN': '请选择等级。', en: 'Choose a level.' },
  'privacy.instant-unreadable': { 'zh-CN': '请填写日期和时间。', en: 'Give day and time.' },
  'privacy.people-missing': {
    'zh-CN': '请填写人数（整数，可以是 0）。',
    en: 'Give a whole number; it may be 0.',
  },
  'privacy.firm-missing': {
    'zh-CN': '请填写 18 位统一社会信用代码。',
    en: 'Give the credit code of 18 characters.',
  },
  'privacy.firm-unknown': {
    'zh-CN': '没有这家企业。请核对统一社会信用代码。',
    en: 'There is no such firm. Check the credit code.',
  },
  'privacy.reason-missing': {
    'zh-CN': '请写明理由，至少 10 个字；企业会看到。',
    en: 'Give the reason in at least ten characters; the firm reads it.',
  },
  'privacy.minutes-missing': { 'zh-CN': '请填写 5 分钟以上的时长。', en: 'Give five minutes or more.' },
  'privacy.minutes-long': {
    'zh-CN': (r: { most: number }) => `最长 ${r.most} 分钟，请缩短。`,
    en: (r: { most: number }) => `At most ${r.most} minutes: shorten it.`,
  },
  'privacy.verdict-missing': { 'zh-CN': '请选择结论。', en: 'Choose a verdict.' },
  'privacy.assessment-not-found': { 'zh-CN': '没有找到这份评估。', en: 'This assessment was not found.' },
  'privacy.assessment-own': {
    'zh-CN': '不能批准自己登记的评估，请另一人批准。',
    en: 'You made it yourself: somebody else has to approve it.',
  },
  'privacy.assessment-approved': { 'zh-CN': '这份评估此前已批准。', en: 'It was approved before.' },
  'privacy.breach-not-found': { 'zh-CN': '没有找到这起事件。', en: 'This breach was not found.' },
  'privacy.breach-future': {
    'zh-CN': '发现时间不能晚于现在。',
    en: 'The discovery cannot lie ahead.',
  },
  'privacy.breach-order': {
    'zh-CN': '这一步现在不能做，请按页面所示的顺序；危害程度为高的事件必须告知当事人。',
    en: 'This step is not next: follow the order on the page. In a grave breach the subjects must be told.',
  },
  'privacy.codes-unknown': {
    'zh-CN': (r: { codes: readonly string[] }) => `没有这些企业，请核对：${r.codes.join('、')}`,
    en: (r: { codes: readonly string[] }) => `There are no such firms; check ${r.codes.join(', ')}`,
  },
  'privacy.glass-not-found': { 'zh-CN': '没有找到这次应急访问。', en: 'This access was not found.' },
  'privacy.glass-own': {
    'zh-CN': '申请、决定、审查须由三个人分别进行。',
    en: 'Asking, deciding and reviewing take three different people.',
  },
  'privacy.glass-decided': { 'zh-CN': '已经决定过。', en: 'It was decided before.' },
  'privacy.glass-closed': {
    'zh-CN': '访问没有开放或已到时。',
    en: 'The access is not open or its time is over.',
  },
  'privacy.glass-not-over': {
    'zh-CN': '访问结束后才能审查。',
    en: 'It can be reviewed once the access is over.',
  },
  'privacy.glass-reviewed': { 'zh-CN': '已经审查过。', en: 'It was reviewed before.' },
  'privacy.glass-not-yours': { 'zh-CN': '只有申请人可以查看。', en: 'Only who asked may look.' },
  'privacy.row-unreadable': {
    'zh-CN': (r: { row: number; column: string }) =>
      `第 ${r.row} 行的 ${r.column} 不正确，未导入任何记录。请改正后重新导入。`,
    en: (r: { row: number; column: string }) =>
      `Row ${r.row}: ${r.column} cannot be read. Nothing was taken in; correct it and try again.`,
  },
});

export const privacyFlashes = defineText({
  'privacy.person-named': {
    'zh-CN': '已登记。请把链接交给本人，由本人填写并签署。',
    en: 'Named. Hand the link to the person, who fills it in and signs.',
  },
  'privacy.person-signed': { 'zh-CN': '授权已签署，立即生效。', en: 'Signed, with effect at once.' },
  'privacy.person-withdrew': { 'zh-CN': '授权已撤回，立即生效。', en: 'Withdrawn, with effect at once.' },
  'privacy.person-refused': {
    'zh-CN': '已拒绝。同一银行在规定期限内不得为同一用途再次请求您。',
    en: 'Refused. The same bank may not ask you again for this purpose while it holds.',
  },
  'privacy.person-objected': {
    'zh-CN': '异议已提交，这条记录暂停核验。',
    en: 'Filed. Nothing is answered from this record meanwhile.',
  },
  'privacy.objection-answered': {
    'zh-CN': '答复已送达本人页面。',
    en: 'The answer stands on the person’s page.',
  },
  'privacy.person-erased': {
    'zh-CN': '已删除。您的信息已不可恢复。',
    en: 'Erased. What was held about you cannot be brought back.',
  },
  'privacy.assessment-made': {
    'zh-CN': '评估已登记，请另一人批准。',
    en: 'Entered. Somebody else has to approve it.',
  },
  'privacy.assessment-approved': { 'zh-CN': '评估已批准。', en: 'Approved.' },
  'privacy.breach-registered': { 'zh-CN': '事件已登记，开始计时。', en: 'Entered; the clocks are running.' },
  'privacy.breach-handled': { 'zh-CN': '这一步已记录。', en: 'Recorded.' },
  'privacy.glass-asked': {
    'zh-CN': '已提交，等待第二人决定。',
    en: 'Asked. A second person has to decide.',
  },
  'privacy.glass-decided': { 'zh-CN': '决定已记录。', en: 'The decision is on record.' },
  'privacy.glass-reviewed': { 'zh-CN': '审查已记录，企业已收到通知。', en: 'Reviewed; the firm was told.' },
  'privacy.answer-yes': { 'zh-CN': '核验结果：是', en: 'Answer: yes' },
  'privacy.answer-no': { 'zh-CN': '核验结果：否', en: 'Answer: no' },
  'privacy.answer-band': {
    'zh-CN': (edges: string, band: number) =>
      `核验结果：${bandInWords({ of: 'amount', edges: edges.split(' ') }, band, null, 'zh-CN')}`,
    en: (edges: string, band: number) =>
      `Answer: ${bandInWords({ of: 'amount', edges: edges.split(' ') }, band, null, 'en')}`,
  },
});

export const privacyNotifications = defineText({
  'privacy.person-refused': {
    'zh-CN': (r: { until: string }) =>
      `一位自然人拒绝了授权请求，${showDay(r.until, 'zh-CN')} 之前不得再次请求`,
    en: (r: { until: string }) =>
      `A person refused the request to consent and is not asked again before the end of ${showDay(r.until, 'en')}`,
  },
  'privacy.person-objected': {
    'zh-CN': (r: { dueOn: string }) =>
      `一位自然人对本人记录提出异议，请在 ${showDay(r.dueOn, 'zh-CN')} 前答复`,
    en: (r: { dueOn: string }) =>
      `A person objects to a record about them: answer by ${showDay(r.dueOn, 'en')}`,
  },
  'privacy.answer-void': {
    'zh-CN': () => '此前对一位自然人的核验所依据的记录已停止使用，请勿再依据该回答，需要时重新核验',
    en: () =>
      'The record behind an earlier answer about a person is used no more: do not rely on that answer, ask again if needed',
  },
  'privacy.clock-over': {
    'zh-CN': (r: { what: string; dueOn: string }) =>
      `${clockName(r.what, 'zh-CN')}已超过期限（${showDay(r.dueOn, 'zh-CN')}），请立即办理`,
    en: (r: { what: string; dueOn: string }) =>
      `${clockName(r.what, 'en')} was due on ${showDay(r.dueOn, 'en')}: see to it at once`,
  },
  'privacy.probing-alarm': {
    'zh-CN': (r: { bank: string }) => `${r.bank}的核验提问接近逐步试探数额，已拦截`,
    en: (r: { bank: string }) =>
      `Questions of ${r.bank} came close to a search for a figure and were stopped`,
  },
  'privacy.person-consented': {
    'zh-CN': (r: { firm: string }) => `${r.firm}的一位关联自然人授权贵机构核验`,
    en: (r: { firm: string }) => `A person behind ${r.firm} consented to your institution`,
  },
  'privacy.person-signed': {
    'zh-CN': () => '一位自然人已签署本人授权',
    en: () => 'A person whom you named has signed',
  },
  'privacy.breach': {
    'zh-CN': (r: { kinds: string; harm: string; measures: string; contact: string }) =>
      `信息安全事件告知：涉及${r.kinds}；可能的危害：${r.harm}；措施：${r.measures}；联系：${r.contact}`,
    en: (r: { kinds: string; harm: string; measures: string; contact: string }) =>
      `Notice of a breach. Kinds: ${r.kinds}. Possible harm: ${r.harm}. Measures: ${r.measures}. Contact: ${r.contact}`,
  },
  'privacy.glass-opened': {
    'zh-CN': (r: { who: string; reason: string; until: string }) =>
      `平台人员${r.who}获准应急查看您的记录至 ${showInstant(r.until, 'zh-CN')}，理由：${r.reason}`,
    en: (r: { who: string; reason: string; until: string }) =>
      `${r.who} of the platform may look at your records until ${showInstant(r.until, 'en')}. Reason: ${r.reason}`,
  },
  'privacy.glass-reviewed': {
    'zh-CN': (r: { verdict: string }) =>
      r.verdict === 'justified'
        ? '对您记录的应急访问已审查：理由成立'
        : '对您记录的应急访问已审查：理由不成立，已要求整改',
    en: (r: { verdict: string }) =>
      r.verdict === 'justified'
        ? 'The emergency access to your records was reviewed and found justified'
        : 'The emergency access to your records was reviewed and found not justified',
  },
  'privacy.review-due': {
    'zh-CN': (r: { title: string }) => `影响评估“${r.title}”今日应复评`,
    en: (r: { title: string }) => `The impact assessment “${r.title}” is to be reviewed today`,
  },
});
