import type { DemoFile } from './demo-file.js';

/** What a start found or made in its folder; `file` is where `demo.json` is or would be. */
export type Start = { readonly file: string } & (
  | { readonly kind: 'demo'; readonly demo: DemoFile; readonly made: boolean }
  | {
      readonly kind: 'empty' | 'own-data';
      /** Lets the first operator in, once, within the hour; none when an operator can sign in already. */
      readonly operatorCode?: string;
    }
);
