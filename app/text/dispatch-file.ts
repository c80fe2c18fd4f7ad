import { stringify } from '~/domain/overview/csv.ts';
import { type Locale, translate } from '~/text/define.ts';
import { dispatchText } from '~/text/dispatch.ts';

type Named = { readonly zh: string; readonly en: string };
type Told = {
  readonly month: string;
  readonly provider: Named;
  readonly body: {
    readonly items: readonly {
      readonly name: Named;
      readonly deliverable: boolean;
      readonly lastDelivery: string | null;
      readonly freshness: 'fresh' | 'stale' | 'never';
      readonly read: number;
      readonly accepted: number;
      readonly quarantined: number;
    }[];
    readonly uses: readonly {
      readonly item: Named;
      readonly recipient: Named;
      readonly reads: number;
      readonly firms: number;
    }[];
  };
};

/** The dispatches of a month as CSV with a byte-order mark: items first, then who used them. */
export function dispatchCsv(dispatches: readonly Told[], locale: Locale): string {
  const t = translate(dispatchText, locale);
  const named = ({ zh, en }: Named) => (locale === 'zh-CN' ? zh : en);
  const items = dispatches.flatMap(({ month, provider, body }) =>
    body.items.map((item) => [
      month,
      named(provider),
      named(item.name),
      item.deliverable ? t(`dispatch.state.${item.freshness}`) : t('dispatch.state.verified'),
      item.lastDelivery ?? '',
      ...[item.read, item.accepted, item.quarantined].map(String),
    ]),
  );
  const uses = dispatches.flatMap(({ month, provider, body }) =>
    body.uses.map((use) => [
      ...[month, named(provider), named(use.item), named(use.recipient)],
      ...[use.reads, use.firms].map(String),
    ]),
  );
  const shared = [t('dispatch.month'), t('dispatch.provider'), t('dispatch.item')];
  const head = [t('dispatch.state'), t('dispatch.last'), t('dispatch.read')];
  return `\ufeff${stringify([
    [...shared, ...head, t('dispatch.accepted'), t('dispatch.quarantined')],
    ...items,
    [''],
    [...shared, t('dispatch.recipient'), t('dispatch.reads'), t('dispatch.firms')],
    ...uses,
  ])}\r\n`;
}
