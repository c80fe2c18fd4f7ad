import { accept, type Result } from '~/domain/kernel/result.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { classifyFirm } from '~/server/enterprise/classify-firm.ts';
import type { ProfileFields } from '~/server/enterprise/forms.ts';
import { type PlaceRefusal, resolvePlace } from '~/server/enterprise/resolve-place.ts';
import { readFirm, storeDeclared, storePlace } from '~/server/enterprise/store.ts';
import { findIndustry, type IndustryOption } from '~/server/enterprise/store-reference.ts';

type Firm = Awaited<ReturnType<typeof readFirm>>;

/** Changes what a firm declares of itself and sets its size class anew; the value is the class before and after. */
export function updateProfile(
  actor: FirmPerson,
  fields: ProfileFields,
): Promise<Result<{ readonly before: string; readonly after: string }, PlaceRefusal>> {
  return withActor(actor, async (tx): Promise<Result<{ before: string; after: string }, PlaceRefusal>> => {
    const id = actor.enterpriseId;
    const firm = await readFirm(tx, id);
    const place = await placeOf(tx, firm, fields);
    if (!place.ok) return place;
    const { industry, moved } = place.value;
    const { employees, revenue, assets, figuresYear = null, address = null } = fields;
    const outcome = industry && (await classifyFirm(tx, firm.kind, industry, { employees, revenue, assets }));
    const before = firm.profile?.sizeClass ?? 'undetermined';
    const after = outcome?.class ?? 'undetermined';
    if (moved) await storePlace(tx, id, moved.region, moved.industry);
    await storeDeclared(
      tx,
      id,
      { employees, revenue, assets, figuresYear, sizeClass: after, address },
      clock.now(),
    );
    const payload = { before, after, region: moved?.region ?? null, industry: moved?.industry ?? null };
    await recordChange(tx, actor, {
      kind: 'enterprise.profile-updated',
      enterpriseId: id,
      subjectId: id,
      payload,
    });
    return accept({ before, after });
  });
}

type Place = {
  readonly industry: IndustryOption | null;
  readonly moved: { region: string; industry: string } | null;
};

/** A firm known from a register keeps the region and industry that the register says. */
async function placeOf(tx: Tx, firm: Firm, fields: ProfileFields): Promise<Result<Place, PlaceRefusal>> {
  if (firm.source !== 'registered') {
    const industry = firm.industryCode ? await findIndustry(tx, firm.industryCode) : null;
    return accept({ industry, moved: null });
  }
  const typed = {
    region: fields.region ?? firm.regionCode ?? '',
    industry: fields.industry ?? firm.industryCode ?? '',
  };
  const place = await resolvePlace(tx, typed);
  if (!place.ok) return place;
  const { industry, region } = place.value;
  return accept({ industry, moved: { region: region.code, industry: industry.code } });
}
