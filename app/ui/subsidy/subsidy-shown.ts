/** What pages show of a subsidised loan under one scheme; amounts are fen as digit strings. */
export type PositionShown = {
  readonly key: string;
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly schemeZh: string;
  readonly schemeEn: string;
  readonly state: string;
  readonly balanceFen: string;
  readonly eligiblePpm: number;
  readonly refused: boolean;
  readonly paidFen: string;
  readonly demandedFen: string;
  readonly returnedFen: string;
  readonly latest: LatestShown | null;
};

export type LatestShown = {
  readonly quarter: string;
  readonly fullFen: string;
  readonly amountFen: string;
  readonly isPaid: boolean;
  readonly deductions: readonly DeductionShown[];
};

export type DeductionShown = { readonly code: string; readonly amountFen: string };

export type ReclaimShown = {
  readonly id: string;
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly cause: string;
  readonly misuseOn: string;
  readonly scope: string;
  readonly note: string;
  readonly state: string;
  readonly reporter: string | null;
  readonly decider: string | null;
  readonly dueOn: string | null;
  readonly demandedFen: string;
  readonly returnedFen: string;
};
