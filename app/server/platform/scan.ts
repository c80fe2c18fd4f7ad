import { spawn } from 'node:child_process';

export type Scanned = 'clean' | 'infected' | 'failed';

const patienceMs = 60_000;

/**
 * Shows bytes to the scanner that `XINQIAO_SCAN_PROGRAM` names, on its standard input: it ends with 0 where it finds
 * nothing and with 1 where it finds something, as `clamdscan -` does. Without a scanner everything passes; one that
 * cannot say passes nothing.
 */
export function scanBytes(bytes: Uint8Array): Promise<Scanned> {
  const [program, ...words] = (process.env.XINQIAO_SCAN_PROGRAM ?? '').split(' ').filter(Boolean);
  if (!program) return Promise.resolve('clean');
  return new Promise((resolve) => {
    const scanner = spawn(program, words, { stdio: ['pipe', 'ignore', 'ignore'], timeout: patienceMs });
    scanner.on('error', () => resolve('failed'));
    scanner.on('exit', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'infected' : 'failed'));
    scanner.stdin.on('error', () => undefined); // a scanner that has seen enough reads no further
    scanner.stdin.end(bytes);
  });
}
