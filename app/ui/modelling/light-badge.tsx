import type { Light } from '~/domain/modelling/month.ts';
import { modellingText } from '~/text/modelling.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useText } from '~/ui/text.ts';

const tones = { good: 'good', watch: 'warn', act: 'bad', unknown: 'mute' } as const;

/** How a figure stands against its thresholds. */
export function LightBadge({ light }: { light: Light }) {
  const t = useText(modellingText);
  return <Badge tone={tones[light]}>{t(`modelling.light.${light}`)}</Badge>;
}

/** An index such as PSI with three decimals. */
export const showIndex = (ppm: number): string => (ppm / 1_000_000).toFixed(3);
