import type { Item } from '~/domain/catalogue/item.ts';
import { bandsInWords } from '~/text/band.ts';
import { catalogueText } from '~/text/catalogue.ts';
import { catalogueDeskText, ceilingText, elementText, levelText } from '~/text/catalogue-desk.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { useNamed } from './named.ts';

/** What an item says, property by property, in the page's language. */
export type ItemSaid = Omit<Item, 'version' | 'providerId' | 'providerCode' | 'providerName'>;

type Field = keyof ItemSaid & string;

/** The properties of an item in reading order. */
export const itemFields: readonly Field[] = [
  'name',
  'className',
  'level',
  'subject',
  'mode',
  'sensitivity',
  'ceiling',
  'period',
  'freshDays',
  'polarity',
  'lasting',
  'amount',
  'quantity',
  'categories',
  'bands',
  'answers',
  'retentionYears',
  'retentionStart',
];

/** Words a property of an item; null where it says nothing. */
export function useItemWords(): (field: string, value: unknown) => string | null {
  const t = useText(catalogueDeskText);
  const c = useText(catalogueText);
  const levels = useText(levelText);
  const ceilings = useText(ceilingText);
  const elements = useText(elementText);
  const named = useNamed();
  const locale = useLocale();
  const comma = locale === 'en' ? ', ' : '、';
  const words: { readonly [F in Field]?: (value: never) => string } = {
    name: (name: Item['name']) => named(name),
    className: (name: Item['name']) => named(name),
    level: (level: Item['level']) => levels(`catalogue.level.${level}`),
    subject: (subject: Item['subject']) => t(`catalogue.subject.${subject}`),
    mode: (mode: Item['mode']) => c(`catalogue.mode.${mode}`),
    sensitivity: (each: Item['sensitivity']) => c(`catalogue.sensitivity.${each}`),
    ceiling: (ceiling: Item['ceiling']) => ceilings(`catalogue.ceiling.${ceiling}`),
    period: (period: Item['period']) => c(`catalogue.period.${period}`),
    polarity: (polarity: Item['polarity']) => t(`catalogue.polarity.${polarity}`),
    lasting: (lasting: boolean) => t(lasting ? 'catalogue.yes' : 'catalogue.no'),
    amount: (amount: NonNullable<Item['amount']>) => named(amount),
    quantity: (quantity: NonNullable<Item['quantity']>) => named(quantity),
    categories: (all: Item['categories']) => all.map(named).join(comma),
    bands: (bands: NonNullable<Item['bands']>) => bandsInWords(bands, null, locale),
    answers: (all: Item['answers']) => all.map((each) => elements(`catalogue.element.${each}`)).join(comma),
    retentionStart: (start: 'end' | 'determination') => t(`catalogue.start-${start}`),
  };
  return (field, value) => {
    if (value === null || value === undefined) return null;
    const word = words[field as Field] as ((value: unknown) => string) | undefined;
    return (word ? word(value) : String(value)) || null;
  };
}
