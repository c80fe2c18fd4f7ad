import fc from 'fast-check';
import type { Detail, FetchType, Purpose } from '~/domain/consent/artefact.ts';

/** What can happen to the consents of one firm, in the plainest terms; banks, products and consents are small numbers. */
export type Step =
  | {
      readonly do: 'grant';
      readonly bank: 0 | 1;
      readonly product: 0 | 1 | null;
      readonly purpose: Purpose;
      readonly items: readonly string[];
      readonly detail: Detail;
      readonly fetchType: FetchType;
      readonly days: number;
      readonly perDay: number;
    }
  | { readonly do: 'withdraw'; readonly which: number }
  | { readonly do: 'pause'; readonly which: number; readonly on: boolean }
  | {
      readonly do: 'read';
      readonly bank: 0 | 1;
      readonly product: 0 | 1 | null;
      readonly purpose: Purpose;
      readonly items: readonly string[];
      readonly detail: Detail;
      readonly fetchType: FetchType;
      /** The matter that the read is for was closed before. */
      readonly closed: boolean;
    }
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'stand'; readonly bank: 0 | 1; readonly good: boolean };

/** Items by how far they travel, as in `createParties`. */
export const modelItems = {
  consent: ['tax.payment', 'utility.power-usage'],
  'verify-only': ['medical.employer-profile'],
  public: ['penalty.decision'],
  personal: ['provident.person-account'],
} as const;
const grantable = [...modelItems.consent, ...modelItems['verify-only']];
const readable = [...grantable, ...modelItems.public, ...modelItems.personal];

const bank = fc.constantFrom(0 as const, 1 as const);
const product = fc.constantFrom(0 as const, 1 as const, null);
const purpose = fc.constantFrom<Purpose>('pre-loan', 'pre-loan', 'in-loan', 'post-loan');
const detail = fc.constantFrom<Detail>('summary', 'score', 'detail');
const fetchType = fc.constantFrom<FetchType>('one-time', 'periodic');

const steps = {
  grant: fc.record({
    do: fc.constant('grant' as const),
    ...{ bank, product, purpose, detail, fetchType },
    items: fc.subarray(grantable, { minLength: 1 }),
    days: fc.integer({ min: 1, max: 4 }),
    perDay: fc.integer({ min: 1, max: 3 }),
  }),
  withdraw: fc.record({ do: fc.constant('withdraw' as const), which: fc.nat(6) }),
  pause: fc.record({ do: fc.constant('pause' as const), which: fc.nat(3), on: fc.boolean() }),
  read: fc.record({
    do: fc.constant('read' as const),
    ...{ bank, product, purpose, detail, fetchType },
    items: fc.subarray(readable, { minLength: 1, maxLength: 2 }),
    closed: fc.boolean(),
  }),
  wait: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 0, max: 2 }) }),
  stand: fc.record({ do: fc.constant('stand' as const), bank, good: fc.boolean() }),
};

/** Histories in which reads and grants are frequent; `tame` leaves out what only the domain can be told (closed matters). */
export const histories = (length: number) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: steps.grant },
      { weight: 2, arbitrary: steps.withdraw },
      { weight: 2, arbitrary: steps.pause },
      { weight: 9, arbitrary: steps.read },
      { weight: 2, arbitrary: steps.wait },
      { weight: 1, arbitrary: steps.stand },
    ),
    { minLength: 3, maxLength: length },
  ) as fc.Arbitrary<Step[]>;

type Given = Extract<Step, { do: 'grant' }> & {
  readonly at: number;
  readonly until: number;
  ended: boolean;
  paused: boolean;
  readonly reads: number[];
};
export type Answer = { readonly ok: boolean; readonly under: number | null };

const depth: readonly Detail[] = ['summary', 'score', 'detail'];
const has = (list: readonly string[], code: string) => list.includes(code);

/**
 * The reference: days are whole numbers, a consent is a line in a list, and a read is allowed when one line says yes to
 * every question. It shares no code with the gate.
 */
export class ConsentModel {
  readonly given: Given[] = [];
  private day = 0;
  private readonly good = [true, true];

  wait = (days: number): void => {
    this.day += days;
  };

  stand = (bankNo: 0 | 1, good: boolean): void => {
    this.good[bankNo] = good;
  };

  grant(step: Extract<Step, { do: 'grant' }>): number | null {
    if (!this.good[step.bank]) return null;
    if (step.purpose === 'post-loan' && step.fetchType === 'one-time') return null;
    for (const old of this.given)
      if (old.bank === step.bank && old.product === step.product && old.purpose === step.purpose)
        old.ended = true;
    this.given.push({
      ...step,
      at: this.day,
      until: this.day + step.days,
      ended: false,
      paused: false,
      reads: [],
    });
    return this.given.length - 1;
  }

  withdraw(which: number): boolean {
    const found = this.given[which];
    if (!found || found.ended || this.day >= found.until) return false;
    found.ended = true;
    return true;
  }

  pause(which: number, on: boolean): boolean {
    const found = this.given[which];
    if (!found || found.ended || this.day >= found.until || found.paused === on) return false;
    found.paused = on;
    return true;
  }

  read(step: Extract<Step, { do: 'read' }>): Answer {
    const under = this.given.findLastIndex((one) => this.allows(one, step));
    this.given[under]?.reads.push(this.day);
    return { ok: under >= 0, under: under >= 0 ? under : null };
  }

  private allows(one: Given, step: Extract<Step, { do: 'read' }>): boolean {
    const opened = (code: string) =>
      has(modelItems.public, code) || (has(one.items, code) && !has(modelItems.personal, code));
    const oneTime = one.fetchType === 'one-time';
    return [
      this.good[step.bank],
      one.bank === step.bank,
      one.purpose === step.purpose,
      one.product === null || one.product === step.product,
      !one.ended && !one.paused && this.day < one.until,
      !(oneTime && (step.fetchType === 'periodic' || step.closed)),
      depth.indexOf(step.detail) <= depth.indexOf(one.detail),
      step.items.every(opened),
      !step.items.some((code) => has(modelItems['verify-only'], code)),
      one.reads.filter((day) => day === this.day).length < one.perDay,
    ].every(Boolean);
  }
}
