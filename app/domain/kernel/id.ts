/** Ids are UUIDs, branded so that one kind is never passed for another. */
export type Id<Kind extends string> = string & { readonly __id: Kind };

export type EnterpriseId = Id<'enterprise'>;
export type InstitutionId = Id<'institution'>;
export type BranchId = Id<'branch'>;
export type UserId = Id<'user'>;
export type ConsentId = Id<'consent'>;
export type BatchId = Id<'batch'>;
export type FactId = Id<'fact'>;
export type ScoreSheetId = Id<'score-sheet'>;
export type ProductId = Id<'product'>;
export type NeedId = Id<'need'>;
export type ApplicationId = Id<'application'>;
export type OfferId = Id<'offer'>;
export type LoanId = Id<'loan'>;
export type AlertId = Id<'alert'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The branded id when the text is a lower-case UUID, else null: nothing else reaches a query. */
export const parseId = <Kind extends string>(text: string): Id<Kind> | null =>
  uuid.test(text) ? (text as Id<Kind>) : null;
