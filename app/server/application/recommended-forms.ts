import { z } from 'zod';
import { standardNames } from '~/domain/application/standards.ts';
import { nominationFilters } from '~/server/application/list-nominations.ts';

export const nominationQuery = z.object({
  show: z.enum(nominationFilters).catch('all').default('all'),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});

const words = (missing: string) => z.string(missing).trim().min(1, missing).max(400);

export const NominateForm = z.object({
  uscc: z
    .string('need.code-missing')
    .trim()
    .min(1, 'need.code-missing')
    .max(18)
    .transform((code) => code.toUpperCase()),
  reason: words('need.reason-missing'),
});

export const ListForm = z.object({
  id: z.uuid(),
  vouched: z.array(z.enum(standardNames)).default([]),
  note: words('need.note-missing'),
});

export const RefuseForm = z.object({ id: z.uuid(), note: words('need.note-missing') });
