import type { ReactNode } from 'react';

/** Picks the wording of the language in which an example is rendered. */
export type Say = (zh: string, en: string) => string;

/** One part in one state, as a page would use it. */
export type Example = { part: string; name: string; show: (say: Say) => ReactNode };
