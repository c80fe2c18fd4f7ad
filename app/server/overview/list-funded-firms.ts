import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showDeskCharts } from '~/server/overview/show-desk-charts.ts';
import { findPrefectures } from '~/server/overview/store-desk-charts.ts';
import { type FundedRow, findFunded, findFundedChoices, sumFunded } from '~/server/overview/store-funded.ts';

export type FundedFilter = {
  readonly region?: string | undefined;
  readonly section?: string | undefined;
  readonly bank?: string | undefined;
  readonly severity?: 'red' | 'orange' | 'yellow' | 'none' | undefined;
  readonly text?: string | undefined;
  readonly now: Date;
  /** The last row of the page before. */
  readonly after?: { readonly rank: string; readonly id: string } | undefined;
};

const pageSize = 25;

/** The operator's funded-firm desk (获贷企业监测): a page of funded loans, worst alerts first, with sums and filter choices; charts stand on the first. */
export async function listFundedFirms(actor: Actor, filter: Omit<FundedFilter, 'now'>) {
  const asked = { ...filter, now: clock.now() };
  return withActor(actor, async (tx) => {
    const rows = await findFunded(tx, asked, pageSize + 1);
    const { balance, ...counts } = await sumFunded(tx, asked);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return {
      rows: shown.map(asEntry),
      sums: { ...counts, balanceFen: balance.toString() },
      choices: await choicesOf(tx),
      charts: asked.after ? null : await showDeskCharts(tx, asked),
      next: last ? `${last.rank}.${last.loan_id}` : null,
    };
  });
}

/** Prefectures before their counties: a tile of the map stands for one. */
async function choicesOf(tx: Tx) {
  const { regions, ...others } = await findFundedChoices(tx);
  const all = [...(await findPrefectures(tx)), ...regions];
  return { ...others, regions: all.sort((a, b) => (a.value < b.value ? -1 : 1)) };
}

export type FundedEntry = ReturnType<typeof asEntry>;

const asEntry = (row: FundedRow) => ({
  loanId: row.loan_id,
  enterpriseId: row.enterprise_id,
  name: row.name,
  uscc: row.uscc,
  region: row.region,
  section: row.industry,
  bank: row.bank,
  balanceFen: row.balance_fen.toString(),
  principalFen: row.principal_fen.toString(),
  disbursedOn: row.disbursed_on,
  maturityOn: row.maturity_on,
  tier: row.tier,
  dpd: row.dpd,
  grade: row.grade,
  points: row.points ?? [],
  openAlerts: row.open_alerts,
  overdueAnswers: row.overdue_answers,
  severity: ([null, 'yellow', 'orange', 'red'] as const)[row.worst] ?? null,
});
