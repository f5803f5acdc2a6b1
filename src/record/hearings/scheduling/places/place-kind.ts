/** A further room; a place people take part from over a line, open to the public; a way in for everybody from anywhere. */
export const PLACE_KINDS = ['room', 'teleconference', 'remote'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
