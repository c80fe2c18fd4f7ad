import { simulationText } from '~/text/policy-simulation.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

const tones = { ordered: 'mute', running: 'info', done: 'good', failed: 'bad' } as const;
export type SimulationState = keyof typeof tones;

/** How far a simulation has come. */
export function SimulationBadge({ state }: { state: SimulationState }) {
  const t = useText(simulationText);
  return <Badge tone={tones[state]}>{t(`simulation.state.${state}`)}</Badge>;
}
