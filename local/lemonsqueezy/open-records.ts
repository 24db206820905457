import { join } from "node:path";
import { openJsonFolder } from "../json-folder";
import type { JsonFolder } from "../json-folder";
import { Checkout, Customer, Delivery, Invoice, Order, Subscription } from "./records";

/** One kind of record, by id. */
export interface Shelf<T> {
  find: (id: string | number) => T | undefined;
  save: (record: T) => T;
  /** Newest first, as the API lists. */
  list: () => T[];
}

export interface Records {
  customers: Shelf<Customer>;
  checkouts: Shelf<Checkout>;
  orders: Shelf<Order>;
  subscriptions: Shelf<Subscription>;
  invoices: Shelf<Invoice>;
  deliveries: Shelf<Delivery>;
  /** A number that no record has had, greater than all before it. */
  nextId: () => number;
}

const FIRST_ID = 100_001;

/** Opens the vendor's private folder. Everything in it survives SIGKILL: a record is on disk before it is spoken of. */
export function openRecords(dir: string): Records {
  const shelf = <T extends { id: string | number }>(
    folder: JsonFolder<T>,
    rank: (record: T) => number,
  ): Shelf<T> => ({
    find: (id) => folder.get(String(id)),
    save: (record) => {
      folder.set(String(record.id), record);
      return record;
    },
    list: () =>
      folder
        .entries()
        .map(([, record]) => record)
        .sort((one, other) => rank(other) - rank(one)),
  });

  const records = {
    customers: shelf(openJsonFolder(join(dir, "customers"), Customer), ({ id }) => id),
    checkouts: shelf(openJsonFolder(join(dir, "checkouts"), Checkout), ({ createdAt }) => createdAt),
    orders: shelf(openJsonFolder(join(dir, "orders"), Order), ({ id }) => id),
    subscriptions: shelf(openJsonFolder(join(dir, "subscriptions"), Subscription), ({ id }) => id),
    invoices: shelf(openJsonFolder(join(dir, "invoices"), Invoice), ({ id }) => id),
    deliveries: shelf(openJsonFolder(join(dir, "deliveries"), Delivery), ({ position }) => position),
  };

  const taken = [
    ...records.customers.list().map(({ id }) => id),
    ...records.orders.list().flatMap(({ id, itemId }) => [id, itemId]),
    ...records.subscriptions.list().flatMap(({ id, itemId }) => [id, itemId]),
    ...records.invoices.list().map(({ id }) => id),
    ...records.deliveries.list().map(({ position }) => position),
  ];
  let last = Math.max(FIRST_ID - 1, ...taken);
  return { ...records, nextId: () => ++last };
}
