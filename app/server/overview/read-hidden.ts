import type { Day } from '~/domain/kernel/day.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import { bandOf, dpdBands } from '~/domain/loan/quality.ts';
import { classParts, type FirmCount, hiddenIn, type QualityHidden } from '~/domain/loan/quality-hidden.ts';
import type { Tx } from '~/server/db/client.ts';
import { countQualityFirms, type FirmsRow } from '~/server/overview/store-quality.ts';

/**
 * What of the quality of all loans is kept back from who reads statistics only, for each of some days; lenders are those with the
 * codes given on day `on`, on another day all of it.
 */
export async function readHidden(
  tx: Tx,
  days: readonly Day[],
  on: Day,
  codes: readonly string[],
): Promise<ReadonlyMap<Day, QualityHidden>> {
  const rows = await countQualityFirms(tx, days);
  return new Map(
    days.map((day) => {
      const own = rows.filter((row) => row.on === day);
      const lenders = [...new Set(own.flatMap(({ code }) => code ?? []))].sort();
      return [day, hiddenIn(firmsOf(own, day === on ? codes : lenders))];
    }),
  );
}

const none: FirmCount = { firms: 0, once: 0 };

function firmsOf(rows: readonly FirmsRow[], codes: readonly string[]) {
  const byClass = (row: FirmsRow | undefined) => (row ? { firms: row.firms, once: row.once_by_class } : none);
  const byBand = (row: FirmsRow | undefined) => (row ? { firms: row.firms, once: row.once_by_band } : none);
  const all = rows.find((row) => row.code === null && row.tier === null && row.band === null);
  return {
    lenders: codes.map((code) =>
      Array.from({ length: classParts }, (_, part) =>
        byClass(rows.find((row) => row.code === code && row.part === part)),
      ),
    ),
    tiers: tiers.map((tier) => byClass(rows.find((row) => row.tier === tier))),
    bands: dpdBands.map((_, band) => byBand(rows.find((row) => row.band === band))),
    longFrom: bandOf(91),
    periods: all
      ? [
          ...[all.observed, all.curing, all.in_period, all.both],
          ...[all.only_observed, all.only_curing, all.free],
        ]
      : [],
  };
}
