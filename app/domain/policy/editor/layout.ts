import { lossCauses } from '~/domain/policy/compensation-rules.ts';
import { unpublishedConditions } from '~/domain/policy/coverage.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { field, group, type Node, rows } from '~/domain/policy/editor/node.ts';
import { claimOutcomes } from '~/domain/policy/example-schema.ts';
import { loanFlags } from '~/domain/policy/loan-facts.ts';

const none = { empty: 'null' } as const;
const left = { empty: 'absent' } as const;
const flags = { options: loanFlags } as const;

const coverage = group('coverage', [
  field('regions', 'codes', none),
  rows('sectors', [field('sector', 'text'), field('industryCodes', 'codes')], 'null'),
  field('sizes', 'choices', { ...none, options: ['micro', 'small', 'medium', 'large'] }),
  field('purposes', 'codes', none),
  field('borrowerLists', 'codes', none),
  field('excludedIndustries', 'codes', left),
  field('flags', 'choices', { ...left, ...flags }),
  field('purposeFlags', 'choices', { ...left, ...flags }),
  field('lenders', 'codes', left),
  field('lenderList', 'text', left),
  field('maxRatePpm', 'percent', left),
  field('unpublished', 'choices', { ...left, options: unpublishedConditions }),
]);

const fuse = group(
  'fuse',
  [
    field('sharePpm', 'percent'),
    field('basis', 'choice', { options: ['gross', 'net'] }),
    field('measure', 'choice', { options: ['loss', 'overdue'] }),
    field('trigger', 'choice', { options: ['above', 'reached'] }),
  ],
  true,
);

const pool = group(
  'pool',
  [
    field('initialWan', 'wan', none),
    field('maxWan', 'wan', none),
    field('leverage', 'count', none),
    field('ringFenced', 'yes'),
    rows('sources', [field('payer', 'text'), field('parts', 'count')]),
  ],
  true,
);

const addOns = rows('addOns', [field('anyOf', 'choices', flags), field('sharePpm', 'percent')]);
const guarantorMode = group(
  'guarantorMode',
  [field('sharePpm', 'percent'), field('yearCapWan', 'wan', none), fuse],
  true,
);

const limits: readonly Node[] = [
  field('borrowerCapWan', 'wan', none),
  field('yearCapWan', 'wan', none),
  field('togetherPpm', 'percent'),
  field('alongside', 'codes'),
  field('enrolmentRequired', 'yes'),
  field('straddling', 'choice', { options: ['partial', 'wait'] }),
];
const compensationEnd: readonly Node[] = [coverage, ...limits, fuse, pool];

const window = [field('from', 'day'), field('to', 'day')];
const subsidyEnd: readonly Node[] = [
  coverage,
  field('level', 'choice', { options: ['central', 'local'] }),
  field('maxMonths', 'count'),
  field('principalCapWan', 'wan', none),
  field('amountCapWan', 'wan', none),
  field('yearAmountCapWan', 'wan', left),
  group('contractWindow', window, true),
  group('drawdownWindow', window),
  field('newMoneyOnly', 'yes'),
  field('paidFirst', 'yes', left),
  field('excludes', 'codes', left),
  field('volumeRewardPpm', 'percent', left),
  field('firstLoanRewardPpm', 'percent', left),
  field('ownerLoan', 'choice', { ...left, options: ['counts', 'ignored'] }),
  rows('funding', [field('payer', 'text'), field('sharePpm', 'percent')]),
];

/** The rules of each formula as fields, the share or the points first. */
export const bodyLayouts: { readonly [form: string]: readonly Node[] } = {
  'by-size': [
    rows('bands', [field('upToWan', 'wan'), field('sharePpm', 'percent')]),
    addOns,
    field('ceilingPpm', 'percent'),
    guarantorMode,
    ...compensationEnd,
  ],
  flat: [
    field('sharePpm', 'percent', none),
    addOns,
    field('ceilingPpm', 'percent'),
    guarantorMode,
    ...compensationEnd,
  ],
  'by-cause': [
    rows('causes', [
      field('cause', 'choice', { options: lossCauses }),
      field('sharePpm', 'percent', none),
      field('dominates', 'yes', left),
      field('requires', 'text', left),
    ]),
    group('loanWan', [field('min', 'wan'), field('max', 'wan')]),
    field('maxTermMonths', 'count'),
    ...compensationEnd,
  ],
  points: [field('pointsPpm', 'percent'), ...subsidyEnd],
  'interest-share': [field('sharePpm', 'percent'), ...subsidyEnd],
  'above-line': [
    field('tenor', 'choice', { options: ['one-year', 'five-year'] }),
    field('plusPpm', 'percent'),
    ...subsidyEnd,
  ],
};

const wans = (...names: string[]) => names.map((at) => field(at, 'wan'));
const example = (given: readonly Node[], expect: readonly Node[]): readonly Node[] => [
  field('zh', 'text'),
  field('en', 'text'),
  group('given', given),
  group('expect', expect),
];
const amount = field('amountFen', 'yuan');

/** The worked examples of each kind as fields: what is given and what must come out. */
export const exampleLayouts: { readonly [of: string]: readonly Node[] } = {
  'share-by-size': example(
    [...wans('principalWan', 'lossWan'), field('flags', 'choices', flags)],
    [field('sharePpm', 'percent'), amount],
  ),
  'share-by-cause': example(
    [field('lossWan', 'wan'), field('proven', 'proven')],
    [field('sharePpm', 'percent', none), field('amountFen', 'yuan', none)],
  ),
  fuse: example(
    [
      ...wans('lossWan', 'recoveredWan', 'enrolledWan'),
      field('mode', 'choice', { ...left, options: ['bank', 'guarantor'] }),
    ],
    [field('blown', 'yes')],
  ),
  claim: example(
    [
      ...wans('principalWan', 'unpaidWan', 'recoveredWan', 'otherPayersWan'),
      field('flags', 'choices', flags),
      field('proven', 'proven'),
      field('enrolled', 'yes'),
      field('fuseBlown', 'yes'),
      ...['borrowerCapLeftWan', 'yearCapLeftWan', 'poolLeftWan'].map((at) => field(at, 'wan', none)),
    ],
    [field('outcome', 'choice', { options: claimOutcomes }), amount],
  ),
  recovery: example(
    [
      ...wans('eligibleLossWan', 'recoveredWan', 'costsWan'),
      rows('paid', [field('payer', 'text'), field('paidWan', 'wan')]),
    ],
    [field('parts', 'pairs')],
  ),
  subsidy: example(
    [
      field('principalWan', 'wan'),
      field('ratePpm', 'percent'),
      field('drawnOn', 'day'),
      field('days', 'count'),
      field('dayCount', 'choice', { options: dayCounts }),
      field('localPpm', 'percent'),
      field('capUsedWan', 'wan'),
      field('lprPpm', 'percent', left),
    ],
    [amount, field('funding', 'pairs')],
  ),
};

/** Kinds of worked examples that a scheme of a kind can have. */
export const exampleKinds = {
  compensation: ['claim', 'share-by-size', 'share-by-cause', 'fuse', 'recovery'],
  subsidy: ['subsidy'],
} as const;
