import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { diffSignals } from '~/domain/monitoring/library/signal-version.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import type { Comparison } from '~/server/policy/compare-versions.ts';
import { findSchemeVersions } from '~/server/policy/store-drafts.ts';

type Wish = { readonly from?: number | undefined; readonly to?: number | undefined };

/** Two published versions of a signal figure by figure; the last two when none are named. */
export function compareSignals(actor: Actor, code: string, { from, to }: Wish) {
  return withActor(actor, async (tx): Promise<Result<Comparison, { readonly code: 'policy.not-found' }>> => {
    const versions = (await findSchemeVersions(tx, code, signalKinds)).map(asSignal);
    const after = to === undefined ? versions[0] : versions.find((each) => each.version === to);
    const before =
      from === undefined
        ? (versions.find((each) => after !== undefined && each.version < after.version) ?? after)
        : versions.find((each) => each.version === from);
    if (!before || !after) return refuse({ code: 'policy.not-found' });
    return accept({
      ...{ code, nameZh: after.nameZh, nameEn: after.nameEn, from: before.version, to: after.version },
      versions: versions.map(({ version }) => version),
      differences: diffSignals(before, after),
      titles: [...before.examples, ...after.examples].map(({ zh, en }) => ({ zh, en })),
    });
  });
}
