import { catalogueDeskText } from '~/text/catalogue-desk.ts';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { useText } from '~/ui/text.ts';
import { type ItemSaid, itemFields, useItemWords } from './item-words.ts';

/** Everything that a version of an item says. */
export function ItemFacts({ item, provider }: { item: ItemSaid; provider: string }) {
  const t = useText(catalogueDeskText);
  const word = useItemWords();
  return (
    <DefinitionList
      layout="grid"
      items={[
        { term: t('catalogue.field.code'), value: <span className="num break-all">{item.code}</span> },
        { term: t('catalogue.field.provider'), value: provider },
        ...itemFields.map((field) => ({
          term: t(`catalogue.field.${field}` as 'catalogue.field.name'),
          value: word(field, item[field]) ?? t('catalogue.absent'),
        })),
      ]}
    />
  );
}
