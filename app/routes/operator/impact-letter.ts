import { accept } from '~/domain/kernel/result.ts';
import { itemParams } from '~/server/catalogue/forms.ts';
import { download } from '~/server/http/download.ts';
import { showImpact } from '~/server/overview/show-impact.ts';
import { letterOf } from '~/text/letter.ts';

export const loader = download({
  can: 'overview.impact',
  audit: 'overview.letter-made',
  params: itemParams,
  file: async ({ actor, params: { code }, locale }) => {
    const impact = await showImpact(actor, code);
    if (!impact.ok) return impact;
    const body = `\ufeff${letterOf(impact.value, locale).replaceAll('\n', '\r\n')}\r\n`;
    return accept({ name: `letter-${code}.txt`, type: 'text/plain; charset=utf-8', body });
  },
});
