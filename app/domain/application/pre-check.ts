import { type Day, yearOf } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';

/**
 * What is asked of an application before it is forwarded to a bank (domain.md row F10). The rules are policy data
 * (`pre-check`): which of them hold, with which figures, and whether one stops the application or asks the firm to confirm.
 */
export const checkNames = [
  'in-business',
  'founding-day',
  'person-age',
  'owner-shares',
  'owners-named',
  'twin-firm',
  'same-bank',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `stop`: not forwarded until it is mended. `confirm`: forwarded once the firm says that it is right. */
export type CheckEffect = 'stop' | 'confirm';

/**
 * A rule. `onHumanReview`: what becomes of a stop where a sole trader accepts no decision by automation alone (PIPL 24); left
 * out, people decide. What is no judgement but the law's own condition, such as legal status and minority, stops all the same.
 */
export type PreCheckRule = {
  readonly effect: CheckEffect;
  readonly onHumanReview?: CheckEffect | undefined;
} & (
  | { readonly check: 'in-business' | 'twin-firm' | 'same-bank' }
  | { readonly check: 'founding-day'; readonly earliest: Day }
  | { readonly check: 'person-age'; readonly leastYears: number; readonly mostYears: number }
  | { readonly check: 'owner-shares'; readonly mostPpm: number }
  | { readonly check: 'owners-named'; readonly sharePpm: number }
);

/** An owner by the public register; `isFirm` where the register names a firm by its code. */
export type RegisteredOwner = {
  readonly name: string;
  readonly sharePpm: number | null;
  readonly isFirm: boolean;
};

/** A person whom the firm named, as far as a check asks; the birthday is known once the person has signed. */
export type NamedParty = {
  readonly relation: string;
  readonly name: string | null;
  readonly bornOn: Day | null;
};

export type PreCheckFacts = {
  readonly today: Day;
  readonly inBusiness: boolean;
  readonly isSoleTrader: boolean;
  /** A sole trader who accepts no decision by automation alone (PIPL 24): each rule says what it does then. */
  readonly asksForPeople: boolean;
  readonly establishedOn: Day | null;
  readonly owners: readonly RegisteredOwner[];
  readonly people: readonly NamedParty[];
  /** Other firms in business of the same name in the same place. */
  readonly twins: number;
  /** Applications that go on, with those of this submission. */
  readonly applications: readonly { readonly institutionId: InstitutionId; readonly product: string }[];
};

/** What a rule found. `institutionId` where it concerns one bank alone: no other bank is told. */
export type Finding = {
  readonly check: CheckName;
  readonly effect: CheckEffect;
  /** Figures and names that the sentence quotes; never what identifies a person whom the firm named. */
  readonly facts: { readonly [name: string]: string | number };
  readonly institutionId: InstitutionId | null;
};

type Found = Omit<Finding, 'check' | 'effect' | 'institutionId'> & { readonly institutionId?: InstitutionId };

/** Everything that the rules find, in their order. Pure: the same facts and rules always give the same findings. */
export const preCheck = (rules: readonly PreCheckRule[], facts: PreCheckFacts): Finding[] =>
  rules.flatMap((rule) =>
    find(rule, facts).map(({ institutionId = null, facts: quoted }) => ({
      check: rule.check,
      effect: effectOf(rule, facts),
      facts: quoted,
      institutionId,
    })),
  );

const effectOf = (
  { effect, onHumanReview = 'confirm' }: PreCheckRule,
  { isSoleTrader, asksForPeople }: PreCheckFacts,
): CheckEffect => (effect === 'stop' && isSoleTrader && asksForPeople ? onHumanReview : effect);

function find(rule: PreCheckRule, facts: PreCheckFacts): Found[] {
  switch (rule.check) {
    case 'in-business':
      return facts.inBusiness ? [] : [{ facts: {} }];
    case 'founding-day':
      return foundingDay(rule.earliest, facts);
    case 'person-age':
      return personAges(rule, facts);
    case 'owner-shares':
      return ownerShares(rule.mostPpm, facts);
    case 'owners-named':
      return ownersNamed(rule.sharePpm, facts);
    case 'twin-firm':
      return facts.twins > 0 ? [{ facts: { firms: facts.twins } }] : [];
    case 'same-bank':
      return sameBank(facts);
  }
}

function foundingDay(earliest: Day, { establishedOn, today }: PreCheckFacts): Found[] {
  if (establishedOn === null || (establishedOn >= earliest && establishedOn <= today)) return [];
  return [{ facts: { on: establishedOn } }];
}

type Ages = { readonly leastYears: number; readonly mostYears: number };

function personAges({ leastYears, mostYears }: Ages, { people, today }: PreCheckFacts): Found[] {
  return people.flatMap(({ relation, bornOn }) => {
    if (bornOn === null) return [];
    const age = ageOn(bornOn, today);
    return age >= leastYears && age <= mostYears ? [] : [{ facts: { relation, leastYears, mostYears } }];
  });
}

/** Whole years on a day; negative where the birthday lies ahead. Born on 29 February: a year older on 1 March. */
export const ageOn = (bornOn: Day, today: Day): number =>
  yearOf(today) - yearOf(bornOn) - (today.slice(5) < bornOn.slice(5) ? 1 : 0);

function ownerShares(mostPpm: number, { owners }: PreCheckFacts): Found[] {
  const sum = owners.reduce((total, { sharePpm }) => total + (sharePpm ?? 0), 0);
  return sum > mostPpm ? [{ facts: { sumPpm: sum } }] : [];
}

/** Natural persons who own so much by the register and whom the firm has not named; a sole trader is its own owner. */
function ownersNamed(sharePpm: number, { owners, people, isSoleTrader }: PreCheckFacts): Found[] {
  if (isSoleTrader) return [];
  const named = new Set(people.map(({ name }) => name));
  const missing = owners.filter(
    (owner) => !owner.isFirm && (owner.sharePpm ?? 0) >= sharePpm && !named.has(owner.name),
  );
  const names = missing.map(({ name }) => name).join('、');
  return missing.length > 0 ? [{ facts: { owners: missing.length, names, sharePpm } }] : [];
}

/** More than one application at a bank at a time. */
function sameBank({ applications }: PreCheckFacts): Found[] {
  const banks = [...new Set(applications.map(({ institutionId }) => institutionId))];
  return banks.flatMap((institutionId) => {
    const here = applications.filter((a) => a.institutionId === institutionId);
    const products = here.map(({ product }) => product).join('、');
    return here.length > 1 ? [{ institutionId, facts: { applications: here.length, products } }] : [];
  });
}

/** What has to be mended first. */
export const stopping = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ effect }) => effect === 'stop');

/** What the firm has to confirm and has not. */
export const unconfirmed = (findings: readonly Finding[], confirmed: readonly string[]): Finding[] =>
  findings.filter(({ effect, check }) => effect === 'confirm' && !confirmed.includes(check));

/** What goes to a bank with an application: nothing that concerns another bank. */
export const findingsFor = (findings: readonly Finding[], institutionId: InstitutionId): Finding[] =>
  findings.filter((finding) => finding.institutionId === null || finding.institutionId === institutionId);
