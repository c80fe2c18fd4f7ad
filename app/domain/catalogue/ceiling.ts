/**
 * The most that any recipient can get of an item (domain.md row A2: the mode caps what a bank can ever receive), from
 * least to most: kept and nothing more (仅存储); an answer such as yes, no or a band; figures computed from the records;
 * the records themselves.
 */
export const ceilings = ['store-only', 'yes-no', 'aggregate', 'raw'] as const;
export type Ceiling = (typeof ceilings)[number];

/** How deep a read goes: an answer to a question, figures, a score made of them, the records. */
export type Depth = 'answer' | 'summary' | 'score' | 'detail';

const needed: { readonly [D in Depth]: Ceiling } = {
  answer: 'yes-no',
  summary: 'aggregate',
  score: 'aggregate',
  detail: 'raw',
};

/** Whether an item may be read so deep by anybody; neither a consent nor a purpose goes past it. */
export const yields = (item: { readonly ceiling: Ceiling }, depth: Depth): boolean =>
  ceilings.indexOf(item.ceiling) >= ceilings.indexOf(needed[depth]);
