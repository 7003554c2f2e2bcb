import { describe, expect, test } from 'vitest';
import { initialValues, type AnyRecord } from './define-record.ts';
import type { Field } from './field.ts';
import { parseValue } from './parse-value.ts';
import { RECORD_TYPES } from './record-type.ts';
import { definitionOf, fieldOf, ownerIdOf, registry, titleOf } from './registry.ts';

describe.each(RECORD_TYPES)('%s', (type) => {
  const definition = definitionOf(type);
  const fields = Object.entries<Field>(definition.fields);

  test('is registered under its own name, with words for people', () => {
    expect(registry[type].type).toBe(type);
    for (const words of [definition.label, definition.plural, definition.description])
      expect(words).toMatch(/^[A-Z]/);
  });

  test('has a handling and columns that are its fields', () => {
    expect(fieldOf(type, 'handling')?.kind).toBe('choice');
    expect(definition.columns.length).toBeGreaterThan(0);
    for (const column of definition.columns) expect(fieldOf(type, column), column).toBeDefined();
  });

  test('names its fields so that every part can: no member of Object, nothing that SQL would fold', () => {
    for (const [name] of fields) {
      expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      expect(name in {}).toBe(false);
    }
  });

  test('accepts its own initial values, but for what must be stated', () => {
    for (const [name, field] of fields) {
      const isMissing = field.isRequired && field.initial === '';
      expect(parseValue(field, field.initial, name).ok, name).toBe(!isMissing);
    }
  });

  test('is owned, if at all, through a reference that must be there', () => {
    if (definition.owner === null) return;
    const owner = fieldOf(type, definition.owner);
    expect(owner).toMatchObject({ kind: 'ref', isRequired: true });
    const record = { type, fields: { [definition.owner]: 'an-id' } };
    expect(ownerIdOf(record)).toBe('an-id');
  });

  test('points only at types that exist, and a wording only at a date beside it', () => {
    for (const [, field] of fields) {
      if (field.kind === 'ref' || field.kind === 'refs') {
        for (const target of field.targets) expect(RECORD_TYPES).toContain(target);
      }
      if (field.kind === 'text' && field.wordingOf !== undefined)
        expect(fieldOf(type, field.wordingOf)?.kind).toBe('date');
    }
  });

  test('has a title even when what it names is unknown', () => {
    const record: AnyRecord = { id: 'x', type, deletedSeq: null, fields: initialValues(definition.fields) };
    expect(typeof titleOf(record, () => undefined)).toBe('string');
  });
});

test('a field that no type has is none: not even one that every object inherits', () => {
  expect(fieldOf('party', 'constructor')).toBeUndefined();
  expect(fieldOf('party', '__proto__')).toBeUndefined();
});
