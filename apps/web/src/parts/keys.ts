import { useEffect, useRef, useSyncExternalStore } from 'react';

const keptAs = 'leerbrug.keys';
const changed = new EventTarget();

/** Whether single letters do something: who speaks to the machine, or types by accident, can turn them off. */
export function useKeysOn(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (listener) => {
      changed.addEventListener('change', listener);
      return () => changed.removeEventListener('change', listener);
    },
    () => localStorage.getItem(keptAs) !== 'off',
  );
  return [
    on,
    (wanted) => {
      localStorage.setItem(keptAs, wanted ? 'on' : 'off');
      changed.dispatchEvent(new Event('change'));
    },
  ];
}

/** What single keys do on this screen, `j` or `?`; not while somebody types or a dialog is open. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const [on] = useKeysOn();
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    if (!on) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]')) return;
      const action = current.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [on]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox'))
  );
}
