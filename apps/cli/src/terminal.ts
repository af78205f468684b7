import progress from 'cli-progress';
import type { Screen } from './screen.js';

/** A bar on a terminal; where the output goes into a file nothing but lines. */
export function terminal(out: NodeJS.WriteStream): Screen {
  return {
    line: (text) => void out.write(`${text}\n`),
    progress: (total) => {
      if (!out.isTTY) return { at: () => undefined, end: () => undefined };
      const bar = new progress.SingleBar(
        { format: '{bar} {value} / {total}', hideCursor: true, stream: out },
        progress.Presets.shades_classic,
      );
      bar.start(total, 0);
      return { at: (done) => bar.update(done), end: () => bar.stop() };
    },
  };
}
