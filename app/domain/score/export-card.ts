import type { Card } from './card.ts';
import { exportRulePmml } from './rule/export-rule-pmml.ts';
import { exportRuleSql } from './rule/export-rule-sql.ts';
import { ruleText, sealRule } from './rule/sealed-rule.ts';
import { type StatisticalCard, statisticalCardHash } from './statistical/card.ts';
import { exportPmml } from './statistical/export-pmml.ts';
import { exportSql } from './statistical/export-sql.ts';
import { cardText, type Seal, sealCard } from './statistical/sealed.ts';

/** A card of either kind. */
export type AnyCard =
  | { readonly kind: 'statistical'; readonly card: StatisticalCard }
  | { readonly kind: 'rule'; readonly card: Card };

/** The forms in which a card travels. */
export const cardForms = ['json', 'sql', 'pmml'] as const;
export type CardForm = (typeof cardForms)[number];

/**
 * The text of a card as signed JSON with its golden vectors, as a query over `table`, or as PMML: all three score alike.
 * `sign` gets the hash of what is written and answers null where there is no key.
 */
export function exportCardAs(
  any: AnyCard,
  form: CardForm,
  { table, sign }: { readonly table: string; readonly sign: (hash: string) => Seal | null },
): string {
  if (any.kind === 'rule') {
    if (form === 'sql') return exportRuleSql(any.card, table);
    return form === 'pmml' ? exportRulePmml(any.card) : ruleText(sealRule(any.card, sign));
  }
  const hash = statisticalCardHash(any.card);
  if (form === 'sql') return exportSql(any.card, hash, table);
  return form === 'pmml' ? exportPmml(any.card, hash) : cardText(sealCard(any.card, sign(hash)));
}
