import { useNavigate } from '@remix-run/react';
import { useCallback, useRef, useState } from 'react';
import { beginUpload, type SendOutcome, sendFile } from './send-file.ts';

export type SendState = {
  readonly id: string | null;
  readonly sent: number;
  readonly bytes: number;
  readonly phase: 'idle' | 'sending' | 'checking' | 'paused' | 'broken' | 'signed-out' | 'refused';
  /** Seconds until a part is tried again. */
  readonly retry: number | null;
  /** Why it was refused, in words. */
  readonly said: string | null;
};

export const idle: SendState = { id: null, sent: 0, bytes: 0, phase: 'idle', retry: null, said: null };

type Wanted = { readonly item: string; readonly encoding: string };

/** Drives an upload from a page: begins or goes on with one, shows how far it is, leads to the batch in the end. */
export function useSending(base: string, partBytes: number) {
  const [state, setState] = useState<SendState>(idle);
  const paused = useRef(false);
  const navigate = useNavigate();
  const set = useCallback((more: Partial<SendState>) => setState((old) => ({ ...old, ...more })), []);

  const goOn = useCallback(
    async (id: string, file: File, from: number) => {
      paused.current = false;
      set({ id, sent: from, bytes: file.size, phase: 'sending', retry: null, said: null });
      const outcome = await sendFile({
        ...{ base, id, file, from, partBytes },
        isPaused: () => paused.current,
        onSent: (sent) => set({ sent }),
        onChecking: () => set({ phase: 'checking' }),
        onRetry: (retry) => set({ retry }),
      });
      if (outcome.kind === 'done') navigate(outcome.to);
      else set(endOf(outcome));
    },
    [base, partBytes, navigate, set],
  );

  const begin = useCallback(
    async (file: File, wanted: Wanted) => {
      set({ ...idle, bytes: file.size, phase: 'sending' });
      const begun = await start(base, file, wanted);
      if ('id' in begun) await goOn(begun.id, file, 0);
      else set(begun);
    },
    [base, goOn, set],
  );

  const pause = useCallback(() => {
    paused.current = true;
  }, []);
  return { state, begin, goOn, pause };
}

const endOf = (outcome: Exclude<SendOutcome, { kind: 'done' }>): Partial<SendState> =>
  outcome.kind === 'refused' ? { phase: 'refused', said: outcome.said } : { phase: outcome.kind };

/** Begins an upload: its id, or how it ended before it began. */
async function start(
  base: string,
  file: File,
  wanted: Wanted,
): Promise<{ readonly id: string } | Omit<Partial<SendState>, 'id'>> {
  try {
    const begun = await beginUpload(base, { ...wanted, fileName: file.name, bytes: file.size });
    if (!begun) return { phase: 'broken' };
    return 'refused' in begun ? { phase: 'refused', said: begun.refused.said } : begun;
  } catch {
    return { phase: 'signed-out' };
  }
}
