import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { System } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { lineOf } from '~/server/monitoring/list-cases.ts';
import { type CaseFilter, findBankByCode, findCases } from '~/server/monitoring/store-case-list.ts';

type Wanted = Omit<CaseFilter, 'bank'> & {
  /** The code of a bank; left out: all. */
  readonly bank?: string | undefined;
};

/**
 * Cases for whoever runs the platform, the most pressing first, up to `most`, as their banks see them; of one bank where it is named.
 * `isCut` says that there are more.
 */
export function casesOfBanks(actor: System, { bank: code, ...wanted }: Wanted, most = 1_000) {
  const reader = { userId: randomUUID(), isBank: true, now: clock.now(), today: clock.today() };
  return withActor(
    actor,
    async (tx): Promise<Result<CasesOfBanks, { readonly code: 'institution.not-found' }>> => {
      const bank = code === undefined ? undefined : await findBankByCode(tx, code);
      if (bank === null) return refuse({ code: 'institution.not-found' });
      const page = { sort: 'urgency', after: null, limit: most + 1 } as const;
      const rows = await findCases(tx, { ...wanted, bank }, reader, page);
      const cases = rows.slice(0, most).map((row) => lineOf(row, true));
      return accept({ cases, isCut: rows.length > most });
    },
  );
}

type CasesOfBanks = { readonly cases: readonly ReturnType<typeof lineOf>[]; readonly isCut: boolean };
