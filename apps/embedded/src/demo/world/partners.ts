import type { SeedOrganisation } from '#libs/services/directory';
import { morePartners } from './more-partners.js';
import { numbered, optionsOf, rowsOf } from './table.js';
import { pointIn } from './schools.js';
import { demoRegionId } from './region.js';

/** Every one invented, in a place that is there: name | kind | place | first contact. */
const table = `
Machinefabriek Hoekstra      | company        | Zwolle      |
Museum De Stoomketel         | museum         | Kampen      |
Bibliotheek De Leesbrug      | library        | Deventer    | Carla Nijhuis
Sterrenwacht De Nevel        | science-centre | Raalte      | Rob Elshof
TechLab IJsselkade           | tech-lab       | Zwolle      | Samira Amrani
Mbo De Werkplaats            | mbo            | Zwolle      | Henk Poppe
Hogeschool Hanzeoever        | hbo            | Deventer    | Linde Maatman
Maakplaats De Zolder         | makerspace     | Zwolle      | Jasper Roelofs
Radioclub De Korte Golf      | hobby-club     | Hattem      | Wim Zandbergen
Bouwbedrijf Ter Horst        | company        | Dalfsen     | Marloes ter Horst
Melkveebedrijf De Vlierhof   | company        | Olst        | Geert Vlierman
Zuivelfabriek Het Roompje    | company        | Staphorst   | Klaas Tuin
Installatiebedrijf Warmtebron | company       | Zwolle      | Yusuf Demir
Softwarehuis Bitbrug         | company        | Zwolle      | Nina Oosting
Jachtwerf De Ganzensteker    | company        | Hasselt     | Piet Schaapman
Ziekenhuis De Isselzijde     | other          | Deventer    | Fatima Yilmaz
Drinkwaterstation De Wel     | company        | Heerde      | Dirk Berghuis
Erfgoedhuis De Koggewerf     | museum         | Kampen      | Hester Westhuis
Bibliotheek Het Leesveer     | library        | Zwolle      | Els Kamphuis
FabLab De Drukkerij          | makerspace     | Deventer    | Olaf Wennink
Brandweerpost De Sluis       | municipality   | Genemuiden  | Ria Visch
Natuurclub De Weidevogel     | community      | Wijhe       | Bert Logtenberg
Windcoöperatie Vier Wieken   | company        | Nieuwleusen | Alie Huzen
Robotclub De Tandwielen      | hobby-club     | Raalte      | Mark Schrijver
Lichtlab Salland             | tech-lab       | Raalte      | Joyce Kogelman
`;

export interface DemoPartner {
  readonly seed: SeedOrganisation;
  readonly contactId: string;
  /** Nobody where one of the eight people does it. */
  readonly contact: string | undefined;
}

export const demoPartners: readonly DemoPartner[] = [...rowsOf(table), ...morePartners].map(
  ([name = '', kind, place = '', contact, , , particular], i) => {
    const month = optionsOf(particular).get('month');
    const { lat, lon } = pointIn(place, i + 50);
    const own = ['demo-partner', 'demo-museum'][i];
    const contactId = own ?? numbered('demo-partner-contact', i);
    return {
      contactId,
      contact: contact || undefined,
      seed: {
        id: numbered('demo-organisation', i),
        name,
        kind: kind as SeedOrganisation['kind'],
        location: { place, lat, lon },
        regionIds: [demoRegionId],
        firstContactId: contactId,
        ...(month ? { maxPerMonth: Number(month) } : {}),
      },
    };
  },
);
