import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

export interface Shown {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Which of many rows of one height are in sight, with some more on both sides. */
export function rowsInSight(scrolled: number, height: number, rowHeight: number, count: number): Shown {
  const first = Math.floor(scrolled / rowHeight / step) * step;
  const last = Math.ceil((scrolled + height) / rowHeight / step) * step;
  return { from: Math.max(0, first - beyond), to: Math.min(count, last + beyond) };
}

const beyond = 12;
/** So many rows at once come and go. */
const step = 4;

/** Draws the rows in sight alone, and all of them on paper. */
export function useWindowed(box: RefObject<HTMLElement | null>, count: number, rowHeight: number): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, to: Math.min(count, 30) });
  const [printing, setPrinting] = useState(false);
  const look = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const next = rowsInSight(element.scrollTop, element.clientHeight, rowHeight, count);
    setShown((before) => (before.from === next.from && before.to === next.to ? before : next));
  }, [box, count, rowHeight]);
  useLayoutEffect(look, [look]);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    // The paper is laid out as soon as this returns.
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      sized.disconnect();
      element.removeEventListener('scroll', look);
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [box, look]);
  return printing ? { from: 0, to: count } : shown;
}
