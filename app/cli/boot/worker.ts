import { refusedInWords } from './refused-in-words.ts';
import { serveWorker } from './serve-worker.ts';

/** The worker process, as the role for batch work. */
await refusedInWords(() => serveWorker());
