import { Form, Link } from '@remix-run/react';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names.ts';
import { Disclosure } from './disclosure.tsx';

/** A place to go, or a form of one button. */
export type MenuItem =
  | { label: string; to: string }
  | {
      label: string;
      action: string;
      fields?: { readonly [name: string]: string } | undefined;
      danger?: boolean | undefined;
    };

type ActionMenuProps = { label: ReactNode; items: readonly MenuItem[]; align?: 'start' | 'end' | undefined };

const row = 'flex min-h-10 w-full items-center rounded-control px-3 text-left hover:bg-well';

/** Several lesser actions behind one button. Links stay links and actions stay forms, so nothing needs scripts. */
export function ActionMenu({ label, items, align = 'end' }: ActionMenuProps) {
  return (
    <Disclosure
      className="no-print relative inline-block"
      summaryClassName="inline-flex min-h-(--control) list-none items-center gap-1.5 rounded-control border border-edge bg-sheet px-3 font-medium text-brand-700 hover:border-brand-700 hover:bg-brand-50"
      summary={
        <>
          {label}
          <ChevronDown aria-hidden className="size-4" />
        </>
      }
    >
      <ul
        className={cx(
          'absolute z-10 mt-1 min-w-48 rounded-sheet border border-line bg-sheet p-1.5 shadow-float',
          align === 'end' ? 'right-0' : 'left-0',
        )}
      >
        {items.map((item) => (
          <li key={item.label}>
            {'to' in item ? (
              <Link to={item.to} className={row}>
                {item.label}
              </Link>
            ) : (
              <Form method="post" action={item.action}>
                {Object.entries(item.fields ?? {}).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button type="submit" className={cx(row, item.danger && 'text-bad')}>
                  {item.label}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
