import { pino } from 'pino';

/** How many characters are gathered, and for how long at the most. */
const enough = 16_384;
const noLongerThanMs = 100;

/**
 * Standard output for a log of a line per request. A line each would be a system call for each request; lines are gathered
 * until there are enough of them, or a tenth of a second has passed. What is left when the process exits is written then.
 *
 * The stream below could gather by itself, but measures all that it has gathered at every line.
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
  setInterval(flush, noLongerThanMs).unref();
  process.on('exit', () => {
    flush();
    output.flushSync();
  });
  return {
    write: (line) => {
      lines.push(line);
      length += line.length;
      if (length >= enough) flush();
    },
  };
}
