// Source: the seven worlds of technology (TechniekTalent / Techkwadraat) and the nine context domains of the founding documents as roots; leaves and words are our own.

/** Raise when a theme is added or retired; an id is never given another meaning, a label may change. */
export const themesVersion = '2026-1';

type Row = readonly [id: string, nl: string, en: string];

/** Each root with its leaves; a leaf's full id is `root/leaf`. */
export const worlds: readonly (readonly [root: Row, leaves: readonly Row[]])[] = [
  [
    ['people-health', 'Mens & Gezondheid', 'People & Health'],
    [
      ['care-technology', 'Techniek in de zorg', 'Technology in care'],
      ['human-body', 'Het menselijk lichaam', 'The human body'],
      ['medicines', 'Medicijnen en het lab', 'Medicines and the lab'],
      ['aids-prostheses', 'Hulpmiddelen en protheses', 'Aids and prostheses'],
      ['sport-vitality', 'Sport en fit blijven', 'Sport and vitality'],
      ['hygiene', 'Schoon en gezond', 'Hygiene'],
      ['first-aid', 'Eerste hulp', 'First aid'],
    ],
  ],
  [
    ['food-nature', 'Voeding & Natuur', 'Food & Nature'],
    [
      ['farming', 'Boer en tuinder', 'Farming and growing'],
      ['food-production', 'Van grondstof naar eten', 'From crop to plate'],
      ['healthy-food', 'Gezond eten', 'Healthy food'],
      ['plants-animals', 'Planten en dieren', 'Plants and animals'],
      ['soil-compost', 'Bodem en compost', 'Soil and compost'],
      ['biotechnology', 'Biotechnologie', 'Biotechnology'],
      ['green-technology', 'Slimme techniek in het groen', 'Smart green technology'],
    ],
  ],
  [
    ['energy-water-safety', 'Energie, Water & Veiligheid', 'Energy, Water & Safety'],
    [
      ['electricity', 'Elektriciteit', 'Electricity'],
      ['sun-wind', 'Zon en wind', 'Sun and wind'],
      ['heat-insulation', 'Warmte en isolatie', 'Heat and insulation'],
      ['water-management', 'Water en dijken', 'Water and dikes'],
      ['drinking-water', 'Drinkwater', 'Drinking water'],
      ['climate', 'Klimaat en weer', 'Climate and weather'],
      ['fire-safety', 'Brandweer en veiligheid', 'Fire and safety'],
      ['batteries-hydrogen', 'Batterijen en waterstof', 'Batteries and hydrogen'],
    ],
  ],
  [
    ['living-working-mobility', 'Wonen, Werken & Verkeer', 'Living, Working & Mobility'],
    [
      ['building', 'Bouwen', 'Building'],
      ['architecture', 'Huizen ontwerpen', 'Architecture'],
      ['installation', 'Installaties in huis', 'Installations at home'],
      ['roads-bridges', 'Wegen en bruggen', 'Roads and bridges'],
      ['vehicles', 'Auto’s, fietsen en treinen', 'Cars, bikes and trains'],
      ['aviation-shipping', 'Vliegen en varen', 'Aviation and shipping'],
      ['smart-city', 'De slimme stad', 'The smart city'],
    ],
  ],
  [
    [
      'design-production-world-trade',
      'Ontwerp, Productie & Wereldhandel',
      'Design, Production & World Trade',
    ],
    [
      ['product-design', 'Producten ontwerpen', 'Product design'],
      ['metalworking', 'Werken met metaal', 'Metalworking'],
      ['woodworking', 'Werken met hout', 'Woodworking'],
      ['textiles-fashion', 'Stof en mode', 'Textiles and fashion'],
      ['factory', 'De fabriek', 'The factory'],
      ['3d-printing', '3D-printen en lasersnijden', '3D printing and laser cutting'],
      ['logistics', 'Vervoer en opslag', 'Logistics'],
      ['enterprise', 'Ondernemen', 'Enterprise'],
    ],
  ],
  [
    ['digital-media-entertainment', 'Digitaal, Media & Entertainment', 'Digital, Media & Entertainment'],
    [
      ['programming', 'Programmeren', 'Programming'],
      ['games', 'Games maken', 'Making games'],
      ['artificial-intelligence', 'Kunstmatige intelligentie (AI)', 'Artificial intelligence (AI)'],
      ['online-safety', 'Veilig online', 'Online safety'],
      ['data', 'Werken met data', 'Working with data'],
      ['film-sound', 'Film, foto en geluid', 'Film, photo and sound'],
      ['virtual-reality', 'Virtual reality', 'Virtual reality'],
      ['media-literacy', 'Mediawijs', 'Media literacy'],
    ],
  ],
  [
    ['hi-tech-science', 'Hi-tech & Science', 'Hi-tech & Science'],
    [
      ['robotics', 'Robots', 'Robotics'],
      ['chemistry', 'Scheikunde en proefjes', 'Chemistry'],
      ['physics', 'Natuurkunde', 'Physics'],
      ['space', 'Ruimtevaart en sterren', 'Space'],
      ['electronics-chips', 'Elektronica en chips', 'Electronics and chips'],
      ['new-materials', 'Nieuwe materialen', 'New materials'],
      ['light-lasers', 'Licht en lasers', 'Light and lasers'],
      ['mathematics', 'Wiskunde in het echt', 'Real-world mathematics'],
    ],
  ],
];

export const contextDomains: readonly (readonly [root: Row, leaves: readonly Row[]])[] = [
  [
    ['nature', 'Natuur', 'Nature'],
    [
      ['outdoor-learning', 'Buiten leren', 'Outdoor learning'],
      ['wildlife', 'Dieren in het wild', 'Wildlife'],
      ['landscape', 'Landschap', 'Landscape'],
      ['school-garden', 'Schooltuin', 'School garden'],
    ],
  ],
  [
    ['culture', 'Cultuur', 'Culture'],
    [
      ['heritage', 'Erfgoed', 'Heritage'],
      ['history', 'Geschiedenis', 'History'],
      ['stories-books', 'Verhalen en boeken', 'Stories and books'],
      ['trades-crafts', 'Oude ambachten', 'Old trades'],
    ],
  ],
  [
    ['art', 'Kunst', 'Art'],
    [
      ['visual-art', 'Tekenen en beelden', 'Visual art'],
      ['music', 'Muziek', 'Music'],
      ['theatre-dance', 'Theater en dans', 'Theatre and dance'],
      ['digital-art', 'Digitale kunst', 'Digital art'],
    ],
  ],
  [
    ['making', 'Maken', 'Making'],
    [
      ['tools', 'Werken met gereedschap', 'Working with tools'],
      ['makerspace', 'Maakplaats', 'Makerspace'],
      ['repair', 'Repareren', 'Repair'],
      ['inventing', 'Uitvinden', 'Inventing'],
    ],
  ],
  [
    ['design', 'Ontwerpen', 'Design'],
    [
      ['design-thinking', 'Ontwerpend leren', 'Design thinking'],
      ['drawing-modelling', 'Schetsen en modellen', 'Sketches and models'],
      ['graphic-design', 'Vormgeving', 'Graphic design'],
      ['spatial-design', 'Ruimte ontwerpen', 'Spatial design'],
    ],
  ],
  [
    ['science', 'Wetenschap', 'Science'],
    [
      ['inquiry-learning', 'Onderzoekend leren', 'Inquiry learning'],
      ['experiments', 'Experimenten', 'Experiments'],
      ['meet-a-scientist', 'Praten met een onderzoeker', 'Meet a scientist'],
      ['citizen-science', 'Meedoen aan onderzoek', 'Citizen science'],
    ],
  ],
  [
    ['technology', 'Technologie', 'Technology'],
    [
      ['machines', 'Machines', 'Machines'],
      ['how-things-work', 'Hoe werkt het?', 'How things work'],
      ['technical-jobs', 'Beroepen in de techniek', 'Technical jobs'],
      ['technology-society', 'Techniek en samenleving', 'Technology and society'],
    ],
  ],
  [
    ['movement', 'Bewegen', 'Movement'],
    [
      ['active-learning', 'Bewegend leren', 'Active learning'],
      ['sports-measuring', 'Meten aan sport', 'Measuring sport'],
      ['playing-outside', 'Buiten spelen', 'Playing outside'],
      ['forces-motion', 'Kracht en beweging', 'Forces and motion'],
    ],
  ],
  [
    ['sustainability', 'Duurzaamheid', 'Sustainability'],
    [
      ['circular', 'Afval en hergebruik', 'Waste and reuse'],
      ['energy-transition', 'Schone energie', 'Clean energy'],
      ['biodiversity', 'Meer soorten natuur', 'Biodiversity'],
      ['climate-adaptation', 'Leven met een ander klimaat', 'Climate adaptation'],
    ],
  ],
];
