import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Bands } from './bands.ts';
import type { Ceiling } from './ceiling.ts';
import type { DataElement } from './data-element.ts';

/** How an item may be supplied (domain.md row A2): collected, asked for case by case, or only compared yes or no. */
export const itemModes = ['physical', 'interface', 'verify', 'declared'] as const;
export type ItemMode = (typeof itemModes)[number];

export const sensitivities = ['public', 'consent', 'verify-only', 'personal'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Who runs the item and shares it (分级管理): a lower level does not ask again for what a higher one shares. */
export const levels = ['centre', 'province', 'city'] as const;
export type Level = (typeof levels)[number];

export type ItemSubject = 'enterprise' | 'natural-person';
export type ItemPeriod = 'event' | 'monthly' | 'quarterly' | 'yearly';
export type Polarity = 'positive' | 'negative' | 'neutral';

/** A name in both languages of the platform. */
export type Named = { readonly zh: string; readonly en: string };

/** `count`, `person`, `month`, `day`, `head` are whole; areas and volumes are rounded to whole units; `ppm` is a share. */
export type QuantityUnit = 'count' | 'person' | 'month' | 'day' | 'head' | 'm2' | 'm3' | 'mu' | 'kwh' | 'ppm';

export type Category = Named & { readonly code: string };

/** One item of the catalogue (目录项) in one version: who supplies it, how far it travels, what its figures mean. */
export type Item = {
  readonly code: string;
  readonly version: number;
  readonly providerId: InstitutionId;
  readonly providerCode: string;
  readonly providerName: Named;
  readonly classCode: string;
  readonly className: Named;
  readonly name: Named;
  readonly subject: ItemSubject;
  readonly mode: ItemMode;
  readonly sensitivity: Sensitivity;
  /** The most that any recipient can get of it, whatever was agreed. */
  readonly ceiling: Ceiling;
  readonly level: Level;
  readonly period: ItemPeriod;
  /** A delivery older than this many days is stale. */
  readonly freshDays: number;
  readonly polarity: Polarity;
  /** Whether a record holds from a day until another, such as an entry in a list. */
  readonly lasting: boolean;
  /** What the amount means; `signed` when it may be negative. Null when the item has none. */
  readonly amount: (Named & { readonly signed: boolean }) | null;
  readonly quantity: (Named & { readonly unit: QuantityUnit }) | null;
  readonly categories: readonly Category[];
  /** In which bands it answers; null where it answers yes or no alone. */
  readonly bands: Bands | null;
  /** What the item supplies, so that nobody is asked for it again. */
  readonly answers: readonly DataElement[];
  /** How long a negative record may be shown, and from where it counts (domain.md §2.2). */
  readonly retentionYears: number | null;
  readonly retentionStart: 'end' | 'determination' | null;
};

/** The items in force on a day, by code. */
export type Catalogue = ReadonlyMap<string, Item>;

/** Items that a provider may hand over as records: verify-only ones never leave their source (domain.md row A2). */
export const isDeliverable = (item: Item): boolean => item.mode !== 'verify' && item.mode !== 'declared';
