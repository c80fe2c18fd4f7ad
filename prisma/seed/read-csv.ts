import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The rows of a reference table in `prisma/seed/reference`, by column name. */
export const readReference = (file: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`./reference/${file}`, import.meta.url)), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
  });
