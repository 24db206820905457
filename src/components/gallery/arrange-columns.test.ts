import { expect, test } from "vitest";

import { arrangeColumns } from "./arrange-columns";

const square = { widthPx: 100, heightPx: 100 };
const tall = { widthPx: 100, heightPx: 300 };

test("keeps the newest on top and gives the next picture to the shortest column", () => {
  const [a, b, c, d] = [
    { ...tall, id: "a" },
    { ...square, id: "b" },
    { ...square, id: "c" },
    { ...square, id: "d" },
  ];
  const columns = arrangeColumns([a, b, c, d], 2);
  expect(columns.map((column) => column.map((picture) => picture.id))).toEqual([["a"], ["b", "c", "d"]]);
});

test("leaves columns empty when there are fewer pictures", () => {
  expect(arrangeColumns([square], 3).map((column) => column.length)).toEqual([1, 0, 0]);
});
