import { runLauncher } from './run-launcher.ts';

/** `npm start`: everything, from the build. */
await runLauncher('start');
