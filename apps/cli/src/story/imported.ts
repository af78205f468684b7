import type { Stage } from './stage.js';
import { until, type Teller } from './teller.js';
import type { ImportView } from './views.js';

/** As a region keeps it: an organisation, its contact, and what it did before; telling it again changes nothing. */
const list = [
  'Organisatie;Soort;Plaats;Contactpersoon;E-mail;Datum;Duur;Activiteit;Soort activiteit;School;Groep;Aantal leerlingen;Uren',
  'Stalwerken De Aambeeld;bedrijf;Zwolle;Rik Smits;rik@aambeeld.example;12-05-2026;90;Smeden met magneten;gastles;De Springplank;7A;24;3,5',
  'Drukkerij Het Zetsel;bedrijf;Kampen;Lotte Hamer;lotte@zetsel.example;;;;;;;;',
  'Museum De Wissel;museum;Deventer;Nora Bil;nora@wissel.example;;;;;;;;',
].join('\r\n');

/** The coordinator brings in the partners that stood in a spreadsheet. */
export async function imported(stage: Stage, teller: Teller): Promise<void> {
  const { coordinator, region } = stage.cast;
  const { api } = coordinator;
  const body = {
    kind: 'partners',
    regionId: region,
    filename: 'partners.csv',
    content: Buffer.from(list).toString('base64'),
  };

  await teller.step(`${coordinator.name} proeft de partnerlijst uit de spreadsheet`, async () => {
    const { counts } = await api.post<ImportView>('/api/imports', { ...body, dryRun: true });
    mustBeTaken(counts);
    return [
      `${counts.rows} regels, ${counts.added} nieuw, ${counts.refused} geweigerd. Er is nog niets veranderd.`,
      undefined,
    ];
  });

  await teller.step(`${coordinator.name} leest hem in`, async () => {
    const { id } = await api.post<ImportView>('/api/imports', body);
    const { counts } = await until('de ingelezen lijst', async () => {
      const report = await api.get<ImportView>(`/api/imports/${id}`);
      return report.state === 'finished' ? report : undefined;
    });
    mustBeTaken(counts);
    return [`${counts.added} toegevoegd, ${counts.unchanged} stond er al.`, undefined];
  });
}

function mustBeTaken({ rows, refused }: ImportView['counts']): void {
  if (rows !== 3 || refused > 0) throw new Error(`Van ${rows} regels werden er ${refused} geweigerd.`);
}
