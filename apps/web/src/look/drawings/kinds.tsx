import type { ReactNode } from 'react';
import type { components } from '../../api/schema.js';
import { Drawing, Second } from './drawing.js';

export type ActivityKind = components['schemas']['CatalogueItemView']['kind'];

const lines: Readonly<Record<ActivityKind, ReactNode>> = {
  'guest-lesson': (
    <>
      <rect x="8" y="10" width="48" height="28" rx="3" />
      <path d="M14 56c0-6 4-9 8-9s8 3 8 9M34 56c0-6 4-9 8-9s8 3 8 9" />
      <Second>
        <path d="M16 30c6-12 12 4 18-6 4-6 8-6 14-6" />
      </Second>
    </>
  ),
  'company-visit': (
    <>
      <path d="M10 56V22l16-8v42M26 30h26v26M6 56h52" />
      <Second>
        <path d="M36 56V44h8v12M16 28v4M16 40v4M34 37h3M43 37h3" />
      </Second>
    </>
  ),
  'museum-visit': (
    <>
      <path d="M8 24 32 10l24 14ZM10 54h44M14 24v24M50 24v24M8 56h48" />
      <Second>
        <path d="M26 48V36a6 6 0 0 1 12 0v12" />
      </Second>
    </>
  ),
  workshop: (
    <>
      <path d="M8 44h48M14 44v12M50 44v12" />
      <Second>
        <path d="m20 36 16-16M33 11l12 12 5-5-8-11-9 4ZM46 38v-8h6v8" />
      </Second>
    </>
  ),
  mentoring: (
    <>
      <circle cx="20" cy="24" r="7" />
      <path d="M8 54c0-11 5-17 12-17s12 6 12 17" />
      <circle cx="46" cy="30" r="5" />
      <path d="M37 54c0-9 4-13 9-13s9 4 9 13" />
      <Second>
        <path d="M28 12h20v9h-9l-5 5v-5h-6Z" />
      </Second>
    </>
  ),
  loan: (
    <>
      <rect x="8" y="24" width="48" height="30" rx="4" />
      <path d="M24 24v-8h16v8M8 36h48" />
      <Second>
        <path d="M28 33h8v8h-8Z" />
      </Second>
    </>
  ),
  'teacher-training': (
    <>
      <path d="M6 24 32 12l26 12-26 12Z" />
      <path d="M16 30v14c8 8 24 8 32 0V30" />
      <Second>
        <path d="M58 24v16M58 46v1" />
      </Second>
    </>
  ),
};

/** The picture of a kind of activity. */
export function KindDrawing({ kind, size }: { readonly kind: ActivityKind; readonly size?: number }) {
  return <Drawing {...(size ? { size } : {})}>{lines[kind]}</Drawing>;
}
