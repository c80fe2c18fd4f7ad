import { stringify } from '~/domain/overview/csv.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { FundedFilter } from '~/server/overview/list-funded-firms.ts';
import { findFunded } from '~/server/overview/store-funded.ts';

const everything = 100_000;

/** The filtered list as CSV text with a byte-order mark, so that spreadsheet programs read the Chinese; amounts in yuan. */
export async function exportFundedFirms(
  actor: Actor,
  filter: Omit<FundedFilter, 'now' | 'after'>,
  header: string[],
  tierWord: (tier: string) => string,
) {
  const rows = await withActor(actor, (tx) => findFunded(tx, { ...filter, now: clock.now() }, everything));
  const lines = rows.map((r) => [
    r.name,
    r.uscc ?? '',
    r.region ?? '',
    r.industry_name ?? '',
    r.bank,
    yuanText(r.balance_fen),
    r.disbursed_on,
    r.maturity_on,
    tierWord(r.tier ?? 'normal'),
    String(r.dpd ?? 0),
    r.grade ?? '',
    String(r.open_alerts),
    String(r.overdue_answers),
  ]);
  return `\ufeff${stringify([header, ...lines])}`;
}

const yuanText = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
