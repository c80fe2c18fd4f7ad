/** One link of the chain 担保–再担保–国担–银行 and what part of a loss it bears (domain.md G14). */
export const chainParties = ['guarantor', 're-guarantor', 'national-fund', 'bank'] as const;
export type ChainParty = (typeof chainParties)[number];

/** The figures of guarantee and credit-guarantee insurance, as policy data: amounts in whole 万元, rates in ppm. */
export type GuaranteeRules = {
  readonly chain: readonly { readonly party: ChainParty; readonly sharePpm: number }[];
  /** The bank keeps at least so much of the risk, in principle. */
  readonly bankShareMinPpm: number;
  /** What the fund asks for its liability in a year, lower for small loans. */
  readonly fundFee: { readonly smallUpToWan: number; readonly smallPpm: number; readonly otherPpm: number };
  /** The average fee that borrowers pay stays below this. */
  readonly averageFeeAimPpm: number;
  /** Parts of the fund's business that go to SME and agriculture, and to loans up to the small amount. */
  readonly businessMix: { readonly smeAgriMinPpm: number; readonly smallMinPpm: number };
  /** 融资担保公司监督管理条例 15–16, in multiples and parts of net assets. */
  readonly limits: {
    readonly leverageTimes: number;
    readonly smeAgriLeverageTimes: number;
    /** The higher multiple holds where so much of the liability is for SME and agriculture. */
    readonly smeAgriFromPpm: number;
    readonly oneObligorPpm: number;
    readonly withAffiliatesPpm: number;
  };
  /** What the government pays a guarantor for guaranteed SME volume and for a fee below the usual one (notice 002 (十二)). */
  readonly guarantorSubsidy: {
    readonly volumePpm: number;
    readonly usualFeePpm: number;
    readonly feeGapPartPpm: number;
    /** The level of government that pays. */
    readonly payer: string;
  };
  /** Credit-guarantee insurance (信保). */
  readonly insurance: {
    readonly waitingDays: number;
    readonly shareMaxPpm: number;
    readonly premiumMaxPpm: number;
  };
};
