import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How many bytes of what is over and done may pile up. */
const mostGrown = 24 * 1_048_576;

/**
 * Has the engine collect what earlier chunks of a delivery left, each time a little has piled up. By itself it waits until
 * the heap has doubled, because rows outlive its quick collections: a long file then takes a hundred megabytes more than
 * it needs. The answer is asked once a chunk.
 */
export function collectBetweenChunks(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  let floor = held();
  return () => {
    if (held() - floor < mostGrown) return;
    collect();
    floor = held();
  };
}

function held(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}
