import { addMonths, type Day, startOf } from '~/domain/kernel/day.ts';
import { bandCount, bandOf, type Judged, type MonthCounts, rankLoans } from '~/domain/modelling/month.ts';
import { loanOutcome } from '~/domain/score/training/loan-outcome.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type CardReader, openReader } from '~/server/modelling/card-reader.ts';
import { readOutcomeRule, readThresholds } from '~/server/modelling/read-thresholds.ts';
import { findModels, keepMonth } from '~/server/modelling/store.ts';
import { judgedLoans } from '~/server/modelling/store-sheets.ts';
import { openTally } from '~/server/modelling/tally.ts';
import { walkSheets } from '~/server/modelling/walk-sheets.ts';
import { cardOf } from '~/server/score/store.ts';

/** Counts a month of every card that is not retired, the rule card among them. */
export async function monitorMonth(actor: Actor, month: Day): Promise<void> {
  const models = await withActor(actor, findModels);
  const versions = models.filter(({ role }) => role !== 'retired').map(({ version }) => version);
  for (const version of versions) await monitorCard(actor, version, month);
}

/** Counts a month of one card at its end (or now, within it) and keeps it; repeating it counts anew. */
export async function monitorCard(actor: Actor, version: string, month: Day): Promise<void> {
  const end = startOf(addMonths(month, 1));
  const before = end > clock.now() ? clock.now() : end;
  const reader = await withActor(actor, (tx) => openReader(tx, version));
  const tally = openTally(reader);
  for await (const walked of walkSheets(actor, before)) for (const each of walked) tally.add(each);
  await withActor(actor, async (tx) => {
    const body: MonthCounts = { ...tally.counts(), ...(await judge(tx, reader, month)) };
    await keepMonth(tx, version, dateOfDay(month), body, clock.now());
  });
}

/** Loans that can be judged by the end of the month, with the score that their firm had when they were granted. */
async function judge(tx: Tx, reader: CardReader, month: Day) {
  const until = addMonths(month, 1);
  const judged: Judged[] = [];
  const rule = await readOutcomeRule(tx, month);
  for (const { sheet, history } of await judgedLoans(tx, until)) {
    const outcome = loanOutcome(history, until, rule);
    if (outcome !== 'good' && outcome !== 'bad') continue;
    const { milliPoints } = reader.read(sheet, await cardOf(tx, sheet.cardVersion));
    if (milliPoints !== null) judged.push({ milliPoints, isBad: outcome === 'bad' });
  }
  const bandOfLoan = ({ milliPoints }: Judged) => bandOf(milliPoints, reader.low, reader.high);
  const outcomes = Array.from({ length: bandCount }, (_, band) => {
    const own = judged.filter((loan) => bandOfLoan(loan) === band);
    return {
      band,
      good: own.filter(({ isBad }) => !isBad).length,
      bad: own.filter(({ isBad }) => isBad).length,
    };
  });
  return { outcomes, ...rankLoans(judged, await readThresholds(tx, month)) };
}
