import { queueUnfitness } from '#jobs/queue.ts';
import { LaunchRefused } from './refusal.ts';

/** Refuses to start over a Redis that does not answer or is too old. */
export async function checkQueue(): Promise<void> {
  const unfitness = await queueUnfitness();
  if (unfitness) throw new LaunchRefused(unfitness);
}
