/** A process that the launcher started tells it that it is ready, and ends with it. */
type Part = {
  /** Ends what is under way and closes what is open. */
  close(): Promise<void>;
  /** How long open work may take to end before the process goes anyway. */
  readonly graceMs?: number;
};

/**
 * Reports the part as ready and closes it when the launcher asks (SIGTERM), or when the launcher is gone: the channel
 * to it breaks even when it was killed. Ctrl-C reaches the whole group; the launcher then asks in its order.
 */
export function runPart({ close: closePart, graceMs = 20_000 }: Part): void {
  let isClosing = false;
  const close = () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => process.exit(1), graceMs).unref();
    closePart().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', process.send ? () => undefined : close);
  process.on('disconnect', close);
  process.send?.('ready', undefined, undefined, () => undefined); // a launcher that is gone has closed the channel
}
