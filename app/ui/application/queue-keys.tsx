import { useEffect } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="checkbox"]), select, textarea, dialog') !== null;

/** The links that open the rows of the queue, in the order in which they stand. */
const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('main table [data-opens] a')];

/** Moves the focus by rows; from nowhere to the first or the last. */
function move(by: 1 | -1): void {
  const all = links();
  const at = all.indexOf(document.activeElement as HTMLElement);
  const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[to]?.focus();
}

const tick = (): void =>
  document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();

/** The desk's own tools, where they stand on the page. */
const toAssign = (): void => document.querySelector<HTMLElement>('#assign-form select')?.focus();
const toSearch = (): void =>
  document.querySelector<HTMLElement>('main form[role="search"] input:not([type="hidden"])')?.focus();

function help(): void {
  const list = document.querySelector<HTMLDetailsElement>('#queue-keys');
  if (!list) return;
  list.open = !list.open;
  if (list.open) list.querySelector('summary')?.focus();
}

type QueueKeysProps = {
  readonly rows: number;
  readonly title: string;
  /** What a key does, in the reader's language. */
  word(key: (typeof keys)[number]): string;
};

const keys = ['j', 'k', 'enter', 'x', 'a', 'slash', 'help'] as const;
const shown: { readonly [key in (typeof keys)[number]]: string } = {
  ...{ j: 'J', k: 'K', enter: 'Enter', x: 'X', a: 'A', slash: '/', help: '?' },
};

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const acts = { j: () => move(1), k: () => move(-1), x: tick, a: toAssign, '/': toSearch, '?': help };
  const act = acts[event.key.toLowerCase() as keyof typeof acts];
  if (!act) return;
  event.preventDefault();
  act();
}

/** The work queue by keyboard, with its keys listed: `?` opens the list, and a click does. */
export function QueueKeys({ rows, title, word }: QueueKeysProps) {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (rows === 0) return null;
  return (
    <details id="queue-keys" className="no-print text-sm text-ink-soft max-md:hidden">
      <summary className="cursor-pointer">{title}</summary>
      <dl className="mt-2 grid w-fit grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {keys.map((key) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="num">{shown[key]}</kbd>
            </dt>
            <dd>{word(key)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
