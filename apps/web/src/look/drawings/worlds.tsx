import type { ReactNode } from 'react';
import { Drawing, Second } from './drawing.js';

/** The seven worlds of technology, by their id in the taxonomy. */
export const worlds = [
  'people-health',
  'food-nature',
  'energy-water-safety',
  'living-working-mobility',
  'design-production-world-trade',
  'digital-media-entertainment',
  'hi-tech-science',
] as const;

export type World = (typeof worlds)[number];

const lines: Readonly<Record<World, ReactNode>> = {
  'people-health': (
    <>
      <path d="M32 54C16 43 9 34 9 24a11 11 0 0 1 23-4 11 11 0 0 1 23 4c0 10-7 19-23 30Z" />
      <Second>
        <path d="M12 32h11l4-8 7 16 4-8h14" />
      </Second>
    </>
  ),
  'food-nature': (
    <>
      <path d="M32 56V28" />
      <path d="M14 56h36" />
      <Second>
        <path d="M32 34c-12 0-17-7-17-17 11 0 17 6 17 17Z" />
        <path d="M32 42c0-9 5-15 16-15 0 9-5 15-16 15Z" />
      </Second>
    </>
  ),
  'energy-water-safety': (
    <>
      <path d="M8 46c5 0 5-4 10-4s5 4 10 4 5-4 10-4 5 4 10 4 5-4 8-4M8 55c5 0 5-4 10-4s5 4 10 4 5-4 10-4 5 4 10 4 5-4 8-4" />
      <Second>
        <path d="M35 6 21 24h10l-3 12 15-19H33Z" />
      </Second>
    </>
  ),
  'living-working-mobility': (
    <>
      <path d="M8 30 26 14l18 16v14M13 27v17h9V34h8v10" />
      <Second>
        <path d="M30 52h26v-6l-5-7H38l-4 6-4 1ZM45 39v6" />
        <circle cx="37" cy="53" r="3.5" />
        <circle cx="50" cy="53" r="3.5" />
      </Second>
    </>
  ),
  'design-production-world-trade': (
    <>
      <path d="M8 54V30l14 8v-8l14 8V16h8l3 38ZM8 54h48" />
      <Second>
        <path d="M40 10c2-4 6-4 8-1s6 2 8-2M18 46h4M30 46h4" />
      </Second>
    </>
  ),
  'digital-media-entertainment': (
    <>
      <rect x="8" y="12" width="48" height="32" rx="4" />
      <path d="M24 54h16M32 44v10" />
      <Second>
        <path d="m24 22-6 6 6 6M40 22l6 6-6 6M35 20l-6 16" />
      </Second>
    </>
  ),
  'hi-tech-science': (
    <>
      <circle cx="32" cy="32" r="4" />
      <ellipse cx="32" cy="32" rx="24" ry="10" />
      <Second>
        <ellipse cx="32" cy="32" rx="24" ry="10" transform="rotate(60 32 32)" />
        <ellipse cx="32" cy="32" rx="24" ry="10" transform="rotate(120 32 32)" />
      </Second>
    </>
  ),
};

export function isWorld(id: string): id is World {
  return id in lines;
}

/** The picture of a world; `theme` may be one of its leaves. Nothing for a theme outside the seven. */
export function WorldDrawing({ theme, size }: { readonly theme: string; readonly size?: number }) {
  const [root = ''] = theme.split('/');
  if (!isWorld(root)) return null;
  return <Drawing {...(size ? { size } : {})}>{lines[root]}</Drawing>;
}
