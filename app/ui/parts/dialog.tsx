import { Link } from '@remix-run/react';
import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useId, useRef } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { byReact } from './by-react.ts';

type DialogLinkProps = {
  label: ReactNode;
  /** The page that shows the same content: where the link leads without scripts or in a new tab. */
  to: string;
  title: ReactNode;
  description?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

const plainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/**
 * A link whose page can also open over this one. The browser's own modal dialog keeps the focus inside, closes on
 * Escape and gives the focus back; it needs no injected styles, which the content security policy would refuse.
 */
export const DialogLink = byReact(function DialogLink({
  label,
  to,
  title,
  description,
  className,
  children,
}: DialogLinkProps) {
  const t = useText(partsText);
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const open = (event: MouseEvent) => {
    if (!plainClick(event) || !box.current) return;
    event.preventDefault();
    box.current.showModal();
  };
  return (
    <>
      <Link
        to={to}
        onClick={open}
        className={
          className ?? 'text-brand-600 underline decoration-brand-300 underline-offset-4 hover:decoration-2'
        }
      >
        {label}
      </Link>
      <dialog
        ref={box}
        aria-labelledby={`${id}-title`}
        aria-describedby={description ? `${id}-what` : undefined}
        className="m-auto max-h-[85vh] w-[min(40rem,calc(100vw-2rem))] overflow-y-auto rounded-sheet border border-line bg-sheet p-0 text-ink shadow-float"
      >
        <div className="flex items-start justify-between gap-4 border-b border-line px-(--pad) py-4">
          <div>
            <h2 id={`${id}-title`} className="text-lg font-semibold">
              {title}
            </h2>
            {description ? (
              <p id={`${id}-what`} className="text-sm text-ink-soft">
                {description}
              </p>
            ) : null}
          </div>
          <button
            type="button"
            onClick={() => box.current?.close()}
            className="flex size-9 shrink-0 items-center justify-center rounded-control hover:bg-well"
          >
            <X aria-hidden className="size-5" />
            <span className="sr-only">{t('parts.close')}</span>
          </button>
        </div>
        <div className="p-(--pad)">{children}</div>
      </dialog>
    </>
  );
});
