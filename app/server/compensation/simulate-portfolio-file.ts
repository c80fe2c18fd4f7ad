import { type PortfolioSimulated, simulatePortfolio } from '~/domain/compensation/portfolio-replay.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { type PortfolioRefusal, readPortfolio } from '~/server/compensation/read-portfolio.ts';
import { readInForce } from '~/server/compensation/read-rules.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { ReadWatch } from '~/server/record/read-disk.ts';

/** A portfolio's file under the version of a scheme in force today in the simulator: nothing is written. */
export async function simulatePortfolioFile(
  file: string,
  schemeCode: string,
  watch: ReadWatch = {},
): Promise<Result<PortfolioSimulated, PortfolioRefusal>> {
  const loans = await readPortfolio(file, watch);
  if (!loans.ok) return loans;
  const scheme = await withActor(system('compensation.simulate'), (tx) =>
    readInForce(tx, schemeCode, clock.today()),
  );
  return accept(simulatePortfolio(loans.value, scheme));
}
