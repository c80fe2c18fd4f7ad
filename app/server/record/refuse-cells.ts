import { mostColumns } from '~/server/record/delivery-limits.ts';
import { DeliveryRefused } from '~/server/record/delivery-refused.ts';

/** Refuses a table with more columns than any item has use for. */
export function refuseWide(columns: number): void {
  if (columns > mostColumns)
    throw new DeliveryRefused({ code: 'record.too-many-columns', found: columns, limit: mostColumns });
}

/**
 * Refuses a cell that no database takes: with a zero character, or with half of a character that takes two. Files in an
 * encoding cannot hold them; escapes of JSON and XML can.
 */
export function refuseUnusable(cell: string, row: number): void {
  if (cell.includes('\0') || /\p{Surrogate}/u.test(cell))
    throw new DeliveryRefused({ code: 'record.character-unusable', row });
}
