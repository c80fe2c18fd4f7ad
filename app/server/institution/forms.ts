import { z } from 'zod';
import { institutionKinds } from '~/domain/institution/role-offer.ts';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { uploads } from '~/server/http/fields.ts';

const lastDay = z
  .string()
  .optional()
  .transform((typed, context): Day | null => {
    const day = typed ? parseDay(typed) : null;
    if (typed && day === null) context.addIssue('institution.day-unreadable');
    return day;
  });

const [first, ...others] = institutionKinds.filter((kind) => kind !== 'platform');
export const joiningKinds = [first ?? 'bank', ...others] as const;

/** A new institution with its first person. */
export const admitForm = z.object({
  kind: z.enum(joiningKinds),
  code: z
    .string('institution.code-form')
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9-]{2,40}$/, 'institution.code-form'),
  nameZh: z.string('institution.name-missing').trim().min(2, 'institution.name-missing').max(60),
  nameEn: z.string('institution.name-en-missing').trim().min(2, 'institution.name-en-missing').max(100),
  contact: z.string('institution.contact-missing').trim().min(5, 'institution.contact-missing').max(120),
  firstPerson: z.string('access.name-missing').trim().max(40),
});

const written = z.string().trim().max(120).optional();

/** Until when, the evidence (all of it or none, which only institutions without an assessment may leave out) and its files. */
export const assessmentForm = z
  .object({ until: lastDay, assessedOn: lastDay, assessor: written, reportNo: written, files: uploads })
  .transform(({ until, assessedOn, assessor, reportNo, files }, context) => {
    const evidence = assessedOn && assessor && reportNo ? { assessedOn, assessor, reportNo } : null;
    const field = !assessedOn ? 'assessedOn' : !assessor ? 'assessor' : 'reportNo';
    if (evidence === null && (assessedOn || assessor || reportNo))
      context.addIssue({ code: 'custom', message: 'institution.evidence-missing', path: [field] });
    return { assessed: { until, evidence }, files };
  });

/** Files for an assessment that is on record. */
export const evidenceForm = z.object({ assessment: z.uuid(), files: uploads });

export const suspendForm = z.object({
  reason: z.string('institution.reason-missing').trim().min(5, 'institution.reason-missing').max(300),
});

/** Codes of lists of lenders, in a row; empty for none. */
export const lenderListsForm = z.object({
  lists: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,，、;；]+/).filter((code) => code !== ''))
    .pipe(z.array(z.string().regex(/^[a-z0-9-]{1,40}$/, 'institution.list-form')).max(20)),
});

export const firstPersonForm = z.object({ name: z.string('access.name-missing').trim().max(40) });

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((v) => (v === '' ? undefined : v), schema.optional());

/** Filters and order of the list as they stand in the address. */
export const institutionsQuery = z.object({
  kind: blank(z.enum(institutionKinds)),
  standing: blank(z.enum(['good', 'not-admitted', 'suspended', 'assessment-expired', 'ending-soon'])),
  text: blank(z.string().trim().max(60)),
  sort: z.enum(['name', 'kind', 'until', 'people']).catch('kind').default('kind'),
  dir: z.enum(['asc', 'desc']).catch('asc').default('asc'),
});
export type InstitutionsQuery = z.output<typeof institutionsQuery>;
