import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** A unified social credit code (统一社会信用代码): 18 characters of its alphabet, normalised. */
export type Uscc = string & { readonly __uscc: unique symbol };

/**
 * What a registrar should look at; none of these refuses a code, because lawful codes have each of them:
 * early pilot codes (`M0001…`) fail the check digit, 3.7 % of real codes carry a region outside GB/T 2260.
 */
export type UsccWarning =
  | 'check-digit'
  | 'legacy-pilot-code'
  | 'organisation-code'
  | 'unknown-region'
  | 'abolished-region';

export type ReadUscc = {
  readonly uscc: Uscc;
  /** 登记管理部门: 9 is market regulation. */
  readonly authority: string;
  readonly entityClass: string;
  readonly regionCode: string;
  /** GB 11714 organisation code, 8 characters and its check character. */
  readonly organisationCode: string;
  readonly kind: 'company' | 'sole-trader';
  readonly warnings: readonly UsccWarning[];
};

export type UsccRefusal =
  | { readonly code: 'enterprise.uscc-length'; readonly length: number }
  | { readonly code: 'enterprise.uscc-alphabet'; readonly characters: string };

/** How GB/T 2260 and the list of codes seen outside it know a region code; null when nobody does. */
export type RegionStanding = (code: string) => 'current' | 'abolished' | 'outside' | null;

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const weighted = (text: string, values: string, by: readonly number[]): number =>
  by.reduce((sum, weight, i) => sum + weight * values.indexOf(text.charAt(i)), 0);

/** The 18th character for the first 17 (GB 32100-2015). */
export const checkDigit = (first17: string): string =>
  alphabet.charAt((31 - (weighted(first17, alphabet, weights) % 31)) % 31);

/** The ninth character of an organisation code for its first eight (GB 11714-1997). */
export function organisationCheck(first8: string): string {
  const check = 11 - (weighted(first8, organisationAlphabet, organisationWeights) % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** As people type it: full-width characters become half-width, spaces and hyphens go, letters become capitals. */
export const normaliseUscc = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff-]/g, '')
    .toUpperCase();

function warningsOf(uscc: string, standing: RegionStanding): UsccWarning[] {
  const organisation = uscc.slice(8, 17);
  const checkFails = checkDigit(uscc.slice(0, 17)) !== uscc.charAt(17);
  const region = standing(uscc.slice(2, 8));
  const found: (UsccWarning | false)[] = [
    checkFails && 'check-digit',
    checkFails && organisation.startsWith('M0001') && 'legacy-pilot-code',
    organisationCheck(organisation.slice(0, 8)) !== organisation.charAt(8) && 'organisation-code',
    region === null && 'unknown-region',
    region === 'abolished' && 'abolished-region',
  ];
  return found.filter((warning) => warning !== false);
}

/**
 * Reads a code as a person or provider wrote it (domain.md §2.1). Refused only when it cannot be a code:
 * not 18 characters, or characters outside the alphabet (I O S V Z and signs).
 */
export function readUscc(text: string, standing: RegionStanding): Result<ReadUscc, UsccRefusal> {
  const uscc = normaliseUscc(text);
  if (uscc.length !== 18) return refuse({ code: 'enterprise.uscc-length', length: uscc.length });
  const strange = [...new Set(uscc)].filter((c) => !alphabet.includes(c)).join('');
  if (strange) return refuse({ code: 'enterprise.uscc-alphabet', characters: strange });
  return accept({
    uscc: uscc as Uscc,
    authority: uscc.charAt(0),
    entityClass: uscc.charAt(1),
    regionCode: uscc.slice(2, 8),
    organisationCode: uscc.slice(8, 17),
    kind: uscc.startsWith('92') ? 'sole-trader' : 'company',
    warnings: warningsOf(uscc, standing),
  });
}

/** How many synthetic codes one region and class can have. */
export const syntheticSerials = 31 ** 4;

/**
 * A code that is valid under both check rules and recognisable as invented: its organisation part starts `MAXX`.
 * The serial runs from 0 to 923,520 (four characters of the alphabet).
 */
export function synthesiseUscc(of: {
  regionCode: string;
  serial: number;
  kind?: 'company' | 'sole-trader';
}): Uscc {
  if (!/^\d{6}$/.test(of.regionCode)) throw new RangeError(`not a region code: ${of.regionCode}`);
  if (!Number.isInteger(of.serial) || of.serial < 0 || of.serial >= syntheticSerials)
    throw new RangeError(`no synthetic code for serial ${of.serial}`);
  let rest = of.serial;
  let digits = '';
  for (let i = 0; i < 4; i += 1) {
    digits = alphabet.charAt(rest % 31) + digits;
    rest = Math.floor(rest / 31);
  }
  const body = `MAXX${digits}`;
  const first17 = `9${of.kind === 'sole-trader' ? '2' : '1'}${of.regionCode}${body}${organisationCheck(body)}`;
  return (first17 + checkDigit(first17)) as Uscc;
}
