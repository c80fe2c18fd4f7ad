import { type DeliveryRow, deliver } from '#prisma/seed/deliver.ts';
import type { DeclineReason } from '~/domain/application/decline-reason.ts';
import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, addMonths, type Day } from '~/domain/kernel/day.ts';
import { clock } from '~/server/clock.ts';
import {
  bookPayment,
  decide,
  disburse,
  type Flags,
  type Offered,
  openFile,
  pickUp,
  proposeDecline,
  proposeOffer,
  signContract,
} from './bank-acts.ts';
import type { Step } from './chronicle.ts';
import { acceptOffer, apply, openToEvaluation, register, stateNeed, type Wish } from './firm-acts.ts';
import type { StoryFirm } from './named-firms.ts';
import type { World } from './world.ts';

/** The n-th working day before a day. */
export function before(day: Day, n: number): Day {
  let earlier = day;
  for (let left = n; left > 0; ) {
    earlier = addDays(earlier, -1);
    if (isWorkingDay(earlier)) left -= 1;
  }
  return earlier;
}

/** A firm registers and opens its records to the evaluation on the working day after. */
export const joins = (world: World, firm: StoryFirm, on: Day): Step[] => [
  { day: before(on, 1), what: 'registers', tell: () => register(firm) },
  { day: on, what: 'opens its records', tell: () => openToEvaluation(world, firm) },
];

type Application = { readonly wish: Wish; readonly product: string; readonly documents?: readonly string[] };

/** A firm says what it needs and applies on the working day after. */
export const applies = (
  world: World,
  firm: StoryFirm,
  on: Day,
  { wish, product, documents }: Application,
): Step[] => [
  { day: before(on, 1), what: 'states a need', tell: () => stateNeed(world, firm, wish) },
  { day: on, what: 'applies', tell: () => apply(world, firm, wish, [product], documents) },
];

/** An officer takes the application and looks into the file. */
export const isTakenUp = (world: World, firm: StoryFirm, product: string, on: Day): Step[] => [
  { day: on, what: 'is picked up', tell: () => pickUp(world, firm, product) },
  { day: on, what: 'has its file opened', tell: () => openFile(world, firm, product) },
];

/** Two persons of the bank decide in favour; the offer is there on the day named. */
export const isOffered = (
  world: World,
  firm: StoryFirm,
  product: string,
  on: Day,
  offered: Offered,
  confirm: typeof decide = decide,
): Step[] => [
  ...isTakenUp(world, firm, product, before(on, 2)),
  { day: before(on, 1), what: 'is proposed', tell: () => proposeOffer(world, firm, product, offered) },
  { day: on, what: 'is decided', tell: () => confirm(world, firm, product) },
];

/** Two persons of the bank decide against it, with reasons. */
export const isDeclined = (
  world: World,
  firm: StoryFirm,
  product: string,
  on: Day,
  reasons: readonly DeclineReason[],
): Step[] => [
  ...isTakenUp(world, firm, product, before(on, 2)),
  { day: before(on, 1), what: 'is proposed', tell: () => proposeDecline(world, firm, product, reasons) },
  { day: on, what: 'is decided', tell: () => decide(world, firm, product) },
];

/** The firm accepts the offer, signs, and has the money on the day named. */
export const takesLoan = (
  world: World,
  firm: StoryFirm,
  product: string,
  on: Day,
  flags: Flags = [],
): Step[] => [
  { day: before(on, 2), what: 'accepts', tell: () => acceptOffer(world, firm, product) },
  { day: before(on, 1), what: 'signs the contract', tell: () => signContract(world, firm, product) },
  { day: on, what: 'has the money', tell: () => disburse(world, firm, product, flags) },
];

/** The firm pays on every monthly due date up to a day. */
export function pays(world: World, firm: StoryFirm, product: string, disbursedOn: Day, until: Day): Step[] {
  const steps: Step[] = [];
  for (let month = 1; addMonths(disbursedOn, month) <= until; month += 1) {
    const day = addMonths(disbursedOn, month);
    steps.push({ day, what: `pays month ${month}`, tell: () => bookPayment(world, firm, product) });
  }
  return steps;
}

export type Funding = Application & {
  readonly disbursedOn: Day;
  readonly paysUntil: Day;
  readonly flags?: Flags;
  /** What the bank grants where it is less than what was asked. */
  readonly offered?: Offered;
  /** Who confirms it at the bank; a reviewer where nothing is said. */
  readonly confirm?: typeof decide;
};

/** From the register to a loan that is paid on time. */
export function isFunded(world: World, firm: StoryFirm, funding: Funding): Step[] {
  const { product, wish, disbursedOn, paysUntil, flags, offered = wish, confirm } = funding;
  const decidedOn = before(disbursedOn, 4);
  return [
    ...joins(world, firm, before(decidedOn, 5)),
    ...applies(world, firm, before(decidedOn, 3), funding),
    ...isOffered(world, firm, product, decidedOn, offered, confirm),
    ...takesLoan(world, firm, product, disbursedOn, flags),
    ...pays(world, firm, product, disbursedOn, paysUntil),
  ];
}

export type Late = { readonly item: string; readonly rows: readonly Omit<DeliveryRow, 'uscc'>[] };

/** A source delivers something new about a firm, beside its regular deliveries; scoring and monitoring hear of it. */
export const isReported = (world: World, firm: StoryFirm, on: Day, { item, rows }: Late): Step => ({
  day: on,
  what: `is reported ${item}`,
  tell: () =>
    deliver(
      world.check,
      item,
      rows.map((row) => ({ uscc: firm.uscc, ...row })),
      { receivedAt: clock.now(), fileName: `${item}-${firm.uscc.slice(8)}-${on}.csv`, announced: true },
    ),
});
