/** A firm in default: with a loan overdue for ninety days or written off, or published as dishonest. */
export type Default = { readonly id: string; readonly overdue: boolean; readonly listed: boolean };

type Found = readonly { readonly id: string }[];

/** Both findings of each firm that has one, in the order of the firms. */
export function inDefault(firms: readonly string[], overdue: Found, listed: Found): Default[] {
  const late = new Set(overdue.map(({ id }) => id));
  const named = new Set(listed.map(({ id }) => id));
  return firms
    .map((id) => ({ id, overdue: late.has(id), listed: named.has(id) }))
    .filter((each) => each.overdue || each.listed);
}
