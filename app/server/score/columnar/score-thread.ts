import { parentPort } from 'node:worker_threads';
import { type ScoreTask, scoreRemaining } from '~/domain/score/columnar/score-range.ts';

/** The program of a worker thread: it helps with each task that it is given and says when nothing is left. */
parentPort?.on('message', (task: ScoreTask) => {
  scoreRemaining(task);
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
