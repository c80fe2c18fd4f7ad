import { limitsOf } from '~/domain/guarantee/limits.ts';
import { wan } from '~/domain/kernel/money.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readGuaranteeRules } from '~/server/guarantee/guarantee-policy.ts';
import { findLargest, readBook } from '~/server/guarantee/store-book.ts';
import { findLargestObligor, findMix, findOwnSubsidies } from '~/server/guarantee/store-pages.ts';

/** How a guarantor stands: limits in use for its largest obligor, fees, mix, subsidies received. */
export function showLimits(actor: Actor) {
  const { institutionId, role } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const rules = await readGuaranteeRules(tx, clock.today());
    const book = await readBook(tx, institutionId, await findLargestObligor(tx, institutionId));
    const uses = book ? limitsOf(book, rules) : [];
    return {
      netAssetsFen: book?.netAssets.toString() ?? null,
      outstandingFen: book?.outstanding.toString() ?? '0',
      limits: uses.map(({ code, limit, used, usedPart }) => ({
        code,
        limitFen: limit.toString(),
        usedFen: used.toString(),
        usedPpm: usedPart,
      })),
      mix: await findMix(tx, institutionId, wan(rules.fundFee.smallUpToWan)),
      mixLeast: rules.businessMix,
      smallUpToFen: wan(rules.fundFee.smallUpToWan).toString(),
      feeAimPpm: rules.averageFeeAimPpm,
      largest: (await findLargest(tx, institutionId, 10)).map(({ firm, fen, contracts }) => ({
        firm,
        fen: fen.toString(),
        contracts,
      })),
      subsidies: (await findOwnSubsidies(tx, institutionId)).map((row) => ({
        id: row.id,
        quarter: row.quarter,
        volumeFen: row.volume_fen.toString(),
        amountFen: row.amount_fen.toString(),
      })),
      mayState: role === 'guarantee-admin',
      today: clock.today() as string,
    };
  });
}
