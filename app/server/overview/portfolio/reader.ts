import type { Day } from '~/domain/kernel/day.ts';

/** A part of the portfolio over a period that ends on a day. */
export type PeriodAsked = { readonly from: Day; readonly on: Day };
