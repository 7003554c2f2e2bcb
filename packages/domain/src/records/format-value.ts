/** Field values as people read them: the same words in pages, histories, tables and exports. */
import { formatEdtf, parseEdtf } from '../dates/edtf-date.ts';
import { unreachable } from '../result.ts';
import type { Field, FieldValue, Money, Option } from './field.ts';
import { elementsOfRefs } from './registry.ts';

/** How records and people are called, by id. */
export interface Names {
  readonly titleOf: (recordId: string) => string;
  readonly nameOf: (userId: string) => string;
}

/** What stands where a value is missing. */
export const NOT_STATED = 'not stated';

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
const numbers = new Intl.NumberFormat('en');

/** A value in words; {@link NOT_STATED} for null and for an empty set. */
export function formatValue(field: Field, value: FieldValue, names: Names): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return NOT_STATED;
  switch (field.kind) {
    case 'text':
    case 'prose':
    case 'url':
      return value as string;
    case 'choice':
      return labelOf(field.options, value);
    case 'choices':
      return listed(value, (element) => labelOf(field.options, element));
    case 'tags':
      return listed(value, (element) => element);
    case 'countries':
      return listed(value, countryName);
    case 'date':
      return formatDateText(value);
    case 'money':
      return formatMoney(value as Money);
    case 'number':
      return field.unit === '%' ? `${numbers.format(value as number)} %` : numbers.format(value as number);
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'member':
      return names.nameOf(value as string);
    case 'ref':
    case 'refs':
      return elementsOfRefs(value).map(names.titleOf).join(', ');
    case 'claim':
      return typeof value === 'string' ? value : JSON.stringify(value);
    default:
      return unreachable(field);
  }
}

/** The English name of a country by its ISO 3166-1 alpha-2 code; the code where it has none. */
export function countryName(code: string): string {
  try {
    return countryNames.of(code) ?? code;
  } catch {
    return code; // Intl throws on codes that are not of the right form.
  }
}

/** '228,000,000 USD'. */
export function formatMoney({ amount, currency }: Money): string {
  const [whole = '0', cents] = amount.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${cents === undefined ? grouped : `${grouped}.${cents}`} ${currency}`;
}

function labelOf(options: readonly Option[], value: FieldValue): string {
  return options.find((option) => option.value === value)?.label ?? (value as string);
}

function listed(value: FieldValue, words: (element: string) => string): string {
  return (value as readonly string[]).map(words).join(', ');
}

function formatDateText(value: FieldValue): string {
  const parsed = parseEdtf(value as string);
  return parsed.ok ? formatEdtf(parsed.value) : (value as string);
}
