import { runAlone } from './run-alone.ts';

/** `npm run worker`. */
await runAlone('worker');
