import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
};

/** An SMTP server on a free port of this machine, what it took in, and how it answers the next letters (250 where nothing is said). */
export async function startMailServer() {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const code = answers.shift() ?? 250;
        if (code !== 250) return callback(Object.assign(new Error('not now'), { responseCode: code }));
        received.push(readLetter(Buffer.concat(parts).toString(), session.envelope.rcptTo[0]?.address ?? ''));
        callback();
      });
    },
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return { url: `smtp://127.0.0.1:${port}`, received, answers, close };
}

const decodeWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?(b|q)\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : fromQuoted(word.replaceAll('_', ' ')).toString(),
    );

const fromQuoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** The parts of a plain-text message that tests look at (RFC 5322, RFC 2045). */
function readLetter(raw: string, to: string): Received {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const encoding = field('content-transfer-encoding').toLowerCase();
  const body = raw.slice(end + 4);
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? fromQuoted(body).toString()
        : body;
  return { to, messageId: field('message-id'), subject: decodeWords(field('subject')), text };
}
