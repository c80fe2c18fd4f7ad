/** A table of firms and the column by which its rows are distributed. */
export type Keyed = { readonly name: string; readonly key: string };

/**
 * How a statement meets the shards. `routed`: the key has a value, so one shard answers. `colocated`: every table of
 * firms is joined on the key but no value is given, so all shards answer, each for itself. `keyless`: rows would have to
 * move between shards, or the statement cannot say which shard it means.
 */
export type Verdict = 'routed' | 'colocated' | 'keyless';

export type Judged = { readonly verdict: Verdict; readonly tables: readonly string[] };

type Mention = { readonly table: Keyed; readonly alias: string };

/** Judges the text of a statement whose parameters stand as `$1`; null when it touches no table of firms. */
export function judgeSql(sql: string, keyed: readonly Keyed[]): Judged | null {
  const text = sql.replace(/--.*$/gm, ' ').replace(/\$\d+/g, '$').replace(/\s+/g, ' ').toLowerCase();
  const inserts = insertsIn(text, keyed);
  const mentions = mentionsIn(text, keyed);
  if (mentions.length === 0 && inserts.length === 0) return null;
  const tables = [
    ...new Set([...inserts.map(({ name }) => name), ...mentions.map(({ table }) => table.name)]),
  ];
  if (inserts.some(({ isKeyed }) => !isKeyed)) return { verdict: 'keyless', tables };
  return { verdict: judgeMentions(text, mentions, inserts.length > 0), tables };
}

function judgeMentions(text: string, mentions: readonly Mention[], hasInsert: boolean): Verdict {
  if (mentions.length === 0) return 'routed'; // rows carry their key
  const bonds = mentions.map((mention) => bondOf(text, mention, mentions.length === 1));
  if (bonds.includes('none') && (mentions.length > 1 || hasInsert)) return 'keyless';
  if (bonds.includes('value')) return 'routed';
  return 'colocated';
}

/** Whether the key of a mention is compared with a value, only with another table's, or with nothing. */
function bondOf(
  text: string,
  { table: { key }, alias }: Mention,
  isAlone: boolean,
): 'value' | 'column' | 'none' {
  const column = `${alias}\\.${key}`;
  const bare = isAlone || key === 'enterprise_id' ? `(?:${column}|(?<![.\\w])${key})` : column;
  const value = `(?:\\$|any ?\\(|actor_\\w+\\(|'[0-9a-f-]{36}')`;
  if (new RegExp(`${bare} ?(?:=|in) ?\\(? ?${value}|\\$(?:::\\w+)? ?= ?${column}\\b`).test(text))
    return 'value';
  const another = '[a-z_]\\w*\\.(?:\\w+)';
  const joined = new RegExp(
    `${column} ?= ?${another}|${another} ?= ?${column}\\b|using ?\\([^)]*\\b${key}\\b`,
  );
  if (joined.test(text)) return 'column';
  return new RegExp(`\\(${alias}\\.${key},[^)]*\\) ?(?:=|in)|${bare} in ?\\( ?select`).test(text)
    ? 'column'
    : 'none';
}

const words =
  /^(?:where|join|left|right|inner|cross|on|using|order|group|limit|set|for|and|or|as|union|returning|full|natural|having|tablesample|lateral|when|values|select|then|do|with)$/;

function mentionsIn(text: string, keyed: readonly Keyed[]): Mention[] {
  return keyed.flatMap((table) => {
    const at = new RegExp(
      `\\b(?:from|join|update|merge into|using|,) ?(?:only )?${table.name}\\b(?! ?\\()(?: (?:as )?(\\w+))?`,
      'g',
    );
    return [...text.matchAll(at)]
      .filter(([whole]) => !whole.startsWith(',') || / from [^)]*$/.test(text.slice(0, text.indexOf(whole))))
      .map(([, alias]) => ({ table, alias: alias && !words.test(alias) ? alias : table.name }));
  });
}

function insertsIn(text: string, keyed: readonly Keyed[]): (Keyed & { readonly isKeyed: boolean })[] {
  return keyed.flatMap((table) =>
    [...text.matchAll(new RegExp(`insert into ${table.name}\\b(?: as \\w+)? ?\\(([^)]*)\\)`, 'g'))].map(
      ([, columns = '']) => ({ ...table, isKeyed: columns.split(',').some((c) => c.trim() === table.key) }),
    ),
  );
}
