import { runLauncher } from './run-launcher.ts';

/** `npm run dev`: everything, from the sources, reloading as they change. */
await runLauncher('dev');
