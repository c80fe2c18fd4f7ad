import type { RuleKind } from '~/domain/monitoring/library/signal-schema.ts';
import { inactiveReasons, severities } from '~/domain/monitoring/signal.ts';
import { type FieldNode, field, group, type Node, rows } from '~/domain/policy/editor/node.ts';

const none = { empty: 'null' } as const;
const left = { empty: 'absent' } as const;

const ladder = (...thresholds: readonly FieldNode[]) =>
  rows('ladder', [field('severity', 'choice', { options: severities }), ...thresholds]);
const categories = field('categories', 'codes', none);
const windowDays = field('windowDays', 'count');
const maxAgeMonths = field('maxAgeMonths', 'count');
const fall = ladder(field('fallPpm', 'percent'));

/** What a person may change of each kind of rule, as fields. */
const ruleLayouts: { readonly [K in RuleKind]: readonly Node[] } = {
  'days-past-due': [ladder(field('dpd', 'count'))],
  lasting: [ladder(field('months', 'count')), categories],
  events: [windowDays, ladder(field('count', 'count')), categories],
  'losses-in-a-row': [maxAgeMonths, ladder(field('months', 'count'))],
  'fall-against-year-ago': [maxAgeMonths, fall],
  'fall-against-mean': [maxAgeMonths, field('minMeanMonths', 'count'), fall],
  'against-net-assets': [
    windowDays,
    ladder(field('count', 'count', none), field('sharePpm', 'percent', none)),
    categories,
  ],
};

/** The reasons why a signal that has a rule may be off. */
const offReasons = inactiveReasons.filter(
  (reason) => !['no-source-item', 'unproven-leads-stay-out'].includes(reason),
);

/** A signal as fields: deadlines, whether it is on, and its rule where it has one. */
export const signalLayout = (kind: RuleKind | null): readonly Node[] => [
  group('deadlineWorkingDays', [field('yellow', 'count'), field('orange', 'count'), field('red', 'count')]),
  ...(kind
    ? [
        group('rule', ruleLayouts[kind]),
        field('active', 'yes'),
        field('because', 'choice', { ...left, options: offReasons }),
      ]
    : []),
];

/** A worked example as fields. */
export const signalExampleLayout: readonly Node[] = [
  field('zh', 'text'),
  field('en', 'text'),
  field('asOf', 'day'),
  field('expect', 'choice', { ...none, options: severities }),
  field('dpd', 'count', left),
  rows('facts', [
    field('item', 'text'),
    field('on', 'day'),
    field('ended', 'day', left),
    field('category', 'text', left),
    field('amountYuan', 'count', left),
    field('quantity', 'count', left),
    field('repeatMonths', 'count', left),
  ]),
];
