import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { accept } from '~/domain/kernel/result.ts';
import { setPersonStanding } from '~/server/access/set-person-standing.ts';
import { clock } from '~/server/clock.ts';
import { assignCases } from '~/server/monitoring/assign-cases.ts';
import { reverseVerdict } from '~/server/monitoring/reverse-verdict.ts';
import { snoozeAlert } from '~/server/monitoring/snooze-alert.ts';
import { type Measured, takeMeasure } from '~/server/monitoring/take-measure.ts';
import { closeCase, officerOf, reviewerOf } from './bank-acts.ts';
import { addBanker } from './bankers.ts';
import type { Step } from './chronicle.ts';
import { alertOf, closedAlertOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import { bankerOf, type World } from './world.ts';

const confirmed = { verdict: 'confirmed', note: '处罚属实，已电话核实。' } as const;
const explained = {
  verdict: 'explained',
  note: '处罚对象为外协车辆，已整改并终止外协合同，经营和现金流未受影响。',
  explanation: '处罚针对外协车辆，罚款缴款书和终止合同的函均已核实。',
  reason: '复核时补看了缴款书和终止函，处罚不涉及企业自有车辆。',
} as const;

/** The officer closes a case, and a second person puts another verdict in the place of the first. */
export const isJudgedTwice = (
  world: World,
  firm: StoryFirm,
  product: string,
  signal: string,
  reportedOn: Day,
): Step[] => [
  {
    day: addWorkingDays(reportedOn, 5),
    what: 'has its case closed',
    tell: () => closeCase(world, firm, product, signal, confirmed),
  },
  {
    day: addWorkingDays(reportedOn, 7),
    what: 'has the verdict reversed',
    tell: async () =>
      reverseVerdict(await reviewerOf(world, product), await closedAlertOf(world, firm, signal), explained),
  },
];

const overdue = 'loan-overdue';

type About = { readonly product: string; readonly signal: string };

/** The bank puts a yellow case aside for a week. */
export const isPutAside = (
  world: World,
  firm: StoryFirm,
  { product, signal }: About,
  on: Day,
  reason: string,
): Step => ({
  day: on,
  what: 'is put aside',
  tell: async () =>
    snoozeAlert(await officerOf(world, product), await alertOf(world, firm, signal), {
      until: addDays(clock.today(), 7),
      reason,
    }),
});

/** An officer who takes a case over and leaves the bank a few days later. */
export type Leaver = { readonly login: string; readonly name: string; readonly reason: string };

export const losesItsOfficer = (
  world: World,
  firm: StoryFirm,
  { product, signal }: About,
  on: Day,
  { login, name, reason }: Leaver,
): Step[] => [
  {
    day: on,
    what: 'is handed to a colleague',
    tell: async () => {
      const reviewer = await reviewerOf(world, product);
      await addBanker({ login, name, role: 'officer', institutionId: reviewer.institutionId });
      const { userId: to } = await bankerOf(world, login);
      return assignCases(reviewer, [await alertOf(world, firm, signal)], { to, reason });
    },
  },
  {
    day: addDays(on, 4),
    what: 'loses its officer',
    tell: async () =>
      setPersonStanding(
        await bankerOf(world, 'bank-admin'),
        (await bankerOf(world, login)).userId,
        'disabled',
      ),
  },
];

const putAside = async (world: World, firm: StoryFirm, product: string) => {
  const until = addDays(clock.today(), 1);
  const reason = '企业约定明日提供回款计划。';
  const put = await snoozeAlert(await officerOf(world, product), await alertOf(world, firm, overdue), {
    until,
    reason,
  });
  return put.ok ? accept('put aside') : put;
};

const measures = async (
  world: World,
  firm: StoryFirm,
  product: string,
  measure: Omit<Measured, 'onDay' | 'emergency'>,
) =>
  takeMeasure(await officerOf(world, product), await alertOf(world, firm, overdue), {
    ...{ onDay: clock.today(), emergency: null },
    ...measure,
  });

const visit = {
  kind: 'visit',
  amount: null,
  reason: '到厂核对订单、库存和应收账款。',
  proportionality: '电话说明无法核实回款计划，走访不影响企业经营。',
} as const;
const extension = {
  kind: 'extension',
  amount: wan(12),
  reason: '分期回款协议已核实，本期本金延后一个月。',
  proportionality: '订单正常、按月付息，压降额度会影响交货，暂不采取。',
} as const;

/** How the lender of an overdue loan goes about it: put aside for a day, then a visit, then an extension once the firm has answered. */
export const isHandled = (
  world: World,
  firm: StoryFirm,
  product: string,
  [seen, worse]: readonly [Day, Day],
): Step[] => [
  { day: addWorkingDays(seen, 1), what: 'is put aside', tell: () => putAside(world, firm, product) },
  {
    day: addWorkingDays(worse, 1),
    what: 'is visited',
    tell: () => measures(world, firm, product, visit),
  },
  {
    day: addWorkingDays(worse, 3),
    what: 'gets an extension',
    tell: () => measures(world, firm, product, extension),
  },
];
