import { Hono } from "hono";
import type { Control } from "../control";

/** What is counted apart; a URL alone does not tell a query from a batch. */
export type Counted = "GET /v2" | "POST /v2/query" | "POST /sql/query" | "POST /sql/batch";

/** Lets this vendor count what it tells apart itself, in the counter that every vendor has. */
export function countBy(control: Control): (what: Counted) => void {
  const counter = new Hono();
  counter.use(control.counting);
  counter.get("/v2", (c) => c.body(null));
  counter.post("/v2/query", (c) => c.body(null));
  counter.post("/sql/query", (c) => c.body(null));
  counter.post("/sql/batch", (c) => c.body(null));

  return (what) => {
    const [method = "GET", path = "/"] = what.split(" ");
    void counter.request(path, { method });
  };
}
