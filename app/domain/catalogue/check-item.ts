import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { rises } from './bands.ts';
import { yields } from './ceiling.ts';
import type { Catalogue, Item } from './item.ts';
import { type AskedAlready, askedAlready } from './never-ask-twice.ts';

/** What a version of an item says, apart from who supplies it and which version it is. */
export type ItemContent = Omit<Item, 'version' | 'providerId' | 'providerCode' | 'providerName'>;

export type ItemRefusal =
  | { readonly code: 'catalogue.verified-only-answers'; readonly field: 'ceiling' }
  | { readonly code: 'catalogue.person-is-personal'; readonly field: 'sensitivity' }
  | { readonly code: 'catalogue.retention-half'; readonly field: 'retentionYears' }
  | { readonly code: 'catalogue.category-twice'; readonly field: 'categories'; readonly category: string }
  | { readonly code: 'catalogue.bands-rise' | 'catalogue.bands-of-nothing'; readonly field: 'bandEdges' }
  | { readonly code: 'catalogue.starts-in-past'; readonly field: 'validFrom' }
  | (AskedAlready & { readonly field: 'answers' });

type Span = { readonly validFrom: Day; readonly today: Day };

/**
 * Whether a version may stand in the catalogue: what is only verified yields answers alone, what describes natural
 * persons needs their own consent (domain.md row B6), reads that were logged under a version are not changed behind
 * their back, and nothing is asked for that a higher level shares already (row A3).
 */
export function checkItem(
  item: ItemContent,
  catalogue: Catalogue,
  span: Span,
): Result<ItemContent, ItemRefusal> {
  const verified = item.mode === 'verify' || item.sensitivity === 'verify-only';
  if (verified && yields(item, 'summary'))
    return refuse({ code: 'catalogue.verified-only-answers', field: 'ceiling' });
  if ((item.subject === 'natural-person') !== (item.sensitivity === 'personal'))
    return refuse({ code: 'catalogue.person-is-personal', field: 'sensitivity' });
  if ((item.retentionYears === null) !== (item.retentionStart === null))
    return refuse({ code: 'catalogue.retention-half', field: 'retentionYears' });
  const codes = item.categories.map(({ code }) => code);
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice) return refuse({ code: 'catalogue.category-twice', field: 'categories', category: twice });
  if (item.bands && !item[item.bands.of])
    return refuse({ code: 'catalogue.bands-of-nothing', field: 'bandEdges' });
  if (item.bands && !rises(item.bands)) return refuse({ code: 'catalogue.bands-rise', field: 'bandEdges' });
  if (span.validFrom < span.today) return refuse({ code: 'catalogue.starts-in-past', field: 'validFrom' });
  const asked = askedAlready(item, catalogue.values());
  return asked ? refuse({ ...asked, field: 'answers' }) : accept(item);
}
