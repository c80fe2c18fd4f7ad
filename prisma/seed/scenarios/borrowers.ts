import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { bookSettlement, sendPaymentFile } from './bank-acts.ts';
import { isHandled, isJudgedTwice } from './case-acts.ts';
import type { Step, Story } from './chronicle.ts';
import { committeeMeets } from './committee-acts.ts';
import { applies, before, isFunded, isOffered, isReported, pays, takesLoan } from './episodes.ts';
import { answer, type Wish } from './firm-acts.ts';
import { namedFirm, type StoryFirm } from './named-firms.ts';
import { decideBySystem } from './own-signature.ts';
import { ago, type World } from './world.ts';

/** An equipment maker in Guangzhou, paid up to date; last week the courts spoke, and nobody has answered yet. */
export function machinery(world: World): Story {
  const firm = namedFirm('machinery', world.base);
  const wish: Wish = { wan: 300, months: 36, purpose: 'equipment', note: '五轴加工中心两台' };
  const title = {
    item: 'honour.title',
    rows: [{ date: ago(world, 400), category: 'specialised-new', reference: '粤工信专精特新2025-1182' }],
  };
  return {
    name: firm.key,
    steps: [
      isReported(world, firm, ago(world, 176), title),
      ...isFunded(world, firm, {
        wish,
        product: 'qiaotou-specialised',
        offered: { wan: 300, months: 36, method: 'equal-principal' },
        disbursedOn: ago(world, 122),
        paysUntil: addDays(world.base, -1),
        flags: ['key-list'],
        confirm: decideBySystem,
      }),
      isReported(world, firm, ago(world, 7), judgments(world)),
      isReported(world, firm, ago(world, 6), dishonesty(world)),
      {
        day: ago(world, 3),
        what: 'pays ahead',
        tell: () => sendPaymentFile(world, firm, 'qiaotou-specialised', 100_000),
      },
    ],
  };
}

const judgments = (world: World) => ({
  item: 'court.judgment',
  rows: [68, 51, 37, 22].map((days, i) => ({
    date: ago(world, days),
    category: 'defendant',
    yuan: `${860_000 + 240_000 * i}.00`,
    reference: `（2026）粤0112民初${3_101 + 417 * i}号`,
    note: '买卖合同纠纷',
  })),
});

const dishonesty = (world: World) => ({
  item: 'court.dishonesty',
  rows: [
    {
      date: ago(world, 12),
      yuan: '1340000.00',
      reference: '（2026）粤0112执2290号',
      note: '有履行能力而拒不履行',
    },
  ],
});

/** Forty days behind: the first warning grew into a second, the firm has answered, and its two lenders sit down together. */
export function textile(world: World): Story {
  const firm = namedFirm('textile', world.base);
  const product = 'hezhou-regional';
  const missed = addDays(world.base, -40);
  const [seen, worse] = overdueDays(world);
  const first = '客户延期结算，货款预计下月到账，将优先归还。';
  const second = '已与客户签订分期回款协议，首笔 12 万元本周到账；申请将本期本金延后一个月。';
  return {
    name: firm.key,
    steps: [
      ...isFunded(world, firm, {
        wish: { wan: 120, months: 12, purpose: 'working-capital', note: '秋冬订单备绒' },
        product,
        offered: { wan: 120, months: 12, method: 'equal-principal' },
        disbursedOn: addMonths(missed, -3),
        paysUntil: addDays(missed, -1),
      }),
      ...hasSecondLoan(world, firm, addMonths(missed, -2)),
      {
        day: addWorkingDays(seen, 2),
        what: 'answers',
        tell: () => answer(world, firm, 'loan-overdue', first),
      },
      {
        day: addWorkingDays(worse, 2),
        what: 'answers again',
        tell: () => answer(world, firm, 'loan-overdue', second, ['分期回款协议.pdf']),
      },
      ...isHandled(world, firm, product, [seen, worse]),
      ...committeeMeets(world, firm, [product, secondProduct], addWorkingDays(worse, 2)),
    ],
  };
}

const secondProduct = 'qiaotou-tax';

/** A smaller loan of another bank, paid on time. */
function hasSecondLoan(world: World, firm: StoryFirm, disbursedOn: Day): Step[] {
  const wish: Wish = { wan: 20, months: 12, purpose: 'working-capital', note: '补充染料采购' };
  const decidedOn = before(disbursedOn, 4);
  return [
    ...applies(world, firm, before(decidedOn, 3), { wish, product: secondProduct }),
    ...isOffered(world, firm, secondProduct, decidedOn, wish),
    ...takesLoan(world, firm, secondProduct, disbursedOn),
    ...pays(world, firm, secondProduct, disbursedOn, addDays(world.base, -1)),
  ];
}

/** The days after which a missed instalment is seen: the first day past due, and the thirty-first. */
export const overdueDays = ({ base }: World) => [addDays(base, -39), addDays(base, -9)] as const;

const finedFor = (date: string) => ({
  item: 'penalty.decision',
  rows: [
    {
      date,
      category: 'serious',
      yuan: '30000.00',
      reference: '宁交执罚〔2026〕511号',
      note: '外协车辆超限运输',
    },
  ],
});

/** A serious penalty that the firm could explain: the case is closed. Its loan matures within three months and may be renewed. */
export function logistics(world: World): Story {
  const firm = namedFirm('logistics', world.base);
  const product = 'qiaotou-tax';
  const signal = 'penalty-serious';
  const reportedOn = ago(world, 52);
  return {
    name: firm.key,
    steps: [
      ...isFunded(world, firm, {
        wish: { wan: 90, months: 7, purpose: 'working-capital', note: '预付油料和路桥费' },
        product,
        disbursedOn: ago(world, 140),
        paysUntil: addDays(world.base, -1),
      }),
      isReported(world, firm, reportedOn, finedFor(ago(world, 58))),
      {
        day: addWorkingDays(reportedOn, 2),
        what: 'answers',
        tell: () =>
          answer(
            world,
            firm,
            signal,
            '处罚针对一辆外协车辆，罚款已缴清，已终止与该车主的合同并加装称重设备。',
          ),
      },
      ...isJudgedTwice(world, firm, product, signal, reportedOn),
    ],
  };
}

/** Paid back early and in full; what the courts say afterwards is no longer the bank's to watch. */
export function printing(world: World): Story {
  const firm = namedFirm('printing', world.base);
  const product = 'qiaotou-tax';
  const enforcement = {
    item: 'court.enforcement',
    rows: [{ date: ago(world, 16), yuan: '216000.00', reference: '（2026）宁0105执881号' }],
  };
  return {
    name: firm.key,
    steps: [
      ...isFunded(world, firm, {
        wish: { wan: 60, months: 6, purpose: 'order-fulfilment', note: '教辅印刷订单' },
        product,
        disbursedOn: ago(world, 168),
        paysUntil: addDays(world.base, -80),
      }),
      { day: ago(world, 76), what: 'pays everything back', tell: () => bookSettlement(world, firm, product) },
      isReported(world, firm, ago(world, 11), enforcement),
    ],
  };
}

/** A guesthouse whose loan has the interest subsidy for service businesses. */
export function guesthouse(world: World): Story {
  const firm = namedFirm('guesthouse', world.base);
  return {
    name: firm.key,
    steps: isFunded(world, firm, {
      wish: { wan: 60, months: 24, purpose: 'working-capital', note: '淡季周转和布草更新' },
      product: 'yunling-first',
      disbursedOn: ago(world, 100),
      paysUntil: addDays(world.base, -1),
    }),
  };
}
