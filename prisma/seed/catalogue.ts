import { institutionId } from '#prisma/seed/institutions.ts';
import { itemWords, type Meaning, meaningSchema } from '~/server/catalogue/item-data.ts';
import type { Tx } from '~/server/db/client.ts';
import catalogue from './catalogue/items.json' with { type: 'json' };

type Entry = (typeof catalogue.items)[number];

/** The catalogue of items in its first version, each with its provider; needs the providers. Repeating it adds nothing. */
export async function seedCatalogue(tx: Tx): Promise<void> {
  const data = catalogue.items.map((entry) => ({
    code: entry.code,
    version: 1,
    providerId: institutionId(entry.provider),
    classCode: entry.class,
    nameZh: entry.zh,
    nameEn: entry.en,
    ...itemWords.omit({ ceiling: true }).parse({ ...entry, subject: entry.subject.replace('_', '-') }),
    ceiling: onlyAnswers(entry) ? 'yes-no' : 'raw',
    legalBasis: catalogue.legalBasis.zh,
    legalBasisEn: catalogue.legalBasis.en,
    freshDays: entry.freshDays,
    meaning: meaningOf(entry),
    retentionYears: entry.retentionYears,
    validFrom: new Date(`${catalogue.validFrom}T00:00:00Z`),
  }));
  await tx.catalogueItem.createMany({ data, skipDuplicates: true });
}

/** What is only verified never leaves its source as a record. */
const onlyAnswers = ({ mode, sensitivity }: Entry): boolean =>
  mode === 'verify' || sensitivity === 'verify-only';

const meaningOf = (entry: Entry): Meaning =>
  meaningSchema.parse({ ...entry, className: { zh: entry.classZh, en: entry.classEn } });
