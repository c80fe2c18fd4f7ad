import { accept } from '~/domain/kernel/result.ts';
import { stringify } from '~/domain/overview/csv.ts';
import { download } from '~/server/http/download.ts';
import { publicQuery } from '~/server/modelling/forms.ts';
import { listPublic, type PublicList } from '~/server/modelling/list-public.ts';
import { type Locale, translate } from '~/text/define.ts';
import { jointText } from '~/text/joint.ts';

function tableOf({ items, rows }: PublicList, locale: Locale): string[][] {
  const t = translate(jointText, locale);
  const head = (['uscc', 'name', 'place', 'industry', 'established'] as const).map((key) =>
    t(`public-list.${key}`),
  );
  return [
    [...head, ...items.map((item) => (locale === 'en' ? item.en : item.zh))],
    ...rows.map((row) => [
      row.uscc,
      row.name,
      row.region ?? '',
      row.industry ?? '',
      row.established ?? '',
      ...items.map(({ code }) => String(row.counts[code] ?? 0)),
    ]),
  ];
}

export const loader = download({
  can: 'modelling.list-public',
  audit: null,
  query: publicQuery,
  file: async ({ actor, query: { region, section }, locale }) => {
    const listed = await listPublic(actor, { regionCode: region, section });
    if (!listed.ok) return listed;
    const body = `\uFEFF${stringify(tableOf(listed.value, locale))}\r\n`;
    return accept({ name: 'public-records.csv', type: 'text/csv; charset=utf-8', body });
  },
});
