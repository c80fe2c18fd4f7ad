import { lightBelow, monthSchema, psiPpm, type Thresholds } from '~/domain/modelling/month.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readOutcomeRule, readThresholds } from '~/server/modelling/read-thresholds.ts';
import { findModels, monthsOf, openProposals } from '~/server/modelling/store.ts';
import { trainings } from '~/server/modelling/store-own.ts';
import { trainingShown } from '~/server/modelling/training-shown.ts';

/** The inventory: the rule card that grades firms, and every statistical card with the part that it plays. */
export function listCards(actor: Actor) {
  return withActor(actor, async (tx) => {
    const waiting = new Set((await openProposals(tx)).map(({ version }) => version));
    const rows = (await findModels(tx)).map((model) => ({
      version: model.version,
      kind: model.kind,
      role: model.role,
      origin: model.origin,
      purpose: model.purpose,
      at: model.importedAt.toISOString(),
      isWaiting: waiting.has(model.version),
    }));
    const limits = await readThresholds(tx, clock.today());
    const withMonth = async (row: (typeof rows)[number]) => ({
      ...row,
      ...(await lastMonth(tx, row.version, limits)),
    });
    return {
      rows: await Promise.all(rows.map(withMonth)),
      rule: await readOutcomeRule(tx, clock.today()),
      trainings: (await trainings(tx)).map(trainingShown),
    };
  });
}

async function lastMonth(tx: Tx, version: string, { psiWatchPpm, psiActPpm }: Thresholds) {
  const months = await monthsOf(tx, version);
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return { month: null, psiPpm: null, light: 'unknown' as const };
  const ppm = psiPpm(monthSchema.parse(first.body), monthSchema.parse(last.body));
  const month = last.month.toISOString().slice(0, 7);
  return { month, psiPpm: ppm, light: lightBelow(ppm, psiWatchPpm, psiActPpm) };
}
