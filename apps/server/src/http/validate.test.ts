import { AppError } from '@stationkeeper/domain/errors';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isUuid, parseBody, parseQuery } from './validate.ts';

const schema = v.strictObject({
  name: v.string('A text is expected.'),
  inner: v.strictObject({ size: v.number() }),
});

function refusalOf(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('not refused');
}

describe('a body', () => {
  it('is answered with what its schema makes of it', () => {
    const body = { name: 'x', inner: { size: 1 } };
    expect(parseBody(schema, body)).toEqual(body);
  });

  it('is refused with all problems and their paths, unknown and missing fields included', () => {
    const refusal = refusalOf(() => parseBody(schema, { name: 7, inner: { sise: 1 }, extra: true }));
    expect(refusal.code).toBe('invalid-value');
    expect(refusal.details.problems).toEqual([
      { path: 'name', message: 'A text is expected.' },
      { path: 'inner.size', message: 'This field is needed.' },
      { path: 'inner.sise', message: 'There is no such field.' },
      { path: 'extra', message: 'There is no such field.' },
    ]);
  });

  it.each([undefined, null, [], 'text', 7])('%j is malformed', (body) => {
    expect(refusalOf(() => parseBody(schema, body)).code).toBe('malformed');
  });
});

describe('a query', () => {
  it('that fits none of several forms is told what each needs', () => {
    const forms = v.union([v.strictObject({ a: v.string() }), v.strictObject({ b: v.string() })]);
    const paths = refusalOf(() => parseQuery(forms, { c: '1' })).details.problems?.map(({ path }) => path);
    expect(paths).toEqual(['a', 'c', 'b', 'c']);
  });
});

describe('an id', () => {
  it('is a UUID and nothing else', () => {
    expect(isUuid('019ab2c3-d4e5-7f60-8a1b-2c3d4e5f6071')).toBe(true);
    for (const text of ['', 'x', '019ab2c3d4e57f608a1b2c3d4e5f6071', '\0']) expect(isUuid(text)).toBe(false);
  });
});
