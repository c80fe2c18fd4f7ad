import type { ItemRefusal } from '~/domain/catalogue/check-item.ts';

/** Why nothing was done with a draft of an item. */
export type DraftRefusal =
  | {
      readonly code:
        | 'catalogue.not-found'
        | 'catalogue.draft-open'
        | 'catalogue.not-a-draft'
        | 'catalogue.not-in-review'
        | 'catalogue.not-the-maker'
        | 'catalogue.own-draft'
        | 'catalogue.dates-order'
        | 'catalogue.provider-unknown'
        | 'catalogue.code-taken';
      readonly field?: string;
    }
  | ItemRefusal;
