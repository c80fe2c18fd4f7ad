import { z } from 'zod';
import { afterField } from '~/routes/after-query.ts';
import { mostAssignedCases } from '~/server/monitoring/assign-cases.ts';
import { type CaseTab, caseSorts, caseTabs } from '~/server/monitoring/store-case-list.ts';

/** Tab and page of an alert list as they stand in the address. */
export const alertQuery = z.object({
  state: z.enum(['live', 'closed']).default('live'),
  page: z.coerce.number().int().min(0).max(10_000).default(0),
});

export const alertParams = z.object({ id: z.uuid() });

/** What a person writes into a case. */
export const caseText = z.string().trim().min(2).max(2000);

/** A filter that is left out, or left empty in its form. */
const narrow = <S extends z.ZodType>(schema: S) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional());

const caseFields = (first: CaseTab) =>
  z.object({
    state: z.enum(caseTabs).default(first),
    sort: z.enum(caseSorts).default('urgency'),
    find: narrow(z.string().trim().max(60)),
    severity: narrow(z.enum(['red', 'orange', 'yellow'])),
    signal: narrow(z.string().regex(/^[a-z0-9-]{1,40}$/)),
    owner: narrow(z.uuid()),
    region: narrow(z.string().regex(/^\d{2,6}$/)),
    month: narrow(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
    after: afterField.nullable().default(null),
  });

/** A list of cases as it stands in the address; what cannot be read there narrows nothing and is named in `unread`. */
export const caseQuery = (first: CaseTab) =>
  z.record(z.string(), z.unknown()).transform((typed) => {
    const fields = caseFields(first);
    const issues = fields.safeParse(typed).error?.issues ?? [];
    const unread = [...new Set(issues.map(({ path }) => String(path[0])))];
    const readable = Object.entries(typed).filter(([name]) => !unread.includes(name));
    const { state, region, ...rest } = fields.parse(Object.fromEntries(readable));
    return { ...rest, tab: state, region: region?.replace(/(00)+$/, ''), unread };
  });

/** Cases that were ticked in a list. */
export const caseIds = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : Array.isArray(typed) ? typed : [typed]),
  z.array(z.uuid()).max(mostAssignedCases),
);

/** The address of the list that a command was sent from, with its filter. */
export function listAddress(request: Request, base: string): string {
  const kept = new URL(request.url).searchParams;
  for (const own of ['_data', 'index', 'after']) kept.delete(own);
  return kept.size > 0 ? `${base}?${kept}` : base;
}
