import type { Item } from '~/domain/catalogue/item.ts';
import type { UseRefusal } from '~/domain/consent/check-use.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { findApplication } from '~/server/application/store.ts';
import { partiesOf } from '~/server/application/store-party.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { type IntendedUse, permitUse } from '~/server/consent/permit-use.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { findVerified } from '~/server/record/store-verification.ts';

/** What a bank may have verified in an application, whether the consent covers it now, and what was asked so far. */
export async function showVerification(actor: Actor, applicationId: string) {
  const { institutionId, branchId = null } = asInstitution(actor);
  const application = await withActor(actor, (tx) => findApplication(tx, applicationId));
  if (!application) return refuse({ code: 'application.not-found' } as const);
  const { enterpriseId } = application;
  return withActor(
    actor,
    async (tx) => {
      const catalogue = await readCatalogue(tx, clock.today());
      const verified = [...catalogue.values()].filter(
        ({ mode, subject }) => mode === 'verify' && subject === 'enterprise',
      );
      const items = [];
      for (const item of verified)
        items.push(await covered(tx, item, { enterpriseId, applicationId, institutionId, branchId }));
      const asked = await findVerified(tx, enterpriseId, applicationId);
      const { probing } = await readPrivacyDuties(tx, clock.today());
      return accept({
        applicationId,
        firm: (await partiesOf(tx, application)).firm,
        items,
        probing,
        asked: asked.map((row) => ({
          ...row,
          at: row.at.toISOString(),
          unit: catalogue.get(row.item)?.quantity?.unit ?? null,
          name: catalogue.get(row.item)?.name ?? { zh: row.item, en: row.item },
        })),
      });
    },
    { subject: enterpriseId },
  );
}

type Asking = Pick<IntendedUse, 'enterpriseId' | 'institutionId' | 'branchId'> & {
  readonly applicationId: string;
};

/** An item and why it may not be asked about now; counts no read. */
async function covered(tx: Tx, { code, name, providerName, bands, quantity }: Item, asking: Asking) {
  const use = { ...asking, purpose: 'pre-loan', items: [code], detail: 'answer' } as const;
  const permit: Result<unknown, UseRefusal> = await permitUse(tx, use);
  return {
    ...{ code, name, bands, unit: quantity?.unit ?? null },
    provider: providerName,
    refusal: permit.ok ? null : permit.refusal,
  };
}
