import nodemailer from 'nodemailer';
import { type MailOutcome, outcomeOfCode } from '~/domain/institution/mail-wish.ts';

/** A letter in plain text. `id` makes its Message-ID: the same letter sent twice is known by it. */
export type Letter = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

export type Posted = { readonly outcome: MailOutcome; readonly code: number | null };

const patienceMs = 15_000;

/** Where mail goes out and whose name it bears; null where no server is set. `MAIL_FROM` is an address, `SMTP_URL` smtp:// or smtps://. */
export function mailPlace(): { readonly url: URL; readonly from: string } | null {
  const { SMTP_URL, MAIL_FROM } = process.env;
  if (!SMTP_URL) return null;
  const url = new URL(SMTP_URL);
  return { url, from: MAIL_FROM || `xinqiao@${url.hostname}` };
}

/** The address of this installation that letters lead to, such as `https://xinqiao.example.cn`; null where none is set. */
export const siteAddress = (): string | null => process.env.XINQIAO_SITE?.replace(/\/+$/, '') || null;

/** The connection of one letter: opened for it, closed after it. TLS is upgraded to wherever the server offers it. */
const transportOf = (url: URL) =>
  nodemailer.createTransport({
    url: url.href,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

/** Sends a letter once and says what the server answered; only a setting that cannot be read throws. */
export async function postLetter(letter: Letter): Promise<Posted> {
  const place = mailPlace();
  if (!place) return { outcome: 'unreachable', code: null };
  const transport = transportOf(place.url);
  try {
    const domain = place.from.split('@')[1]?.replace(/>$/, '') ?? 'xinqiao';
    await transport.sendMail({
      from: place.from,
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { outcome: 'delivered', code: 250 };
  } catch (fault) {
    const code = (fault as { responseCode?: number }).responseCode ?? null;
    return { outcome: outcomeOfCode(code), code };
  } finally {
    transport.close();
  }
}

/** Whether the server takes a connection and our name; throws what it says otherwise. */
export async function askMailServer(url: URL): Promise<void> {
  const transport = transportOf(url);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}
