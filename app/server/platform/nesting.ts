/** Levels of lists and objects that JSON from outside may have; no interface of ours needs more than five. */
export const deepestJson = 32;

/** Whether JSON nests deeper than `limit`, told from its text alone, before anything is built of it. Brackets in strings do not count. */
export function isNestedBeyond(text: string, limit: number = deepestJson): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at);
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > limit) return true;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return false;
}

/** Where the string that opens at `from` ends; the end of the text when it does not. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
