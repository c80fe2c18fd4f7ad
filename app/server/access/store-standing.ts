import type { Tx } from '~/server/db/client.ts';

/** What is known of an institution's admission, and whom its people may turn to at the platform. */
export async function findAdmission(tx: Tx, institutionId: string) {
  const institution = await tx.institution.findUnique({
    where: { id: institutionId },
    select: { suspendedAt: true, suspendedReason: true, assessmentExpiresOn: true },
  });
  const platform = await tx.institution.findFirst({
    where: { kind: 'platform', contact: { not: null } },
    select: { contact: true },
    orderBy: { createdAt: 'asc' },
  });
  return institution && { ...institution, contact: platform?.contact ?? null };
}
