/** Who a person is to the firm; the law and not the firm decides that each consents alone (domain.md row B6). */
export const relations = ['legal-representative', 'owner', 'spouse', 'co-borrower'] as const;
export type Relation = (typeof relations)[number];

/** What a person may be asked to agree to; a new purpose needs a new consent. */
export const personPurposes = ['pre-loan', 'post-loan', 'renewal'] as const;
export type PersonPurpose = (typeof personPurposes)[number];
