import { RunningHash } from './running-hash.ts';

/** What the platform answers a page's script: a value, or a refusal in words. */
type Reply<T> =
  | T
  | { readonly refused: { readonly code: string; readonly said: string; readonly offset?: number } };

export type Sending = {
  readonly base: string;
  readonly id: string;
  readonly file: Blob;
  /** Bytes that are there already. */
  readonly from: number;
  readonly partBytes: number;
  readonly isPaused: () => boolean;
  onSent(offset: number): void;
  onChecking(): void;
  /** Told before a pause after which the part is sent again; null when it goes on. */
  onRetry(seconds: number | null): void;
};

export type SendOutcome =
  | { readonly kind: 'done'; readonly to: string }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'paused' | 'broken' | 'signed-out' };

/** Pauses between attempts on a part; after the last one the upload rests until somebody goes on with it. */
const pauses = [1, 2, 4, 8, 15];

class SignedOut extends Error {}

/** Sends a file from an offset on, part by part, and then its hash; a part that does not get through is sent again. */
export async function sendFile(sending: Sending): Promise<SendOutcome> {
  const { base, id, file, partBytes } = sending;
  try {
    for (let offset = sending.from; offset < file.size; ) {
      if (sending.isPaused()) return { kind: 'paused' };
      const part = file.slice(offset, offset + partBytes);
      const sent = await patiently(sending, () =>
        post<{ offset: number }>(`${base}/uploads/${id}/parts?offset=${offset}`, part),
      );
      if (!sent) return { kind: 'broken' };
      if ('refused' in sent && sent.refused.offset === undefined)
        return { kind: 'refused', said: sent.refused.said };
      offset = 'refused' in sent ? (sent.refused.offset ?? offset) : sent.offset;
      sending.onSent(offset);
    }
    sending.onChecking();
    const sha256 = await hashOf(file);
    const done = await patiently(sending, () =>
      post<{ to: string }>(`${base}/uploads/${id}/finish`, new URLSearchParams({ sha256 })),
    );
    if (!done) return { kind: 'broken' };
    return 'refused' in done ? { kind: 'refused', said: done.refused.said } : { kind: 'done', to: done.to };
  } catch (fault) {
    if (fault instanceof SignedOut) return { kind: 'signed-out' };
    throw fault;
  }
}

/** Begins an upload; the value is its id. */
export async function beginUpload(
  base: string,
  wanted: { item: string; encoding: string; fileName: string; bytes: number },
): Promise<{ id: string } | { refused: { said: string } } | null> {
  const quiet = { onRetry: () => undefined };
  return patiently(quiet, () =>
    post<{ id: string }>(`${base}/uploads`, new URLSearchParams({ ...wanted, bytes: String(wanted.bytes) })),
  );
}

/** Tries until it gets through; null when it does not. */
async function patiently<T>(
  { onRetry }: Pick<Sending, 'onRetry'>,
  send: () => Promise<T>,
): Promise<T | null> {
  for (const seconds of [...pauses, null]) {
    try {
      return await send();
    } catch (fault) {
      if (fault instanceof SignedOut) throw fault;
      if (seconds === null) return null;
      onRetry(seconds);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
      onRetry(null);
    }
  }
  return null;
}

async function post<T>(url: string, body: BodyInit): Promise<Reply<T>> {
  const response = await fetch(url, { method: 'POST', body });
  if (response.redirected) throw new SignedOut();
  if (response.status >= 500 || response.status === 429) throw new Error(`status ${response.status}`);
  return (await response.json()) as Reply<T>;
}

const pieceBytes = 8_000_000;

async function hashOf(file: Blob): Promise<string> {
  const hash = new RunningHash();
  for (let at = 0; at < file.size; at += pieceBytes)
    hash.update(new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer()));
  return hash.digest();
}
