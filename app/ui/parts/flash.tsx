import { Notice, type NoticeTone } from './notice.tsx';

export type FlashMessage = { tone: NoticeTone; message: string; next?: string | undefined };

/** The outcome of the last action, shown once on top of the page that follows it and announced. */
export function Flash({ flash }: { flash?: FlashMessage | null | undefined }) {
  if (!flash) return null;
  return (
    <Notice live tone={flash.tone} title={flash.message} next={flash.next} className="no-print mb-(--gap)" />
  );
}
