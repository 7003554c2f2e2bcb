import { choice, prose, requiredText, tags, text } from './field.ts';
import { defineRecord } from './define-record.ts';

/** How far a station programme has come. */
export const STATION_PHASES = [
  ['not-stated', 'Not stated'],
  ['concept', 'Concept'],
  ['development', 'Development'],
  ['assembly', 'Assembly'],
  ['operational', 'Operational'],
  ['retired', 'Retired'],
] as const;

/** A crewed station or station programme; not the company of the same name. */
export const station = defineRecord({
  type: 'station',
  label: 'Station',
  plural: 'Stations',
  description: 'A crewed station or station programme',
  fields: {
    name: requiredText('Name'),
    aliases: tags('Also known as'),
    phase: choice('Phase', STATION_PHASES, { asksReason: true }),
    aims: prose('Aims'),
    orbit: text('Orbit'),
  },
  columns: ['name', 'phase', 'orbit', 'aims'],
  title: (fields) => fields.name,
});
