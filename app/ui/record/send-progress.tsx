import { uploadText } from '~/text/upload.ts';
import { showBytes } from '~/ui/format.ts';
import { Button } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { useText } from '~/ui/text.ts';
import type { SendState } from './use-sending.ts';

type SendProgressProps = {
  readonly state: SendState;
  readonly onPause: () => void;
  readonly onGoOn: () => void;
};

/** How far a file has come, what holds it up, and what can be done about it. */
export function SendProgress({ state, onPause, onGoOn }: SendProgressProps) {
  const t = useText(uploadText);
  const { phase, sent, bytes, retry, said } = state;
  if (phase === 'idle') return null;
  if (phase === 'refused') return <Notice tone="refusal" live title={said ?? ''} />;
  const percent = bytes > 0 ? Math.floor((sent / bytes) * 100) : 0;
  const rests = phase === 'paused' || phase === 'broken';
  return (
    <div className="stack gap-3" aria-live="polite">
      <ProgressBar
        label={phase === 'checking' ? t('upload.checking') : t('upload.progress')}
        value={sent}
        max={Math.max(1, bytes)}
        detail={t('upload.of', showBytes(sent), showBytes(bytes), percent)}
        tone={rests || phase === 'signed-out' ? 'warn' : 'brand'}
      />
      {retry !== null ? <p className="text-sm text-ink-soft">{t('upload.retrying', retry)}</p> : null}
      {phase === 'broken' ? <Notice tone="warn" title={t('upload.broken')} /> : null}
      {phase === 'signed-out' ? <Notice tone="warn" title={t('upload.signed-out')} /> : null}
      {phase === 'sending' ? (
        <div>
          <Button type="button" variant="secondary" onClick={onPause}>
            {t('upload.pause')}
          </Button>
        </div>
      ) : null}
      {rests && state.id ? (
        <div>
          <Button type="button" onClick={onGoOn}>
            {t('upload.go-on')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
