/** What the records of the sample are about; the records of one topic come as one group of changes. */
export const TOPIC = {
  sources: 'Sources',
  iss: 'International Space Station',
  mir: 'Mir',
  tiangong: 'Tiangong',
  axiom: 'Axiom Station',
  starlab: 'Starlab',
  orbitalReef: 'Orbital Reef',
  vast: 'Vast',
  starmax: 'Starmax',
  above: 'ABOVE: Space',
  commercial: 'Commercial stations at large',
  policy: 'Policy',
  world: 'States and agencies',
} as const;
