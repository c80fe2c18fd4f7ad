import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { diffSchemes } from '~/domain/policy/scheme-diff.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';
import { findSchemeVersions } from '~/server/policy/store-drafts.ts';

type Wish = { readonly from?: number | undefined; readonly to?: number | undefined };

/** Two published versions of a scheme figure by figure; the last two when none are named. */
export function compareVersions(actor: Actor, code: string, { from, to }: Wish) {
  return withActor(actor, async (tx): Promise<Result<Comparison, { readonly code: 'policy.not-found' }>> => {
    const schemes = (await findSchemeVersions(tx, code)).map(asScheme);
    const after = to === undefined ? schemes[0] : schemes.find((s) => s.version === to);
    const before =
      from === undefined
        ? (schemes.find((s) => after !== undefined && s.version < after.version) ?? after)
        : schemes.find((s) => s.version === from);
    if (!before || !after) return refuse({ code: 'policy.not-found' });
    return accept({
      code,
      nameZh: after.nameZh,
      nameEn: after.nameEn,
      from: before.version,
      to: after.version,
      versions: schemes.map((scheme) => scheme.version),
      differences: diffSchemes(before, after),
      titles: [...before.examples, ...after.examples].map(({ zh, en }) => ({ zh, en })),
    });
  });
}

export type Comparison = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly from: number;
  readonly to: number;
  readonly versions: readonly number[];
  readonly differences: ReturnType<typeof diffSchemes>;
  readonly titles: readonly { readonly zh: string; readonly en: string }[];
};
