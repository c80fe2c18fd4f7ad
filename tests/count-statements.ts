import pg from 'pg';

type Query = (...all: unknown[]) => unknown;

const isFrame = (text: string) => /^\s*(begin|commit|rollback)\b/i.test(text);

const textOf = ([first]: readonly unknown[]): string =>
  typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');

/**
 * Tells of every statement that this process sends, without those that open and close a transaction; returns the way to
 * stop. A connection that was open before is not heard.
 */
export function watchStatements(tell: (text: string) => void): () => void {
  const plain = pg.Client.prototype.query as Query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...all: unknown[]) {
    const text = textOf(all);
    if (!isFrame(text)) tell(text);
    return plain.apply(this, all);
  } as never;
  return () => {
    pg.Client.prototype.query = plain as never;
  };
}
