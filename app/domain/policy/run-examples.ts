import { type Canonical, canonicalJson } from '~/domain/kernel/canonical.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { type Fen, wan, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { compensate } from '~/domain/policy/compensate.ts';
import { fuseOf, shareByCause } from '~/domain/policy/compensation.ts';
import type { Example } from '~/domain/policy/example.ts';
import { isFuseBlown } from '~/domain/policy/fuse.ts';
import type { Line } from '~/domain/policy/line.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import { splitRecovery } from '~/domain/policy/recovery.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { plannedSubsidy } from '~/domain/policy/subsidy.ts';

export type ExampleRun = {
  readonly example: Example;
  /** What the version computes; null when the example asks for something the version has no rule for. */
  readonly actual: Canonical;
  readonly lines: readonly Line[];
  readonly passed: boolean;
};

type Of<K extends Example['of']> = Extract<Example, { of: K }>;
type Ran = { readonly actual: Canonical; readonly lines: readonly Line[] };

const noRule: Ran = { actual: null, lines: [] };
const orNull = (amount: number | null): Fen | null => (amount === null ? null : wan(amount));

function runSize(scheme: Scheme, { given }: Of<'share-by-size'>): Ran {
  if (scheme.kind !== 'compensation' || scheme.body.form !== 'by-size') return noRule;
  const run = claimOf(scheme, {
    ...noLimits,
    principalWan: given.principalWan,
    unpaidWan: given.lossWan,
    flags: given.flags,
  });
  return { actual: { sharePpm: run.share, amountFen: String(run.amount) }, lines: run.lines };
}

function runCause(scheme: Scheme, { given }: Of<'share-by-cause'>): Ran {
  if (scheme.kind !== 'compensation' || scheme.body.form !== 'by-cause') return noRule;
  const found = shareByCause(given.proven, scheme.body);
  if (found.outcome !== 'share') return { actual: { sharePpm: null, amountFen: null }, lines: [] };
  const amountFen = String(shareOf(wan(given.lossWan), found.share));
  return { actual: { sharePpm: found.share, amountFen }, lines: [] };
}

function runFuse(scheme: Scheme, { given }: Of<'fuse'>): Ran {
  const fuse = scheme.kind === 'compensation' ? fuseOf(scheme.body, given.mode ?? 'bank') : null;
  if (!fuse) return noRule;
  const year = {
    lossPaidAndHeld: wan(given.lossWan),
    recovered: wan(given.recoveredWan),
    enrolled: wan(given.enrolledWan),
  };
  return { actual: { blown: isFuseBlown(year, fuse) }, lines: [] };
}

const noLimits: Of<'claim'>['given'] = {
  principalWan: 0,
  unpaidWan: 0,
  recoveredWan: 0,
  otherPayersWan: 0,
  flags: [],
  proven: [],
  enrolled: true,
  borrowerCapLeftWan: null,
  yearCapLeftWan: null,
  poolLeftWan: null,
  fuseBlown: false,
};

const claimOf = (scheme: Extract<Scheme, { kind: 'compensation' }>, given: Of<'claim'>['given']) =>
  compensate(
    scheme,
    {
      principal: wan(given.principalWan),
      flags: given.flags,
      unpaidPrincipal: wan(given.unpaidWan),
      recovered: wan(given.recoveredWan),
      otherPayers: wan(given.otherPayersWan),
      causes: given.proven,
      enrolled: given.enrolled,
    },
    {
      borrowerCapLeft: orNull(given.borrowerCapLeftWan),
      yearCapLeft: orNull(given.yearCapLeftWan),
      poolLeft: orNull(given.poolLeftWan),
      fuseBlown: given.fuseBlown,
    },
  );

function runClaim(scheme: Scheme, { given }: Of<'claim'>): Ran {
  if (scheme.kind !== 'compensation') return noRule;
  const { outcome, amount, lines } = claimOf(scheme, given);
  return { actual: { outcome, amountFen: String(amount) }, lines };
}

function runRecovery(scheme: Scheme, { given }: Of<'recovery'>): Ran {
  if (scheme.kind !== 'compensation') return noRule;
  const parts = splitRecovery({
    recovered: wan(given.recoveredWan),
    costs: wan(given.costsWan),
    eligibleLoss: wan(given.eligibleLossWan),
    payers: given.paid.map(({ payer, paidWan }) => ({ payer, paid: wan(paidWan), returned: zeroFen })),
  });
  const byPayer = Object.fromEntries(parts.map((part) => [part.payer, String(part.amount)]));
  return { actual: { parts: byPayer }, lines: [] };
}

/** The loan that an example of a subsidy describes: one drawdown, repaid at the end. */
function exampleLoan({ given }: Of<'subsidy'>): LoanFacts {
  const principal = wan(given.principalWan);
  const lpr = given.lprPpm === undefined ? null : ppm(given.lprPpm);
  return {
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
    ...(lpr === null ? {} : { lpr: { oneYear: lpr, fiveYear: lpr } }),
  };
}

function runSubsidy(scheme: Scheme, example: Of<'subsidy'>): Ran {
  if (scheme.kind !== 'subsidy') return noRule;
  const used = wan(example.given.capUsedWan);
  const { amount, funding, lines } = plannedSubsidy(scheme.body, exampleLoan(example), used);
  const byPayer = Object.fromEntries(funding.map((part) => [part.payer, String(part.amount)]));
  return { actual: { amountFen: String(amount), funding: byPayer }, lines };
}

function run(scheme: Scheme, example: Example): Ran {
  if (example.of === 'share-by-size') return runSize(scheme, example);
  if (example.of === 'share-by-cause') return runCause(scheme, example);
  if (example.of === 'fuse') return runFuse(scheme, example);
  if (example.of === 'claim') return runClaim(scheme, example);
  return example.of === 'recovery' ? runRecovery(scheme, example) : runSubsidy(scheme, example);
}

/** Runs the worked examples of a version against its own rules; a version publishes only when all pass. */
export const runExamples = (scheme: Scheme): ExampleRun[] =>
  scheme.examples.map((example) => {
    const { actual, lines } = run(scheme, example);
    return { example, actual, lines, passed: canonicalJson(actual) === canonicalJson(example.expect) };
  });
