// The door of a worker thread: plain JavaScript, because a thread does not inherit the reader of TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./score-thread.ts');
