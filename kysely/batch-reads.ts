import type { FullQueryResults, NeonQueryFunction } from "@neondatabase/serverless";

type Answer = FullQueryResults<false>;
type Sql = NeonQueryFunction<false, true>;

interface Waiting {
  text: string;
  parameters: unknown[];
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Sends what is asked for in one turn of the event loop as one request to Neon: a page that reads three things waits for
 * one round trip. They run in one read-only transaction and see the same moment; when one fails, all do.
 *
 * @returns a function that runs one statement.
 */
export function batchReads(sql: Sql): (text: string, parameters?: unknown[]) => Promise<Answer> {
  let waiting: Waiting[] = [];

  const send = async () => {
    const batch = waiting;
    waiting = [];
    try {
      const answers = await ask(sql, batch);
      for (const [at, { resolve, reject }] of batch.entries()) {
        const answer = answers[at];
        if (answer) resolve(answer);
        else reject(new Error(`Neon answered ${answers.length} of ${batch.length} queries.`));
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return (text, parameters = []) =>
    new Promise((resolve, reject) => {
      // A timer and not a microtask: procedures that start together reach their queries some microtasks apart.
      if (waiting.length === 0) setTimeout(() => void send(), 0);
      waiting.push({ text, parameters, resolve, reject });
    });
}

async function ask(sql: Sql, batch: readonly Waiting[]): Promise<Answer[]> {
  const queries = batch.map(({ text, parameters }) => sql.query(text, parameters));
  if (queries.length === 1) return Promise.all(queries);
  return sql.transaction(queries, { isolationLevel: "RepeatableRead", readOnly: true });
}
