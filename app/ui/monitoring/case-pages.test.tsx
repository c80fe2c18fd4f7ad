import { expect, test } from 'vitest';
import { renderInRouter } from '#tests/parts/render.tsx';
import type { Locale } from '~/text/define.ts';
import { AlertCase, type AlertCaseData } from '~/ui/monitoring/alert-case.tsx';
import { CaseDesk } from '~/ui/monitoring/case-desk.tsx';
import { type CaseLine, CaseListPage } from '~/ui/monitoring/case-list.tsx';
import { MeasureForm } from '~/ui/monitoring/case-measures.tsx';
import { CloseForm, ReverseForm } from '~/ui/monitoring/case-verdicts.tsx';
import { LocaleContext } from '~/ui/text.ts';

const at = '2026-11-20T02:00:00.000Z';
const dueAt = '2026-11-28T16:00:00.000Z';
const now = '2026-11-27T02:00:00.000Z';
const measure = {
  ...{
    id: 'm',
    kind: 'visit' as const,
    reason: '核对回款',
    proportionality: '电话不够',
    onDay: '2026-11-21',
  },
  ...{ amountFen: '5000000', emergency: '资产转移', userName: '陈', confirmedName: null, confirmedAt: null },
  ...{ droppedAt: null, droppedName: null, dropReason: null },
};
const verdict = {
  verdict: 'false-alarm',
  note: '重名',
  by: '陈',
  at,
  reason: null,
  facts: { wrong: 'wrong-firm' },
};
const event = { id: '1', kind: 'answered', at, by: '田', text: '已缴清', bankOnly: false, aboutId: 'r' };

const alert: AlertCaseData = {
  ...{ id: 'a', signal: 'tax-arrears', severity: 'orange', state: 'closed', raisedAt: at, dueAt, now },
  ...{
    verdict: 'confirmed',
    verdictNote: '属实',
    firm: '甲厂',
    uscc: null,
    bankZh: '桥头银行',
    bankEn: 'Bridge',
  },
  ...{ loanId: 'l', contractNo: 'C-1', escalatedInto: 'b', isOwned: true, evidenceAt: at },
  evidence: { figures: null, records: [], hidden: 1 },
  precision: { closed: 1, right: 0 },
  matter: [
    {
      ...{ id: 'a', severity: 'orange', state: 'closed', raisedAt: at, dueAt },
      verdict: null,
      escalatedInto: 'b',
    },
    {
      ...{ id: 'b', severity: 'red', state: 'open', raisedAt: at, dueAt },
      verdict: null,
      escalatedInto: null,
    },
  ],
  measures: [measure],
  documents: [{ id: 'd', replyId: 'r', name: '缴款书.pdf', contentType: 'application/pdf', bytes: 12 }],
  verdicts: [verdict, { ...verdict, verdict: 'confirmed', reason: '补看凭证', facts: {} }],
  events: [event, { ...event, id: '2', kind: 'reversed', text: '补看凭证', aboutId: null }],
};

const line: CaseLine = {
  ...{
    id: 'a',
    signal: 'tax-arrears',
    severity: 'orange',
    state: 'open',
    raisedAt: at,
    dueAt,
    verdict: null,
  },
  ...{ escalated: false, asideUntil: '2026-11-28', asideWhy: '2026-11-28 · 等回执', firm: '甲厂' },
  ...{
    bankZh: '桥头银行',
    bankEn: 'Bridge',
    contractNo: 'C-1',
    isOwned: false,
    owner: null,
    leftOwner: '孙',
  },
};
const list = {
  ...{
    cases: [line],
    next: '12~b',
    now,
    signals: ['tax-arrears'],
    regions: [{ code: '640100', name: '银川市' }],
  },
  counts: { desk: 1, live: 1, mine: 0, unowned: 1, overdue: 0, aside: 1, closed: 0, all: 2 },
  officers: [{ id: 'o', name: '陈', live: 3 }],
  query: { tab: 'unowned', sort: 'urgency', find: '甲', region: '6401', after: null } as const,
  reply: undefined,
};
const desk = {
  ...{ owner: null, leftOwner: '孙', asideUntil: null, latestSnooze: '2026-11-28', today: '2026-11-27' },
  officers: list.officers,
};

const drawn = (locale: Locale, page: JSX.Element) =>
  renderInRouter(<LocaleContext.Provider value={locale}>{page}</LocaleContext.Provider>);
const reversal = { until: '2027-02-20', isOpen: true, isOwn: false };

test.each(['zh-CN', 'en'] as const)('a case and its list are drawn for each side in %s', async (locale) => {
  for (const side of ['firm', 'bank', 'operator'] as const) {
    const markup = await drawn(
      locale,
      <AlertCase alert={alert} side={side} back="/">
        <CaseDesk id="a" desk={desk} />
        <MeasureForm today="2026-11-27" raisedOn="2026-11-20" />
        <CloseForm today="2026-11-27" />
        <ReverseForm reversal={reversal} today="2026-11-27" />
      </AlertCase>,
    );
    const base = { firm: '/my', bank: '/bank', operator: '/operator' }[side];
    expect(markup).toContain(`href="${base}/alerts/b"`);
    expect(markup).toContain('缴款书.pdf');
    expect(markup.includes('50,000')).toBe(side !== 'operator');
    expect(markup).not.toContain('value="confirm-measure"'); // nothing takes effect in a closed case
    const open = await drawn(locale, <AlertCase alert={{ ...alert, state: 'open' }} side={side} back="/" />);
    for (const word of ['confirm', 'drop'])
      expect(open.includes(`value="${word}-measure"`)).toBe(side === 'bank');
    const nobody = locale === 'en' ? 'Nobody at the bank has it' : '银行无人负责';
    for (const isOwned of [true, false, null]) {
      const told = await drawn(
        locale,
        <AlertCase alert={{ ...alert, state: 'open', isOwned }} side={side} back="/" />,
      );
      expect(told.includes(nobody)).toBe(isOwned === false);
    }
  }
  for (const side of ['bank', 'operator'] as const) {
    const markup = await drawn(locale, <CaseListPage side={side} {...list} />);
    expect(markup).toContain('find=%E7%94%B2');
    expect(markup.includes('孙')).toBe(side === 'bank');
    expect(markup.includes('form="assign-form"')).toBe(side === 'bank');
  }
});
