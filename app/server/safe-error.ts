/** What the log keeps of a fault: enough to find it, nothing that somebody typed or that a row holds. */
export type SafeError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Names of database objects, never their contents. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  /** Where it was thrown, without the message. */
  readonly stack: string;
  readonly cause?: SafeError;
};

/** A database quotes values in its messages, and a client prints the arguments of a call: only their codes are kept. */
const quotesValues = /^(DatabaseError|error|Prisma\w*Error|DriverAdapterError|ZodError)$/;

/** A thrown value as the log may keep it. Details, parameters and hints of a database's errors are left out. */
export function safeError(thrown: unknown, depth = 0): SafeError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: '', stack: '' };
  const fields = thrown as Error & { code?: unknown; cause?: unknown } & Record<string, unknown>;
  const type = thrown.constructor?.name || thrown.name;
  const names = Object.fromEntries(
    (['code', 'table', 'column', 'constraint'] as const)
      .filter((name) => typeof fields[name] === 'string' && /^[\w.-]{1,64}$/.test(fields[name] as string))
      .map((name) => [name, fields[name]]),
  );
  const cause =
    fields.cause instanceof Error && depth < 3 ? { cause: safeError(fields.cause, depth + 1) } : {};
  return {
    type,
    message: quotesValues.test(type) || quotesValues.test(thrown.name) ? '' : withoutValues(thrown.message),
    ...names,
    stack: framesOf(thrown.stack ?? ''),
    ...cause,
  };
}

/** A message without quoted texts, Chinese, addresses, longer numbers and codes: what is left is ours. */
export const withoutValues = (message: string): string =>
  message
    .split('\n')[0]
    ?.slice(0, 500)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…')
    .replace(/\p{Script=Han}+/gu, '…')
    .replace(/\S+@\S+/g, '…')
    .replace(/\b[A-Z0-9]*\d[A-Z0-9]{4,}\b/gi, '…') ?? '';

const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join('\n');
