import * as v from 'valibot';

/** A number from 0 in an address. */
export const wholeNumber = v.pipe(
  v.string('A number is expected.'),
  v.regex(/^\d{1,15}$/, 'A whole number from 0 is expected.'),
  v.transform(Number),
);
