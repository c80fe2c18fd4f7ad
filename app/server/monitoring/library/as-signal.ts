import type { SignalVersion } from '~/domain/monitoring/library/signal-version.ts';
import { asScheme } from '~/server/policy/as-scheme.ts';

/** Policy data of this kind are signals. */
export const signalKinds = ['signal'] as const;

/** A stored version or draft of a signal as the rules read it. Its shape was checked when it was written. */
export const asSignal = (row: Parameters<typeof asScheme>[0]): SignalVersion =>
  asScheme(row) as unknown as SignalVersion;
