import { addDays, addMonths, type Day, dayAt, dayOfMonth } from '~/domain/kernel/day.ts';
import { wan, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { returnDueOn } from '~/domain/monitoring/month-return.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { listLoans } from '~/server/loan/list-loans.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { correctReturn } from '~/server/monitoring/month-return/correct-return.ts';
import { fileReturn } from '~/server/monitoring/month-return/file-return.ts';
import { makeReturn } from '~/server/monitoring/month-return/make-return.ts';
import { findReturns } from '~/server/monitoring/store-return.ts';
import type { Step, Story } from './chronicle.ts';
import { findPerson } from './find-person.ts';
import { bankerOf, type World } from './world.ts';

const monthsTold = 6;
/** Three months ago the desk was short of hands. */
const lateMonth = 3;
const rule = { dayOfMonth: 8, onHoliday: 'next-working-day' } as const;

/** Each month's return is made on the first of the next and filed in time, one of them late. What is due later waits. */
export function monthlyReturns(world: World): Story {
  const thisMonth = addDays(world.base, 1 - dayOfMonth(world.base));
  const back = Array.from({ length: monthsTold }, (_, i) => monthsTold - 1 - i);
  const steps = back.flatMap((n) => {
    const madeOn = addMonths(thisMonth, -n);
    const month = addMonths(madeOn, -1).slice(0, 7);
    const dueOn = returnDueOn(month, rule);
    const filedOn = addDays(dueOn, n === lateMonth ? 2 : 0);
    return [makes(madeOn), ...(filedOn < world.base ? [files(world, month, filedOn)] : [])];
  });
  return { name: 'monthly-returns', steps: steps.toSorted((a, b) => (a.day < b.day ? -1 : 1)) };
}

const makes = (on: Day): Step => ({
  day: on,
  minute: 60,
  what: `makes the return on ${on}`,
  tell: () => withActor(system('seed.returns'), (tx) => makeReturn(tx, on)),
});

const files = (world: World, month: string, on: Day): Step => ({
  day: on,
  what: `files the return of ${month}`,
  tell: async () => fileReturn(await bankerOf(world, 'operator-risk'), month, 1),
});

/** What the story left: a return from before the desk began, made late, is filed on the day after. Told once. */
export async function seedReturns(): Promise<void> {
  const { desk, made } = await withActor(system('seed.returns'), async (tx) => ({
    desk: await findPerson(tx, 'operator-risk'),
    made: await findReturns(tx, false),
  }));
  for (const { month, version, filedAt, dueOn, knownAt } of made)
    if (version === 1 && !filedAt && dayAt(dueOn) < dayAt(knownAt))
      await onDay(addDays(dayAt(knownAt), 1), () => fileReturn(desk, month, version));
  await correctReturns(desk);
}

/**
 * A bank enters money of the month before last late, so that the last two returns no longer say what the store does: the newest is
 * corrected and filed, the correction of the other waits.
 */
async function correctReturns(desk: Person): Promise<void> {
  const filed = await withActor(system('seed.returns'), (tx) => findReturns(tx, true));
  if (filed.some(({ version }) => version > 1)) return;
  const [newest, other] = filed.map(({ month }) => month);
  if (!newest || !other || !(await isPaidLate(addDays(addMonths(`${other}-01` as Day, 1), -1)))) return;
  const reason = '经办银行补录一笔上期还款，余额相应调减。';
  const version = insist(await correctReturn(desk, newest, reason));
  insist(await fileReturn(desk, newest, version));
  insist(await correctReturn(desk, other, reason));
}

/** Whether money that came in on a day could be entered now. */
async function isPaidLate(paidOn: Day): Promise<boolean> {
  const officer = await withActor(system('seed.returns'), (tx) => findPerson(tx, 'pinghu-officer'));
  const { loans } = await listLoans(officer, 'active', null);
  const loan = loans.find(({ balanceFen }) => BigInt(balanceFen) > wan(500));
  if (!loan) return false;
  const money = { principal: wan(5), interest: zeroFen, ahead: 'smaller-instalment' } as const;
  return (await recordRepayment(officer, loan.id, { paidOn, ...money })).ok;
}
