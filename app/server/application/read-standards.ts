import { judgeStandards, type Standard } from '~/domain/application/standards.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Need } from '~/domain/need/need.ts';
import { readRecommendedRules } from '~/server/application/read-recommended-rules.ts';
import { hasAddress } from '~/server/application/store-recommended.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { type LoadedApplicant, publicKnown } from '~/server/match/load-applicant.ts';
import { readFirmRecord } from '~/server/match/store-firm.ts';

/** What somebody who puts a firm forward may know of it: its registration and its public sheet, nothing behind a consent. */
export async function readPublicStandards(tx: Tx, enterpriseId: EnterpriseId): Promise<Standard[]> {
  const today = clock.today();
  const { standards } = await readRecommendedRules(tx, today);
  const { facts } = await readFirmRecord(tx, enterpriseId, today);
  const known = await publicKnown(tx, enterpriseId);
  return judgeStandards(standards, {
    today,
    inBusiness: facts.active,
    establishedOn: facts.establishedOn,
    hasAddress: false,
    revenueFen: null,
    features: known?.features ?? new Map(),
    grade: known?.score.grade ?? null,
    need: null,
  });
}

/** The standards as the firm stands with its need, on what it let be known: the word it agrees to. */
export async function readOwnStandards(
  tx: Tx,
  need: Need,
  { applicant }: LoadedApplicant,
): Promise<Standard[]> {
  const { today, firm, features, score } = applicant;
  const { standards } = await readRecommendedRules(tx, today);
  return judgeStandards(standards, {
    today,
    inBusiness: firm.active,
    establishedOn: firm.establishedOn,
    hasAddress: await hasAddress(tx, need.enterpriseId),
    revenueFen: firm.figures.revenue,
    features,
    grade: score?.grade ?? null,
    need,
  });
}
