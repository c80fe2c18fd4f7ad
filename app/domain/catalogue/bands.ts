/**
 * The bands in which an item answers (domain.md row C1): part of the catalogue, the same for every recipient, so that nobody
 * chooses them to close in on a figure. `edges` rise; each begins a band, and what is below the first is a band too.
 * Amounts in fen, quantities in the item's unit, as digits.
 */
export type Bands = { readonly of: 'amount' | 'quantity'; readonly edges: readonly string[] };

/** The number of the band that a figure is in: how many edges it reaches. */
export const bandOf = ({ edges }: Bands, figure: bigint): number =>
  edges.filter((edge) => figure >= BigInt(edge)).length;

/** Where a band begins and where the next one does; null where it is open. */
export const boundsOf = ({ edges }: Bands, band: number): { from: string | null; below: string | null } => ({
  from: edges[band - 1] ?? null,
  below: edges[band] ?? null,
});

export const rises = ({ edges }: Bands): boolean =>
  edges.every((edge, i) => BigInt(edge) > (i === 0 ? 0n : BigInt(edges[i - 1] as string)));

/** The bands as one text, and back; null for any other text. */
export const bandsText = ({ of, edges }: Bands): string => `band ${of} ${edges.join(' ')}`;

export function readBands(text: string): Bands | null {
  const [, of, edges] = /^band (amount|quantity) ([\d ]+)$/.exec(text) ?? [];
  return of && edges ? { of: of as Bands['of'], edges: edges.split(' ') } : null;
}
