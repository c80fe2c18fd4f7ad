import { z } from 'zod';
import { ceilings } from '~/domain/catalogue/ceiling.ts';
import type { ItemContent } from '~/domain/catalogue/check-item.ts';
import { dataElements } from '~/domain/catalogue/data-element.ts';
import { itemModes, levels, sensitivities } from '~/domain/catalogue/item.ts';
import { dayField } from '~/server/http/fields.ts';

const text = (most: number) => z.string('form.required').trim().min(1, 'form.required').max(most);
const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, 'form.choice');
const blank = (typed: unknown) => (typed === '' ? undefined : typed);
const maybe = <S extends z.ZodType>(schema: S) => z.preprocess(blank, schema.optional());
const whole = z.coerce.number('form.required').int();

export const itemCode = z
  .string('form.required')
  .trim()
  .regex(/^[a-z][a-z0-9-]{1,30}\.[a-z][a-z0-9-]{1,40}$/, 'catalogue.code-form');

export const quantityUnits = [
  'count',
  'person',
  'month',
  'day',
  'head',
  'm2',
  'm3',
  'mu',
  'kwh',
  'ppm',
] as const;

const category = /^([a-z0-9][a-z0-9-]{0,40})\s*[|｜]\s*([^|｜]{1,60}?)\s*[|｜]\s*([^|｜]{1,80})$/;

/** One category a line: `code | 中文 | English`. */
const categoriesField = z
  .string()
  .optional()
  .transform((typed, context) => {
    const lines = (typed ?? '').split('\n').map((line) => line.trim());
    return lines.filter(Boolean).flatMap((line) => {
      const [, code, zh, en] = category.exec(line) ?? [];
      if (code && zh && en) return [{ code, zh, en }];
      context.addIssue({ code: 'custom', message: 'catalogue.category-form' });
      return [];
    });
  });

/** Where bands begin: whole yuan or units, parted by commas or blanks. */
const edgesField = z
  .string()
  .optional()
  .transform((typed, context) => {
    const edges = (typed ?? '').split(/[\s,，、;；]+/).filter(Boolean);
    if (edges.length <= 10 && edges.every((edge) => /^\d{1,12}$/.test(edge)))
      return edges.map((edge) => String(BigInt(edge)));
    context.addIssue({ code: 'custom', message: 'catalogue.bands-form' });
    return [];
  });

const someOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
    z.array(z.enum(values)),
  );

/** Everything that a version of an item says, as its form sends it. */
export const draftForm = z.object({
  provider: z.uuid('form.choice'),
  nameZh: text(60),
  nameEn: text(100),
  classCode: z
    .string('form.required')
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,30}$/, 'catalogue.class-form'),
  classZh: text(40),
  classEn: text(60),
  subject: choice(['enterprise', 'natural-person']),
  mode: choice(itemModes),
  sensitivity: choice(sensitivities),
  ceiling: choice(ceilings),
  level: choice(levels),
  period: choice(['event', 'monthly', 'quarterly', 'yearly']),
  freshDays: whole.min(1).max(800),
  polarity: choice(['positive', 'negative', 'neutral']),
  lasting: choice(['yes', 'no']),
  amountZh: maybe(text(60)),
  amountEn: maybe(text(80)),
  amountSigned: z.preprocess(blank, choice(['yes', 'no']).default('no')),
  unit: maybe(choice(quantityUnits)),
  quantityZh: maybe(text(60)),
  quantityEn: maybe(text(80)),
  categories: categoriesField,
  bandsOf: maybe(choice(['amount', 'quantity'])),
  bandEdges: edgesField,
  answers: someOf(dataElements),
  retentionYears: maybe(whole.min(1).max(50)),
  retentionStart: maybe(choice(['end', 'determination'])),
  validFrom: dayField,
  validTo: maybe(dayField),
  legalBasis: text(300),
  legalBasisEn: text(500),
  note: text(500),
});
export type DraftForm = z.output<typeof draftForm>;

/** Bands of amounts are typed in yuan and kept in fen. */
const bandsOf = ({ bandsOf: of = 'amount', bandEdges }: DraftForm): ItemContent['bands'] =>
  bandEdges.length === 0
    ? null
    : {
        of,
        edges: bandEdges.map((edge) => (of === 'amount' ? String(BigInt(edge) * 100n) : edge)),
      };

/** The item that a form describes. */
export const contentOfForm = (code: string, form: DraftForm): ItemContent => ({
  code,
  name: { zh: form.nameZh, en: form.nameEn },
  classCode: form.classCode,
  className: { zh: form.classZh, en: form.classEn },
  subject: form.subject,
  mode: form.mode,
  sensitivity: form.sensitivity,
  ceiling: form.ceiling,
  level: form.level,
  period: form.period,
  freshDays: form.freshDays,
  polarity: form.polarity,
  lasting: form.lasting === 'yes',
  amount:
    form.amountZh && form.amountEn
      ? { zh: form.amountZh, en: form.amountEn, signed: form.amountSigned === 'yes' }
      : null,
  quantity:
    form.unit && form.quantityZh && form.quantityEn
      ? { unit: form.unit, zh: form.quantityZh, en: form.quantityEn }
      : null,
  categories: form.categories,
  bands: bandsOf(form),
  answers: form.answers,
  retentionYears: form.retentionYears ?? null,
  retentionStart: form.retentionStart ?? null,
});

export const itemParams = z.object({ code: itemCode });
export const itemDraftParams = z.object({ id: z.uuid() });
export const startForm = z.object({ version: z.coerce.number().int().min(1) });
export const newItemForm = z.object({ code: itemCode, provider: z.uuid('form.choice') });
export const returnForm = z.object({ remark: text(500) });
export const nothingForm = z.object({});
