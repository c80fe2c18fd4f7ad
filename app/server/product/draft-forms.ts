import { z } from 'zod';
import { fen, parseYuan } from '~/domain/kernel/money.ts';
import type { Atom, Rule } from '~/domain/product/predicate.ts';
import {
  choiceQuestions,
  codeQuestions,
  numberQuestions,
  plainQuestions,
  questions,
} from '~/domain/product/question.ts';
import type { RateRule } from '~/domain/product/rate-rule.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { templateNames } from '~/domain/product/templates.ts';
import {
  collaterals,
  firmKinds,
  gradeLadder,
  purposes,
  segments,
  sizeClasses,
  titles,
  zones,
} from '~/domain/product/vocabulary.ts';
import { dayField } from '~/server/http/fields.ts';

export const productDraftParams = z.object({ id: z.uuid() });
export const nothingForm = z.object({});
export const startForm = z.object({ template: z.enum(templateNames, 'form.choice') });
export const nextVersionForm = z.object({ product: z.uuid() });
export const returnForm = z.object({
  reason: z.string('form.required').trim().min(2, 'form.required').max(500),
});

const text = (most: number) => z.string('form.required').trim().min(2, 'form.required').max(most);
const optional = <T extends z.ZodType>(field: T) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), field.optional()).transform((v) => v ?? null);

/** An amount in 万元 as fen in digits. */
const wanField = z.string().transform((typed, context) => {
  const read = parseYuan(`${typed.trim()}万`);
  if (read !== null && read > 0n) return String(fen(read));
  context.addIssue({ code: 'custom', message: 'form.amount' });
  return z.NEVER;
});

/** A percentage with at most four digits behind the point, as ppm. */
const percentField = z.string('form.required').transform((typed, context) => {
  if (/^-?\d{1,2}(\.\d{1,4})?$/.test(typed.trim())) return Math.round(Number(typed) * 10_000);
  context.addIssue({ code: 'custom', message: 'product.percent' });
  return z.NEVER;
});
const months = z.coerce
  .number('product.months')
  .int('product.months')
  .min(1, 'product.months')
  .max(360, 'product.months');

/** One or more of a list; a form sends one box as a text and several as a list. */
const someOf = <T extends readonly [string, ...string[]]>(of: T) =>
  z.preprocess(
    (typed) => (typed === undefined ? [] : Array.isArray(typed) ? typed : [typed]),
    z.array(z.enum(of)),
  );

export const rateKinds = ['fixed', 'range', 'lpr-1y', 'lpr-5y'] as const;

/** The terms of a version as the form sends them. */
export const termsForm = z
  .object({
    nameZh: text(60),
    nameEn: text(80),
    segment: z.enum(segments, 'form.choice'),
    zones: someOf(zones),
    minFen: optional(wanField),
    maxFen: optional(wanField),
    minTermMonths: optional(months),
    maxTermMonths: optional(months),
    rateKind: z.enum(rateKinds, 'form.choice'),
    rateLow: percentField,
    rateHigh: optional(percentField),
    feePpm: percentField,
    guaranteeFeePpm: percentField,
    methods: someOf(repaymentMethods),
    collateral: someOf(collaterals),
    purposes: someOf(purposes),
    quotaFen: optional(wanField),
    validTo: optional(dayField),
    eligibilityText: optional(z.string().trim().max(1000)),
    effectiveFrom: dayField,
    note: text(500),
  })
  .transform(({ rateKind, rateLow, rateHigh, effectiveFrom, note, ...terms }) => ({
    terms: { ...terms, rateRule: rateRuleOf(rateKind, rateLow, rateHigh) },
    effectiveFrom,
    note,
  }));

function rateRuleOf(kind: (typeof rateKinds)[number], low: number, high: number | null): RateRule {
  switch (kind) {
    case 'fixed':
      return { kind: 'fixed', ppm: low };
    case 'range':
      return { kind: 'range', lowest: low, highest: high };
    default: {
      const tenor = kind === 'lpr-1y' ? '1y' : '5y';
      return { kind: 'lpr-spread', tenor, spread: low, ...(high !== null && { highest: high }) };
    }
  }
}

/** Which question the page shows fields for. */
export const questionQuery = z.object({ add: z.enum(questions).optional().catch(undefined) });

const moneyFigures: readonly string[] = ['revenue', 'assets'];
const conditionFields = z.object({
  question: z.enum(questions, 'form.choice'),
  /** A line that this is another way to meet; empty for a line of its own. */
  insteadOf: z.preprocess((v) => (v === '' ? undefined : v), z.coerce.number().int().min(0).optional()),
  negated: z.string().optional(),
  low: z.string().trim().max(20).optional(),
  high: z.string().trim().max(20).optional(),
  feature: z.string().max(80).optional(),
  choice: z.preprocess(
    (v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]),
    z.array(z.string().max(40)),
  ),
  codes: z.string().max(400).optional(),
  zh: z.string().trim().max(200).optional(),
  en: z.string().trim().max(300).optional(),
});
type Fields = z.output<typeof conditionFields>;

/** A condition as it is added: the question with its sign, and the line it is an alternative to. */
export const conditionForm = conditionFields.transform((fields, context) => {
  const atom = atomOf(fields, (path, message) => context.addIssue({ code: 'custom', path: [path], message }));
  if (!atom) return z.NEVER;
  const rule: Rule = fields.negated ? { kind: 'not', rule: atom } : atom;
  return { rule, insteadOf: fields.insteadOf ?? null };
});

type Complain = (path: string, message: string) => void;

function atomOf(fields: Fields, complain: Complain): Atom | null {
  const { question } = fields;
  if (oneOf(plainQuestions, question)) return { kind: question };
  if (oneOf(numberQuestions, question)) return numberAtom(question, fields, complain);
  if (oneOf(codeQuestions, question)) return codeAtom(question, fields, complain);
  if (oneOf(choiceQuestions, question)) return choiceAtom(question, fields, complain);
  if (fields.zh && fields.en) return { kind: 'ask', zh: fields.zh, en: fields.en };
  complain(fields.zh ? 'en' : 'zh', 'form.required');
  return null;
}

const oneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

function numberAtom(
  question: (typeof numberQuestions)[number],
  { low, high, feature }: Fields,
  complain: Complain,
): Atom | null {
  const scale = moneyFigures.includes(question) ? 1_000_000 : question === 'points' ? 1_000 : 1;
  const read = (typed: string | undefined, path: string): number | undefined | null => {
    if (!typed) return undefined;
    if (/^\d{1,9}(\.\d{1,2})?$/.test(typed)) return Math.round(Number(typed) * scale);
    complain(path, 'product.number');
    return null;
  };
  const [atLeast, atMost] = [read(low, 'low'), read(high, 'high')];
  if (atLeast === null || atMost === null) return null;
  if (atLeast === undefined && atMost === undefined) {
    complain('low', 'product.bound-missing');
    return null;
  }
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    complain('high', 'product.bounds-order');
    return null;
  }
  const bounds = { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) };
  if (question === 'age' || question === 'points') return { kind: question, ...bounds };
  if (question !== 'feature') return { kind: 'figure', of: question, ...bounds };
  if (feature) return { kind: 'feature', code: feature, ...bounds };
  complain('feature', 'form.choice');
  return null;
}

function codeAtom(
  question: (typeof codeQuestions)[number],
  { codes }: Fields,
  complain: Complain,
): Atom | null {
  const typed = (codes ?? '').split(/[\s,，、]+/).filter((code) => code !== '');
  const shape = question === 'region' ? /^\d{2,6}$/ : /^([A-T]|\d{2,4})$/;
  if (typed.length > 0 && typed.every((code) => shape.test(code))) return { kind: question, in: typed };
  complain('codes', question === 'region' ? 'product.region-codes' : 'product.industry-codes');
  return null;
}

const choices = { 'firm-kind': firmKinds, size: sizeClasses, title: titles } as const;

function choiceAtom(
  question: (typeof choiceQuestions)[number],
  { choice }: Fields,
  complain: Complain,
): Atom | null {
  if (question === 'grade') {
    const [grade] = choice;
    if (grade && oneOf(gradeLadder, grade)) return { kind: 'grade', atLeast: grade };
  } else {
    const list: readonly string[] = choices[question];
    const known = choice.filter((value) => list.includes(value)) as never[];
    if (known.length > 0)
      return question === 'title' ? { kind: 'title', anyOf: known } : { kind: question, in: known };
  }
  complain('choice', 'form.choice');
  return null;
}

export const placeForm = z.object({ place: z.coerce.number().int().min(0).max(200) });
