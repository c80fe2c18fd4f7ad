import { fen } from '~/domain/kernel/money.ts';
import type { ReplayLoan, ReplayOptions } from '~/domain/policy/replay.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { type Simulation, simulateSteps } from '~/domain/policy/simulate.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';
import { loansOfFile } from '~/server/policy/loans-of-file.ts';
import { resultOf } from '~/server/policy/simulation-result.ts';
import { findDraft, findSchemeVersions } from '~/server/policy/store-drafts.ts';
import { countPortfolio, readPortfolioPage } from '~/server/policy/store-portfolio.ts';
import {
  beginSimulation,
  endSimulation,
  failSimulation,
  findSimulation,
  findSimulationFile,
  type SimulationRow,
  tellProgress,
} from '~/server/policy/store-simulations.ts';

const pageSize = 1_000;

/**
 * Replays the loans of an ordered simulation, telling on its row how far it has come. One that is done already is left
 * alone, so that a repeated job changes nothing; one that stopped half-way begins again.
 */
export async function runSimulation(actor: Actor, id: string): Promise<void> {
  const order = await withActor(actor, (tx) => findSimulation(tx, id));
  if (!order || order.state === 'done' || order.state === 'failed') return;
  const versions = await readVersions(actor, order);
  const portfolio =
    order.source === 'file' ? await fileLoans(actor, order) : await platformLoans(actor, order);
  if (!portfolio.ok) {
    await withActor(actor, (tx) => failSimulation(tx, id, portfolio.problem, clock.now()));
    return;
  }
  const { loans, rejects } = portfolio;
  const passes = versions.before ? 2 : 1;
  const tell = (done: number) => withActor(actor, (tx) => tellProgress(tx, id, done));
  await withActor(actor, (tx) => beginSimulation(tx, id, loans.length * passes));
  const options = {
    pool: order.poolFen === null ? null : fen(order.poolFen),
    asIfCovered: order.source === 'file',
  };
  const before = versions.before ? await replay(versions.before, loans, options, 0, tell) : null;
  const after = await replay(versions.after, loans, options, loans.length * (passes - 1), tell);
  await withActor(actor, (tx) => endSimulation(tx, id, resultOf(before, after, rejects), clock.now()));
}

/** The version that is asked about, and the published one that it is held against: what a draft began with, else the one before. */
async function readVersions(
  actor: Actor,
  order: SimulationRow,
): Promise<{ after: Scheme; before: Scheme | null }> {
  return withActor(actor, async (tx) => {
    const published = (await findSchemeVersions(tx, order.schemeCode)).map(asScheme);
    const draft = order.draftId ? await findDraft(tx, order.draftId) : null;
    const after = draft ? asScheme(draft) : published.find((s) => s.version === order.schemeVersion);
    if (!after) throw new Error(`simulation ${order.id} asks for a version that is not there`);
    const before = draft
      ? published.find((s) => s.version === draft.basedOn)
      : published.find((s) => s.version < after.version);
    return { after, before: before ?? null };
  });
}

type Portfolio =
  | {
      readonly ok: true;
      readonly loans: readonly ReplayLoan[];
      readonly rejects: {
        readonly rows: number;
        readonly first: readonly { line: number; column: string }[];
      };
    }
  | { readonly ok: false; readonly problem: object };

async function platformLoans(actor: Actor, order: SimulationRow): Promise<Portfolio> {
  const window = { from: dayOfDate(order.fromOn), to: dayOfDate(order.toOn) };
  const total = await withActor(actor, (tx) => countPortfolio(tx, window.from, window.to));
  const loans: ReplayLoan[] = [];
  while (loans.length < total) {
    const page = await withActor(actor, (tx) =>
      readPortfolioPage(tx, window, loans.at(-1)?.id ?? null, pageSize),
    );
    if (page.length === 0) break;
    loans.push(...page);
  }
  return { ok: true, loans, rejects: { rows: 0, first: [] } };
}

async function fileLoans(actor: Actor, order: SimulationRow): Promise<Portfolio> {
  const file = await withActor(actor, (tx) => findSimulationFile(tx, order.id));
  if (!file) throw new Error(`simulation ${order.id} has no file`);
  return loansOfFile(file.content);
}

async function replay(
  scheme: Scheme,
  loans: readonly ReplayLoan[],
  options: ReplayOptions,
  base: number,
  tell: (done: number) => Promise<unknown>,
): Promise<Simulation> {
  const steps = simulateSteps(scheme, loans, options);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await tell(base + step.value);
  }
}
