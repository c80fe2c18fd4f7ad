import type { JobName, JobPayload } from '#jobs/contract.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';

export type JobRun = {
  readonly key: string;
  /** The platform itself, named after the job in the audit log. */
  readonly actor: Actor;
  /**
   * Runs work in one transaction together with the mark that it is done: whatever crashes, its effect is in once or not
   * at all. A job of several steps names each. Returns whether the work ran now.
   */
  once(work: (tx: Tx) => Promise<void>, step?: string): Promise<boolean>;
};

/** Does a job. It may be called again with the same payload; then it must change nothing (`run.once` sees to that). */
export type Handler<N extends JobName> = (payload: JobPayload<N>, run: JobRun) => Promise<void>;

export type Handlers = { readonly [N in JobName]: Handler<N> };
