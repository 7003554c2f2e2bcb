import { describeStorage } from '../support/storage-contract.ts';
import { Shelf, ShelfStorage } from './shelf.ts';

describeStorage('the shelf of a simulated browser', () => {
  const shelf = new Shelf();
  return { openTab: () => Promise.resolve(new ShelfStorage(shelf, () => Promise.resolve())) };
});
