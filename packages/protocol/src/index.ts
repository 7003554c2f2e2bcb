/** What travels between browser and server, and the rules by which it may. See SPEC.md. */
export * from './version.ts';
export * from './mutation.ts';
export * from './change.ts';
export * from './record-view.ts';
export * from './judge.ts';
export * from './may-do.ts';
export * from './workspace-state.ts';
export * from './undo.ts';
export * from './describe-change.ts';
export * from './snapshot.ts';
export * from './upcast.ts';
export * from './messages.ts';
export { problemsOf } from './problems.ts';
