import { setTimeout as sleep } from 'node:timers/promises';
import { configuredMeili } from '#search/open-search.ts';
import { prepareMirror, stepMirror } from '~/server/platform/search-upkeep.ts';

const idleMs = 300;
const restMs = 2_000;
/** How often the index is looked after, and how often all versions are compared, whatever was noted. */
const lookMs = 10_000;
const compareMs = 3_600_000;

/**
 * Keeps Meilisearch, where there is one, like the documents in PostgreSQL until stopped. A failure (it is down, a task
 * failed) is reported and tried again.
 */
export function startMirror(report: (error: unknown) => void): { stop(): Promise<void> } {
  const meili = configuredMeili();
  if (!meili) return { stop: () => Promise.resolve() };
  const stopping = new AbortController();
  let [looked, compared] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const look = async (now: number) => {
    const compare = now - compared > compareMs;
    await prepareMirror(meili, { compare });
    looked = now;
    if (compare) compared = now;
  };
  const step = async (): Promise<number> => {
    const now = performance.now();
    if (now - looked > lookMs) await look(now);
    return (await stepMirror(meili)) ? 0 : idleMs;
  };
  const carry = async () => {
    while (!stopping.signal.aborted) {
      const pause = await step().catch((error: unknown) => {
        report(error);
        return restMs;
      });
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const carrying = carry();
  return {
    async stop() {
      stopping.abort();
      await carrying;
    },
  };
}
