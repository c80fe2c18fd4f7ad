import { classifySize, type SizeOutcome, type SizeTable } from '~/domain/enterprise/size.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { industryPathOf } from '~/server/enterprise/classify-firm.ts';
import { readFirm } from '~/server/enterprise/store.ts';
import { findIndustry, findRegion, readSizeTable } from '~/server/enterprise/store-reference.ts';

const fenOf = (amount: bigint | null | undefined): Fen | null => (amount == null ? null : fen(amount));

/** The firm's own page of what it is: register data, declared figures with the class that follows, and its history. */
export function showProfile(actor: FirmPerson) {
  return withActor(actor, async (tx) => {
    const { profile, ...firm } = await readFirm(tx, actor.enterpriseId);
    const industry = firm.industryCode ? await findIndustry(tx, firm.industryCode) : null;
    const table = await readSizeTable(tx, clock.today());
    const employees = profile?.employees ?? null;
    const revenue = fenOf(profile?.revenueFen);
    const assets = fenOf(profile?.assetsFen);
    return {
      ...firm,
      region: firm.regionCode ? await findRegion(tx, firm.regionCode) : null,
      industry,
      /** Region and industry come from a register and change there; only a firm that registered itself states them. */
      isPlaceOwn: firm.source === 'registered',
      declared: {
        employees,
        revenueFen: revenue?.toString() ?? null,
        assetsFen: assets?.toString() ?? null,
        figuresYear: profile?.figuresYear ?? null,
        address: profile?.address ?? null,
      },
      sizeTable: table as SizeTable,
      size: firm.kind === 'company' ? sizeOf(industry, { employees, revenue, assets }, table) : null,
    };
  });
}

type Figures = {
  readonly employees: number | null;
  readonly revenue: Fen | null;
  readonly assets: Fen | null;
};

const sizeOf = (
  industry: { readonly section: string; readonly code: string } | null,
  figures: Figures,
  table: SizeTable,
): SizeOutcome => classifySize(industry ? industryPathOf(industry) : [], figures, table);
