import type { Handler } from '#jobs/handler.ts';
import { runSimulation } from '~/server/policy/run-simulation.ts';

/** Replays loans under a version of a scheme; one that is done already is left alone. */
export const simulateScheme: Handler<'policy.simulate'> = ({ simulationId }, run) =>
  runSimulation(run.actor, simulationId);
