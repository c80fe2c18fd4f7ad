import type { Day } from '~/domain/kernel/day.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { schemesInForce } from '~/domain/policy/scheme.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';
import type { ListQuery } from '~/server/policy/forms.ts';
import { findOpenDrafts, findSchemeVersions, namesOfDivisions } from '~/server/policy/store-drafts.ts';

/** The version of a scheme that its line shows: the one in force, else the next one, else the last. */
function shownOf(versions: readonly Scheme[], today: Day): Scheme {
  const [inForce] = schemesInForce(versions, today);
  const ahead = [...versions]
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .find((v) => v.validFrom > today);
  const last = versions[0];
  const shown = inForce ?? ahead ?? last;
  if (!shown) throw new Error('a scheme without versions');
  return shown;
}

export const standingOf = ({ validFrom, validTo }: Scheme, today: Day) =>
  validFrom > today
    ? ('ahead' as const)
    : validTo !== null && validTo < today
      ? ('ended' as const)
      : ('in-force' as const);

/** All schemes with the version that counts today, and the drafts that wait for a second person. */
export async function listSchemes(actor: Actor, query: ListQuery) {
  const today = clock.today();
  return withActor(actor, async (tx) => {
    const versions = (await findSchemeVersions(tx)).map(asScheme);
    const drafts = await findOpenDrafts(tx);
    const byCode = new Map<string, Scheme[]>();
    for (const version of versions) byCode.set(version.code, [...(byCode.get(version.code) ?? []), version]);
    const regions = await namesOfDivisions(
      tx,
      versions.map((version) => version.jurisdiction),
    );
    const all = [...byCode.values()].map((own) =>
      rowOf(own, today, drafts.find((d) => d.code === own[0]?.code)?.id),
    );
    return {
      rows: all.filter((row) => fits(row, query)),
      total: all.length,
      regions,
      drafts: drafts.map(({ id, code, version, nameZh, nameEn, note }) => ({
        id,
        code,
        version,
        nameZh,
        nameEn,
        note,
      })),
    };
  });
}

function rowOf(versions: readonly Scheme[], today: Day, draftId: string | undefined) {
  const shown = shownOf(versions, today);
  const { code, kind, version, nameZh, nameEn, jurisdiction, legalBasis, legalBasisEn, validFrom, validTo } =
    shown;
  return {
    code,
    kind,
    version,
    nameZh,
    nameEn,
    jurisdiction,
    legalBasis,
    legalBasisEn,
    validFrom: validFrom as string,
    validTo: validTo as string | null,
    standing: standingOf(shown, today),
    versions: versions.length,
    unverified: shown.unverified.length,
    examples: shown.examples.length,
    draftId: draftId ?? null,
  };
}
export type SchemeRow = ReturnType<typeof rowOf>;

function fits(row: SchemeRow, { kind, standing, text }: ListQuery): boolean {
  if (kind && row.kind !== kind) return false;
  if (standing && row.standing !== standing) return false;
  const words = `${row.nameZh} ${row.nameEn} ${row.legalBasis} ${row.legalBasisEn} ${row.code}`.toLowerCase();
  return !text || words.includes(text.toLowerCase());
}
