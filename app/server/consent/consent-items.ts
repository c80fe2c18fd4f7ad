import { isPersonal } from '~/domain/consent/artefact.ts';
import { usualItems } from '~/domain/consent/usual-items.ts';
import { clock } from '~/server/clock.ts';
import { type CatalogueRow, catalogueToday } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';

const lineOf = ({ code, classCode, className, nameZh, nameEn, provider, sensitivity }: CatalogueRow) => ({
  code,
  classCode,
  className,
  nameZh,
  nameEn,
  provider,
  sensitivity,
});

/** The catalogue as a consent divides it: what the firm may open, what is public anyway, what only a person can open. */
export async function consentItems(tx: Tx) {
  const catalogue = await catalogueToday(tx, clock.today());
  return {
    open: usualFirst(catalogue.filter((item) => !isPersonal(item) && item.sensitivity !== 'public')).map(
      lineOf,
    ),
    publicCount: catalogue.filter((item) => item.sensitivity === 'public').length,
    personal: catalogue.filter(isPersonal).map(lineOf),
  };
}

/** Classes that hold what banks usually need come first; otherwise the catalogue's own order stays. */
function usualFirst(items: readonly CatalogueRow[]): CatalogueRow[] {
  const usual = new Set(items.filter((item) => usualItems.includes(item.code)).map((item) => item.classCode));
  const isUsual = (item: CatalogueRow) => Number(usual.has(item.classCode));
  return [...items].sort((a, b) => isUsual(b) - isUsual(a));
}

export type ConsentItems = Awaited<ReturnType<typeof consentItems>>;
