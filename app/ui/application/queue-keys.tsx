import { useEffect } from 'react';
import { bankText } from '~/text/application-bank.ts';
import { useText } from '~/ui/text.ts';

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

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const act = { j: () => move(1), k: () => move(-1), x: tick }[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

/** The work queue by keyboard: J and K move from row to row, Enter opens as on any link, X ticks. */
export function QueueKeys({ rows }: { rows: number }) {
  const t = useText(bankText);
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return rows > 0 ? <p className="no-print text-sm text-ink-soft max-md:hidden">{t('inbox.keys')}</p> : null;
}
