import type { Handler } from '#jobs/handler.ts';
import { runStudy } from '~/server/modelling/run-study.ts';

/** Joins a bank's outcomes with public features and releases what the allow-list names; one that is over stays. */
export const runJointStudy: Handler<'modelling.run-study'> = ({ studyId }, run) =>
  runStudy(run.actor, studyId);
