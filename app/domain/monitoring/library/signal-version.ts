import type { Day } from '~/domain/kernel/day.ts';
import type { Hit, Signal, SignalBody } from '~/domain/monitoring/signal.ts';
import { runSignalExample, type SignalExample } from '~/domain/monitoring/signal-example.ts';
import {
  type Difference,
  diffLeaves,
  exampleStep,
  type Leaf,
  leavesOf,
} from '~/domain/policy/scheme-diff.ts';

/** One effective-dated version of a signal, or a draft of one, with where it comes from. */
export type SignalVersion = Signal & {
  readonly body: SignalBody;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly jurisdiction: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly examples: readonly SignalExample[];
  readonly unverified: readonly string[];
};

export type SignalRun = {
  readonly example: SignalExample;
  readonly hit: Hit | null;
  readonly passed: boolean;
};

/** Each worked example with what the version makes of it. */
export const runSignalExamples = (
  version: Pick<SignalVersion, 'code' | 'version' | 'body' | 'examples'>,
): SignalRun[] =>
  version.examples.map((example) => {
    const hit = runSignalExample(version, example);
    return { example, hit, passed: (hit?.severity ?? null) === example.expect };
  });

const plain = ['legalBasis', 'legalBasisEn', 'validFrom', 'validTo'] as const;

/** Every figure of a version in reading order. */
const figuresOf = (version: SignalVersion): Leaf[] => [
  ...plain.map((key) => ({ path: key as string, value: String(version[key]) })),
  ...leavesOf(version.body, 'body'),
  { path: 'unverified', value: [...version.unverified].sort().join(', ') },
  ...version.examples.flatMap(({ zh, en: _, ...rest }) => leavesOf(rest, `examples.${exampleStep(zh)}`)),
];

/** What is another between two versions of a signal, figure by figure. */
export const diffSignals = (before: SignalVersion, after: SignalVersion): Difference[] =>
  diffLeaves(figuresOf(before), figuresOf(after));
