import { request } from "node:http";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Vendor } from "~/local/vendor";
import { startStudio } from "./start-studio";

let studio: Vendor;
let admin: Client;
const name = `studio_test_${process.pid}`;

beforeAll(async () => {
  admin = new Client({ connectionString: inject("databaseUrl") });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(inject("databaseUrl"));
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query(`
    create table "odd ""name" (part text, number int, note text, made_at timestamptz, primary key (part, number));
    insert into "odd ""name" select case when n <= 60 then 'a' else 'b' end, n, '<b>' || n || '</b>', '2026-11-22' from generate_series(1, 120) n;
    create table keyless (value text);
    insert into keyless select 'value ' || n from generate_series(1, 70) n;
    create table empty (id uuid primary key);
  `);
  await client.end();
  studio = await startStudio({ port: 0, databaseUrl: url.href });
});

afterAll(async () => {
  await studio.close();
  await admin.query(`drop database ${name}`);
  await admin.end();
});

test("lists the tables with their rows and columns", async () => {
  const page = await (await fetch(studio.origin)).text();
  expect(page).toMatch(/odd &quot;name<\/a><\/td>\s*<td>120<\/td>\s*<td>part, number, note, made_at/);
  expect(page).toMatch(/keyless<\/a><\/td>\s*<td>70<\/td>/);
});

test("shows columns with their types, and values as text, not as HTML", async () => {
  const page = await (await fetch(`${studio.origin}/tables/${encodeURIComponent('odd "name')}`)).text();
  expect(page).toMatch(/made_at<br \/><small>timestamp with time zone<\/small>/);
  expect(page).toContain("&lt;b&gt;1&lt;/b&gt;");
  expect(page).not.toContain("<b>1</b>");
});

test.each([
  ['odd "name', 120],
  ["keyless", 70],
  ["empty", 0],
])("pages through %s, meeting each row once", async (table, count) => {
  const seen: string[] = [];
  let href: string | undefined = "";
  while (href !== undefined) {
    const page: string = await (
      await fetch(`${studio.origin}/tables/${encodeURIComponent(table)}${href}`)
    ).text();
    seen.push(...[...page.matchAll(/<td>(?:&lt;b&gt;|value )(\d+)/g)].map((match) => match[1] ?? ""));
    href = /href="(\?after=[^"]+)"/.exec(page)?.[1];
  }
  expect(seen).toHaveLength(count);
  expect(new Set(seen).size).toBe(count);
});

test("is for this machine's own pages only", async () => {
  expect((await fetch(`${studio.origin}/tables/nothing`)).status).toBe(404);
  expect((await fetch(studio.origin, { headers: { origin: "https://example.com" } })).status).toBe(403);
  expect((await fetch(studio.origin, { headers: { origin: "http://localhost:3000" } })).status).toBe(200);
  expect(await statusFor({ host: "example.com" })).toBe(403);
});

/** fetch does not send another Host. */
function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(studio.origin, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}
