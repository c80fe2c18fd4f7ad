import { type PortfolioSimulated, simulatePortfolio } from '~/domain/compensation/portfolio-replay.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { type PortfolioRefusal, readPortfolio } from '~/server/compensation/read-portfolio.ts';
import { readLatest } from '~/server/compensation/read-rules.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { ReadWatch } from '~/server/record/read-disk.ts';

/** A portfolio's file under the latest version of a scheme in the simulator: nothing is written. */
export async function simulatePortfolioFile(
  file: string,
  schemeCode: string,
  watch: ReadWatch = {},
): Promise<Result<PortfolioSimulated, PortfolioRefusal>> {
  const loans = await readPortfolio(file, watch);
  if (!loans.ok) return loans;
  const scheme = await withActor(system('compensation.simulate'), (tx) => readLatest(tx, schemeCode));
  return accept(simulatePortfolio(loans.value, scheme));
}
