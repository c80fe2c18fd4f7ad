import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkSignalPublish, type SignalPublishRefusal } from '~/domain/monitoring/library/check-publish.ts';
import type { DraftState } from '~/domain/policy/draft.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { readBackTestGate } from '~/server/monitoring/read-handling.ts';
import { findTested, wasEverWatched } from '~/server/monitoring/store-backtest.ts';
import { enterVersion } from '~/server/policy/publish-draft.ts';
import { lockDraft } from '~/server/policy/store-drafts.ts';

type Refused = SignalPublishRefusal | { readonly code: 'policy.not-found' };

/**
 * Publishes a draft of a signal that somebody else made, once its examples hold and history was tried with exactly what it says.
 * Where no loan was ever watched the person says so instead. From its first day on the watch goes by it; alerts that are there keep the version that raised them.
 */
export function publishSignal(
  actor: Person,
  id: string,
  saysNoHistory = false,
): Promise<Result<{ readonly code: string; readonly version: number }, Refused>> {
  return withActor(actor, async (tx): Promise<Result<{ code: string; version: number }, Refused>> => {
    const draft = await lockDraft(tx, id, signalKinds);
    if (!draft) return refuse({ code: 'policy.not-found' });
    const gate = await readBackTestGate(tx, clock.today());
    const hasHistory = await wasEverWatched(tx);
    const checked = checkSignalPublish(
      {
        state: draft.state as DraftState,
        draftedBy: draft.draftedBy,
        signal: asSignal(draft),
        tested: await findTested(tx, draft.code, gate, clock.today()),
        gate,
        hasHistory,
        saysNoHistory,
      },
      actor.userId,
      clock.today(),
    );
    if (!checked.ok) return checked;
    // today's watch may be over: one that begins today is watched for at once
    const job = { name: 'monitoring.watch-day', payload: { day: clock.today(), ref: id } } as const;
    const begins = asSignal(draft).validFrom <= clock.today();
    return accept(
      await enterVersion(tx, actor, draft, begins ? [job] : [], hasHistory ? {} : { noHistory: true }),
    );
  });
}
