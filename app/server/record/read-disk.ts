import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** Told of the size of all files before they are read, and of every piece read. */
export type ReadWatch = {
  readonly onSize?: (bytes: number) => void;
  readonly onBytes?: (bytes: number) => void;
};

/** A file piece by piece. */
export async function* readWatched(file: string, onBytes: ReadWatch['onBytes']): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    onBytes?.(chunk.length);
    yield chunk;
  }
}

/** Bytes of files together; a file that is not there counts nothing. */
export async function sizeOf(files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A file on disk may be large; an endless one (a packed one can be) is not read to its end. */
export const maxBytes = 20_000_000_000;
