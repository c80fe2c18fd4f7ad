import { Form, useLocation } from '@remix-run/react';
import { Languages } from 'lucide-react';
import { partsText } from '~/text/parts.ts';
import { useLocale, useText } from '~/ui/text.ts';
import { cx } from './class-names.ts';

type LocaleSwitchProps = {
  action?: string | undefined;
  onDark?: boolean | undefined;
  className?: string | undefined;
};

/** Changes the language and comes back to this page: posts `lang` and `next`. The button speaks the other language. */
export function LocaleSwitch({ action = '/locale', onDark, className }: LocaleSwitchProps) {
  const t = useText(partsText);
  const other = useLocale() === 'en' ? 'zh-CN' : 'en';
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action={action} reloadDocument className={className}>
      <input type="hidden" name="next" value={pathname + search} />
      <button
        type="submit"
        name="lang"
        value={other}
        lang={other}
        className={cx(
          'no-print inline-flex min-h-9 items-center gap-1.5 rounded-control px-2.5 text-sm whitespace-nowrap',
          onDark
            ? 'text-brand-100 hover:bg-brand-700 hover:text-white focus-visible:outline-white'
            : 'text-ink-soft hover:bg-well hover:text-ink',
        )}
      >
        <Languages aria-hidden className="size-4" />
        {t(other === 'en' ? 'parts.locale-en' : 'parts.locale-zh')}
      </button>
    </Form>
  );
}
