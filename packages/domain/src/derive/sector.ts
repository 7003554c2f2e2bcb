import type { PartyKind } from '../records/party.ts';

/** Which side of the economy a party stands on, with the words shown for it. */
export const SECTORS = [
  ['public', 'Public'],
  ['commercial', 'Commercial'],
  ['non-profit', 'Non-profit'],
  ['undetermined', 'Undetermined'],
] as const;

/** The sector of a party; follows from its kind and nothing else. */
export type Sector = (typeof SECTORS)[number][0];

/** A state-owned company acts for its state, so it is public; a joint venture is a company whoever owns it. */
const SECTOR_OF_KIND = {
  state: 'public',
  'sub-state-government': 'public',
  agency: 'public',
  'intergovernmental-body': 'public',
  'state-owned-company': 'public',
  company: 'commercial',
  'joint-venture': 'commercial',
  'university-consortium': 'non-profit',
  association: 'non-profit',
  other: 'undetermined',
} as const satisfies Record<PartyKind, Sector>;

/** The sector that follows from a kind of party. */
export function sectorOf(kind: PartyKind): Sector {
  return SECTOR_OF_KIND[kind];
}
