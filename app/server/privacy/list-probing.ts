import type { Actor } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findProbing, type ProbingRow } from '~/server/privacy/store-probing.ts';

/** How long alarms stay on the desk, and the most that it shows. */
const days = 90;
const most = 100;

/**
 * Where institutions asked yes-or-no questions in the manner of a search for a figure (domain.md row C4): who about which firm, how
 * often, since when, and whether somebody has looked into it since the last time.
 */
export function listProbing(actor: Actor) {
  const since = new Date(clock.now().getTime() - days * 86_400_000);
  return withActor(actor, async (tx) => {
    const rows = await findProbing(tx, since, most);
    const catalogue = await readCatalogue(tx, clock.today());
    const titles = (code: string) => catalogue.get(code)?.name ?? { zh: code, en: code };
    return {
      days,
      maySuspend: reachOf(actor, 'institution.admit') !== null,
      alarms: rows.map((row) => asAlarm(row, titles)),
    };
  });
}

const asAlarm = (row: ProbingRow, titles: (code: string) => { zh: string; en: string }) => ({
  institutionId: row.institution_id as string,
  enterpriseId: row.enterprise_id as string,
  bankZh: row.bank_zh,
  bankEn: row.bank_en,
  isSuspended: row.bank_state === 'suspended' || row.bank_state === 'removed',
  firm: row.firm,
  times: row.times,
  firstAt: row.first_at.toISOString(),
  lastAt: row.last_at.toISOString(),
  people: row.people,
  items: row.items.map(titles),
  isOpen: row.cleared_at === null || row.cleared_at < row.last_at,
  cleared: row.cleared_at && {
    at: row.cleared_at.toISOString(),
    by: row.cleared_by,
    reason: row.reason,
  },
});
