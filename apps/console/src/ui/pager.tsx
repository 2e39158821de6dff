import { useState } from 'react';
import { Button } from './basics.tsx';

export interface Pages {
  /** Where the shown page begins; `undefined` on the first. */
  cursor: string | undefined;
  number: number;
  forward: (cursor: string) => void;
  back: () => void;
}

/** Keeps the cursors of earlier pages for the way back: the API only pages forward. */
export function usePages(): Pages {
  const [cursors, setCursors] = useState<string[]>([]);
  return {
    cursor: cursors.at(-1),
    number: cursors.length + 1,
    forward: (cursor) => {
      setCursors([...cursors, cursor]);
    },
    back: () => {
      setCursors(cursors.slice(0, -1));
    },
  };
}

export function Pager({
  pages,
  next,
  names: [back, forward],
}: {
  pages: Pages;
  next: string | undefined;
  names: [back: string, forward: string];
}) {
  if (pages.number === 1 && next === undefined) return null;
  return (
    <nav
      aria-label="Paging"
      className="flex items-center justify-between gap-2 border-t border-line px-4 py-2"
    >
      <Button disabled={pages.number === 1} onClick={pages.back}>
        {back}
      </Button>
      <span className="text-xs text-muted">Page {pages.number}</span>
      <Button
        disabled={next === undefined}
        onClick={() => {
          if (next !== undefined) pages.forward(next);
        }}
      >
        {forward}
      </Button>
    </nav>
  );
}
