import { addDays } from '~/domain/kernel/day.ts';
import { type Canonical, canonicalJson } from '~/domain/kernel/hash.ts';
import { wan, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { compensate, fuseBlown, shareByCause, shareBySize } from '~/domain/policy/compensation.ts';
import type { Example } from '~/domain/policy/example.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { plannedSubsidy } from '~/domain/policy/subsidy.ts';

export type ExampleRun = {
  readonly example: Example;
  /** What the version computes; null when the example asks for something the version has no rule for. */
  readonly actual: Canonical;
  readonly passed: boolean;
};

type Of<K extends Example['of']> = Extract<Example, { of: K }>;

const lossOf = (lossWan: number) => ({
  unpaidPrincipal: wan(lossWan),
  recovered: zeroFen,
  otherPayers: zeroFen,
  borrowerCapLeft: null,
  yearCapLeft: null,
  poolLeft: null,
});

function runSize(scheme: Scheme, { given }: Of<'share-by-size'>): Canonical {
  if (scheme.kind !== 'compensation' || scheme.body.form !== 'by-size') return null;
  const share = shareBySize(wan(given.principalWan), given.flags, scheme.body)?.share ?? ppm(0);
  return { sharePpm: share, amountFen: String(compensate(share, lossOf(given.lossWan)).amount) };
}

function runCause(scheme: Scheme, { given }: Of<'share-by-cause'>): Canonical {
  if (scheme.kind !== 'compensation' || scheme.body.form !== 'by-cause') return null;
  const found = shareByCause(given.proven, scheme.body);
  if (found.outcome !== 'share') return { sharePpm: null, amountFen: null };
  return { sharePpm: found.share, amountFen: String(shareOf(wan(given.lossWan), found.share)) };
}

function runFuse(scheme: Scheme, { given }: Of<'fuse'>): Canonical {
  if (scheme.kind !== 'compensation' || scheme.body.form !== 'by-size') return null;
  const year = {
    lossPaidAndHeld: wan(given.lossWan),
    recovered: wan(given.recoveredWan),
    enrolled: wan(given.enrolledWan),
  };
  return { blown: fuseBlown(year, scheme.body.fuse) };
}

function runSubsidy(scheme: Scheme, { given }: Of<'subsidy'>): Canonical {
  if (scheme.kind !== 'subsidy') return null;
  const principal = wan(given.principalWan);
  const loan: LoanFacts = {
    borrower: { regionPath: [], industryPath: [], size: 'undetermined', kind: 'company', lists: [] },
    principal,
    rate: ppm(given.ratePpm),
    dayCount: given.dayCount,
    termMonths: 0,
    contractOn: given.drawnOn,
    drawnOn: given.drawnOn,
    maturityOn: addDays(given.drawnOn, given.days),
    balances: [{ from: given.drawnOn, balance: principal }],
    purpose: '',
    flags: [],
    renewal: false,
    centralSubsidies: [],
    localSubsidy: ppm(given.localPpm),
    capUsed: {},
  };
  const { amount, funding } = plannedSubsidy(scheme.body, loan, wan(given.capUsedWan));
  return {
    amountFen: String(amount),
    funding: Object.fromEntries(funding.map((part) => [part.payer, String(part.amount)])),
  };
}

function run(scheme: Scheme, example: Example): Canonical {
  if (example.of === 'share-by-size') return runSize(scheme, example);
  if (example.of === 'share-by-cause') return runCause(scheme, example);
  return example.of === 'fuse' ? runFuse(scheme, example) : runSubsidy(scheme, example);
}

/** Runs the worked examples of a version against its own rules; a version publishes only when all pass. */
export const runExamples = (scheme: Scheme): ExampleRun[] =>
  scheme.examples.map((example) => {
    const actual = run(scheme, example);
    return { example, actual, passed: canonicalJson(actual) === canonicalJson(example.expect) };
  });
