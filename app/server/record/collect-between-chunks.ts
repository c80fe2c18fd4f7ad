import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How many bytes of what is over and done may pile up while rows are read, and while what is known of them is loaded. */
export const mostGrown = { chunk: 24 * 1_048_576, load: 6 * 1_048_576 } as const;

/**
 * Has the engine collect what earlier chunks of a delivery left, each time a little has piled up. By itself it waits until
 * the heap has doubled, because rows outlive its quick collections: a long file then takes a hundred megabytes more than
 * it needs. The answer is asked once a chunk; asked for at once, it waits for nothing to pile up.
 */
export function collectBetweenChunks(most: number = mostGrown.chunk): (atOnce?: boolean) => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  let floor = held();
  return (atOnce = false) => {
    if (!atOnce && held() - floor < most) return;
    collect();
    floor = held();
  };
}

function held(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}
