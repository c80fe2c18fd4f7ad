import type { CardParts } from '~/domain/score/card-part.ts';
import { explainRule, explainStatistical } from '~/domain/score/explain-card.ts';
import type { AnyCard } from '~/domain/score/export-card.ts';
import { type FirmFeatures, inputOf } from './firm-card.ts';

/** What a card of either kind says of a firm, part by part; the parts add up to its score exactly. */
export const explainFirm = (any: AnyCard, firm: FirmFeatures): CardParts =>
  any.kind === 'rule' ? explainRule(any.card, firm) : explainStatistical(any.card, inputOf(any.card, firm));
