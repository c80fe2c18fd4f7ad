import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { ButtonRow, LinkButton } from './button.tsx';

export type FaultKind = 'missing' | 'forbidden' | 'fault' | 'limited' | 'stale';

type FaultPageProps = {
  kind: FaultKind;
  /** Quoted to support; the log is searched by it. */
  requestId?: string | undefined;
  home?: string | undefined;
};

/** The page instead of a page: what happened, whether anything was lost, and what to do. */
export function FaultPage({ kind, requestId, home = '/' }: FaultPageProps) {
  const t = useText(partsText);
  return (
    <div className="mx-auto flex max-w-2xl flex-col items-start gap-5 px-4 py-12 sm:py-20">
      <BrokenBridge broken={kind === 'fault' || kind === 'missing'} />
      <h1 className="font-display text-3xl font-bold">{t(`parts.fault-${kind}`)}</h1>
      <p className="measure text-lg text-ink-soft">{t(`parts.fault-${kind}-next`)}</p>
      {requestId ? (
        <p className="rounded-control border border-line bg-sheet px-3 py-2 text-sm text-ink-soft">
          {t('parts.fault-id')} <code className="num font-mono text-ink select-all">{requestId}</code>
        </p>
      ) : null}
      <ButtonRow>
        <LinkButton to={home}>{t('parts.fault-home')}</LinkButton>
      </ButtonRow>
    </div>
  );
}

/** The bridge of the seal, with a plank missing where the way ends. */
function BrokenBridge({ broken }: { broken: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 240 88" className="h-20 w-56" fill="none" strokeLinecap="round">
      <path d="M8 74H232" className="stroke-line-strong" strokeWidth="2" />
      <path d="M72 74a48 48 0 0 1 96 0" className="stroke-brand-700" strokeWidth="4" />
      <path
        d="M8 60C50 56 74 14 120 14s70 42 112 46"
        className="stroke-brand-700"
        strokeWidth="4"
        {...(broken ? { strokeDasharray: '118 26 200' } : {})}
      />
      {broken ? <path d="M128 34l20 9" className="stroke-seal-600" strokeWidth="4" /> : null}
    </svg>
  );
}
