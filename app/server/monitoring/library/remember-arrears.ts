import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { type Arrears, arrearsOn, type Due } from '~/domain/loan/dpd.ts';
import { replayLoan } from '~/domain/loan/replay.ts';
import type { LoanStanding } from '~/server/loan/read-standing.ts';
import { noArrears } from '~/server/monitoring/screen-loans.ts';

/**
 * The arrears of a loan at the end of a day as they were known then: by the schedule that its log made of what had been recorded,
 * and by the payments recorded until then. A day is worked out once.
 */
export function rememberArrears({ contract, events }: LoanStanding): (on: Day) => Arrears {
  const logged = events
    .map((event) => ({ event, recordedOn: dayAt(event.recordedAt) }))
    .sort((a, b) => a.event.recordedAt.getTime() - b.event.recordedAt.getTime());
  const schedules = new Map<string, readonly Due[]>();
  const days = new Map<Day, Arrears>();
  const workOut = (on: Day): Arrears => {
    const known = logged.filter(({ recordedOn }) => recordedOn <= on).map(({ event }) => event);
    if (known.length === 0) return noArrears;
    const key = `${known.length} ${known.filter((event) => event.on <= on).length}`;
    const dues = schedules.get(key) ?? replayLoan(contract, known, on).schedule;
    schedules.set(key, dues);
    const reversed = new Set(known.flatMap((event) => (event.kind === 'reversal' ? [event.of] : [])));
    const paid = known.flatMap((event) =>
      (event.kind === 'repayment' || event.kind === 'prepayment') && !reversed.has(event.id)
        ? [{ paidOn: event.on, principal: event.principal, interest: event.interest }]
        : [],
    );
    return arrearsOn(on, dues, paid);
  };
  return (on) => {
    const arrears = days.get(on) ?? workOut(on);
    days.set(on, arrears);
    return arrears;
  };
}
