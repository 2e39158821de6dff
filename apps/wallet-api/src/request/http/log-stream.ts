import { pino } from 'pino';

/** Flush after this many characters, or after this time. */
const flushLength = 16_384;
const flushIntervalMs = 100;

/**
 * Standard output for the log, buffered: writing each line would cost a system call per request. Whatever is buffered when the
 * process exits is written then.
 *
 * pino's destination could buffer too, but measures its whole buffer at every line.
 */
export function logStream(): { write: (line: string) => void } {
  const output = pino.destination({ dest: 1, sync: false });
  let lines: string[] = [];
  let length = 0;
  const flush = () => {
    if (lines.length === 0) return;
    output.write(lines.join(''));
    lines = [];
    length = 0;
  };
  setInterval(flush, flushIntervalMs).unref();
  process.on('exit', () => {
    flush();
    output.flushSync();
  });
  return {
    write: (line) => {
      lines.push(line);
      length += line.length;
      if (length >= flushLength) flush();
    },
  };
}
