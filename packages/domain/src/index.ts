/** What is true of crewed stations and their agreements without a network. Deep modules are imported by path. */
export * from './errors.ts';
export * from './result.ts';
export * from './records/record-type.ts';
export * from './records/field.ts';
export * from './records/define-record.ts';
export * from './records/registry.ts';
export * from './records/parse-value.ts';
export * from './records/same-value.ts';
export * from './records/invariants.ts';
export * from './records/format-value.ts';
