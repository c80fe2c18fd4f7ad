import type { Locale } from '~/text/define.ts';

/** A division as the server knows it, from the province down. */
export type RegionChoice = { readonly code: string; readonly namesZh: readonly string[] };

/** An industry with the section it lies in. */
export type IndustryChoice = {
  readonly code: string;
  readonly section: string;
  readonly nameZh: string;
  readonly sectionZh: string;
  readonly sectionEn: string | null;
};

/** What the field of a chosen division holds: a text that begins with the code, which is what the server reads. */
export const regionValue = ({ code, namesZh }: RegionChoice): string => `${code} ${namesZh.at(-1) ?? ''}`;

export const regionPathText = ({ namesZh }: RegionChoice): string => namesZh.join(' ');

export const regionOption = (region: RegionChoice) => ({
  value: regionValue(region),
  label: regionPathText(region),
});

export const industryValue = ({ code, nameZh }: IndustryChoice): string => `${code} ${nameZh}`;

/** Section and industry; English names exist for sections only. */
export const industryPathText = (industry: IndustryChoice, locale: Locale): string =>
  locale === 'en' && industry.sectionEn
    ? `${industry.sectionEn} › ${industry.nameZh}`
    : `${industry.sectionZh} › ${industry.nameZh}`;

export const industryOption = (industry: IndustryChoice, locale: Locale) => ({
  value: industryValue(industry),
  label: industryPathText(industry, locale),
});
