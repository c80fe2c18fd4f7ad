/**
 * The same reader, but a text that was read before is not read again: in a delivery few dates, firms and categories
 * stand for many rows. At most so many answers are kept; then it starts over.
 */
export function remember<T>(read: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}
