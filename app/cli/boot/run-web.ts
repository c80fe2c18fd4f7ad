import { runAlone } from './run-alone.ts';

/** `npm run web`. */
await runAlone('web');
