import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locales } from '~/text/define.ts';
import { codeLetter, messageLetter } from '~/text/letter-mail.ts';
import { notifications } from '~/text/notification.ts';
import { wordRefusal } from '~/text/refusal.ts';

const kinds = Object.keys(notifications);
const secret = '机密SECRET';
/** Whatever a sentence quotes is the secret. */
const quoting = (code: string) =>
  new Proxy({ code } as { code: string }, { get: (_, name) => (name === 'code' ? code : secret) });

test('neither subject nor body of a mail says what any kind of message says, in either language', () => {
  expect(kinds.length).toBeGreaterThan(60);
  for (const locale of locales)
    for (const kind of kinds) {
      let sentence = '';
      try {
        sentence = wordRefusal(notifications, quoting(kind), locale);
      } catch {
        // a sentence that shows a day cannot show the secret; it is none of the mail's either
      }
      for (const urgent of [true, false]) {
        const { subject, text } = messageLetter([kind], urgent, 'https://bridge.example', locale);
        expect(`${subject}\n${text}`).not.toContain(secret);
        if (sentence) expect(`${subject}\n${text}`).not.toContain(sentence);
        expect(subject).not.toContain(kind);
      }
    }
});

test('the subject depends on nothing but how many and how urgent', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      fc.constantFrom(...locales),
      (some, urgent, locale) => {
        const like = some.map(() => kinds[0] as string);
        expect(messageLetter(some, urgent, null, locale).subject).toBe(
          messageLetter(like, urgent, null, locale).subject,
        );
      },
    ),
  );
});

test('the code stands in the body, never in the subject', () => {
  for (const locale of locales) {
    const { subject, text } = codeLetter('482913', locale);
    expect(subject).not.toMatch(/\d/);
    expect(text).toContain('482913');
  }
});
