import { institutionId } from '#prisma/seed/institutions.ts';
import { seedId } from '#prisma/seed/seed-id.ts';
import type { Remit } from '~/domain/loan/office.ts';
import type { Tx } from '~/server/db/client.ts';

const appointed: readonly (readonly [code: string, remit: Remit, region: string])[] = [
  ['office-rural-finance', 'month-list', '640000'],
  ['regulator-finance', 'month-list', '640000'],
  ['regulator-finance', 'month-list', '440000'],
  ['office-central-bank', 'month-list', '640000'],
  ['office-treasury', 'month-list', '640000'],
  ['station-finance', 'maturity', '640000'],
];

/** The four offices that get the monthly list of the demo province, and the station that reminds before maturity. */
export async function seedOffices(tx: Tx, at: Date): Promise<void> {
  const data = appointed.map(([code, remit, regionCode]) => ({
    id: seedId('list-office', `${code} ${remit} ${regionCode}`),
    officeId: institutionId(code),
    ...{ remit, regionCode, appointedAt: at },
  }));
  await tx.listOffice.createMany({ data, skipDuplicates: true });
}
