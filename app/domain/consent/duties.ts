/** Days around a withdrawal: until the purge, before it to remind, after it to report. */
export type WithdrawalClocks = {
  readonly purgeWithinDays: number;
  readonly remindBeforeDays: number;
  readonly escalateAfterDays: number;
};

/** How long one kind of data is kept; `days` null is for good, with the basis that says so. */
export type RetentionRule = {
  readonly what: string;
  readonly days: number | null;
  readonly basis: string;
  /** The basis in English; a version of policy may lack it. */
  readonly basisEn?: string | undefined;
};

/** The clocks and limits of policy `personal-information`; where the law names none they are the platform's own. */
export type PrivacyDuties = {
  readonly withdrawal: WithdrawalClocks;
  /** From which share on an owner is asked for their own consent, and how many days the link to do so is good. */
  readonly persons: {
    readonly ownerSharePpm: number;
    readonly linkDays: number;
    /** Reports on oneself that are free by law each calendar year (征信业管理条例 17). */
    readonly freeReportsPerYear: number;
    /** Minutes for which a report stays open behind its link. */
    readonly reportOpenMinutes: number;
    /** Calendar days to answer a person's objection (征信业管理条例 25). */
    readonly objectionDays: number;
    /** Months after a refusal during which the same bank does not ask the person again for the purpose. */
    readonly refusalHoldsMonths: number;
  };
  /** Hours for a second person to confirm who somebody is, and days for which the link that follows is good. */
  readonly identities: { readonly decideWithinHours: number; readonly linkDays: number };
  /** The fewest people a figure about people may stand for (domain.md edge case 9). */
  readonly aggregates: { readonly leastPeople: number };
  /** Yes-or-no questions of one recipient about one subject a day, and about one item of it in 30 days. */
  readonly probing: {
    readonly perSubjectAndDay: number;
    readonly perItemAndMonth: number;
    /** Amounts asked between two others, of one item in 30 days. */
    readonly narrowingPerItemAndMonth: number;
  };
  readonly breakGlass: { readonly longestMinutes: number; readonly reviewWithinDays: number };
  readonly assessment: { readonly keepYears: number; readonly reviewMonths: number };
  /** Hours from the discovery of a breach (个人信息保护法 57 says "at once"). */
  readonly breach: {
    readonly assessHours: number;
    readonly authorityHours: number;
    readonly subjectsHours: number;
  };
  readonly retention: readonly RetentionRule[];
};
