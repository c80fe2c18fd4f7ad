import { z } from 'zod';
import { dimensions } from '~/domain/feature/definition.ts';
import { grades } from '~/domain/score/card.ts';
import { spreadKinds } from '~/domain/score/percentile.ts';

export const reportFormat = 'xinqiao-report/1';

/** Who a report is for. The firm's own tells who asked about it; a bank's tells of no other bank. */
export const audiences = ['firm', 'bank', 'platform'] as const;
export type Audience = (typeof audiences)[number];

const named = z.object({ zh: z.string(), en: z.string() });
const text = z.string().max(2_000);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const milli = z.int();

const line = z.object({
  feature: text,
  name: named,
  dimension: z.enum(dimensions),
  /** The value in words; null when it is unknown or was not opened to the reader. */
  value: named.nullable(),
  points: milli,
  max: milli,
  neutral: milli,
});

const score = z.object({
  sheetId: z.uuid(),
  scope: z.enum(['public', 'full']),
  cardVersion: text,
  asOf: day,
  madeAt: text,
  /** Milli-points of 1,000,000; null when information is insufficient. */
  milliPoints: milli.nullable(),
  grade: z.enum(grades).nullable(),
  coveragePpm: milli,
  veto: named.nullable(),
  dimensions: z.array(
    z.object({ code: z.enum(dimensions), points: milli.nullable(), max: milli, coveragePpm: milli }),
  ),
  reasons: z.array(z.object({ what: named, fix: named })),
  lines: z.array(line),
});

const placement = z.object({
  kind: z.enum(spreadKinds),
  name: named.nullable(),
  firms: z.int(),
  least: z.int().exactOptional(),
  aheadPercent: z.int(),
  asOf: day,
});

const holding = z.object({
  item: text,
  name: named,
  provider: named,
  isPublic: z.boolean(),
  records: z.int(),
  first: day.nullable(),
  last: day.nullable(),
  knownOn: day,
});

const query = z.object({
  at: text,
  by: named,
  what: named,
  purpose: text.nullable(),
  refused: z.boolean(),
});

/** The body of a credit report as it is hashed and signed: whole numbers and texts, in both languages. */
export const reportSchema = z.object({
  format: z.literal(reportFormat),
  id: z.uuid(),
  madeAt: text,
  audience: z.enum(audiences),
  recipient: named.nullable(),
  firm: z.object({
    name: text,
    uscc: text.nullable(),
    kind: z.enum(['company', 'sole-trader']),
    status: text,
    region: text.nullable(),
    industry: named.nullable(),
    establishedOn: day.nullable(),
  }),
  score: score.nullable(),
  /** Where the public score stands among others; reports of before do not say. */
  placements: z.array(placement).exactOptional(),
  holdings: z.array(holding),
  /** Objections that the firm has raised and nobody has answered yet. */
  objections: z.array(z.object({ name: named, openedOn: day })),
  queries: z.object({ total: z.int(), listed: z.array(query) }),
  consent: z.object({ id: z.uuid(), hash: text, validTo: text }).nullable(),
  /** The public page that says whether consent and score still hold, below the platform's address. */
  verifyPath: text,
});

export type ReportBody = z.output<typeof reportSchema>;
export type ReportScore = NonNullable<ReportBody['score']>;
