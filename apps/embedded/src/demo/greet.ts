import type { Start } from './start.js';
import { demoRoles } from './world/people.js';

const roleNames: Readonly<Record<string, string>> = {
  teacher: 'leerkracht',
  'school-admin': 'schoolbeheerder',
  partner: 'partner',
  coordinator: 'coördinator',
  reader: 'meelezer',
  operator: 'beheerder',
};

/** What stands on the terminal once the instance answers. */
export function greet(url: string, start: Start): string {
  return ['', `Leerbrug draait: ${url}`, `(Leerbrug is running; its API is described at ${url}/api/docs)`, '']
    .concat(linesOf(url, start), ['Stoppen: Ctrl+C', ''])
    .join('\n');
}

function codeLines(url: string, code: string | undefined): string[] {
  if (!code) return [];
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
  return [`Beheerderscode:        ${shown}  (één keer, een uur lang, op ${url}/inloggen)`];
}

function linesOf(url: string, start: Start): string[] {
  switch (start.kind) {
    case 'demo':
      return [
        ...(start.made ? ['De demoregio staat klaar, met verzonnen scholen en partners.'] : []),
        'Je kunt hier zijn:',
        '',
        ...start.demo.people.map(({ id, name, role }) => {
          const tries = demoRoles.find((each) => each.id === id)?.tries ?? '';
          return `  ${name.padEnd(14)} ${(roleNames[role] ?? role).padEnd(15)}  ${tries}`;
        }),
        '',
        `Hun sleutels: ${start.file}`,
        'Het hele verhaal zien, van partnerlijst tot verslag: npm run demo',
      ];
    case 'empty':
      return [
        'Er staat nog niets in, en er komt geen demo (LEERBRUG_DEMO=off).',
        ...codeLines(url, start.operatorCode),
        'Scholen inlezen:       npm run leerbrug -- import schools BESTAND',
        'Een beheerdersleutel:  npm run leerbrug -- token create --person instance-operator --days 30',
      ];
    case 'own-data':
      return [
        'Deze map heeft eigen gegevens; er komt geen demo bij.',
        ...codeLines(url, start.operatorCode),
        'Beheren: npm run leerbrug -- --help',
      ];
  }
}
